using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers are typed by hand: a letter too many, too few or in the wrong place is read as it was meant, another word is not.</summary>
public class MappingSpellingTests
{
    [Theory]
    [InlineData("Quanity", ItemField.Quantity)]
    [InlineData("Inventroy", ItemField.Quantity)]
    [InlineData("Suplier", ItemField.Supplier)]
    [InlineData("Supplierr", ItemField.Supplier)]
    [InlineData("Categroy", ItemField.Category)]
    [InlineData("Mindestbstand", ItemField.ReorderPoint)]
    [InlineData("Cantitad", ItemField.Quantity)]
    [InlineData("Fournissuer", ItemField.Supplier)]
    [InlineData("Commment", ItemField.Notes)]
    public async Task A_slip_is_read_as_it_was_meant(string header, string field)
    {
        var value = ItemField.IsNumber(field) ? "4" : "some";
        var table = await TableFixture.ReadAsync($"name,{header}\nSalt,{value}\nOil,{value}x\nRice,{value}\nFlour,{value}y\n".Replace("4x", "7", StringComparison.Ordinal).Replace("4y", "9", StringComparison.Ordinal));
        Assert.Equal(field, table.Field(header));
    }

    [Fact]
    public async Task A_slip_in_a_strength_or_a_date_is_one_too()
    {
        var table = await TableFixture.ReadAsync("name,alchohol,expirey date\nGin,40,2027-01-31\nRum,37.5,2027-02-28\nPort,19.5,2027-03-31\n", department: "bar");
        Assert.Equal((ItemField.Abv, ItemField.ExpiresOn), (table.Field("alchohol"), table.Field("expirey date")));
    }

    [Theory]
    [InlineData("Stock minmo", ItemField.ReorderPoint)]
    [InlineData("Existencia minma", ItemField.ReorderPoint)]
    [InlineData("Previus stock", null)]
    [InlineData("Reservd stock", null)]
    [InlineData("Bestand bestelt", null)]
    [InlineData("Stock resrvado", null)]
    [InlineData("Lieferart", null)]
    public async Task A_slip_beside_the_stock_is_not_passed_over(string header, string? field) =>
        Assert.Equal(field, (await TableFixture.ReadAsync($"name,{header}\nSalt,4\nOil,7\nRice,4\nFlour,9\n")).Field(header));

    [Theory]
    [InlineData("domain")]
    [InlineData("supplies")]
    [InlineData("picking")]
    [InlineData("dimension")]
    [InlineData("quality")]
    public async Task Another_word_is_not_taken_for_a_slip(string header)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nSalt,north\nOil,south\nRice,north\nFlour,west\n");
        Assert.Null(table.Field(header));
    }

    [Theory]
    [InlineData("product_category_display_name", "Hot drinks", ItemField.Category)]
    [InlineData("FlavorDescription", "floral, spicy and dry", ItemField.Notes)]
    [InlineData("manf", "Half Acre", ItemField.Brand)]
    [InlineData("EK/Einh.", "9,40", ItemField.UnitCost)]
    [InlineData("Einh.", "kg", ItemField.Unit)]
    [InlineData("Nachbest. ab", "4", ItemField.ReorderPoint)]
    [InlineData("Tiene q haber", "4", ItemField.ParLevel)]
    [InlineData("Hay", "4", ItemField.Quantity)]
    [InlineData("A quien", "Metro", ItemField.Supplier)]
    [InlineData("Ska finnas", "12", ItemField.ParLevel)]
    [InlineData("RECUENTO", "12", ItemField.Quantity)]
    [InlineData("Pozn.", "later", ItemField.Notes)]
    [InlineData("N_Items", "12", ItemField.Quantity)]
    [InlineData("Category", "Food & Drink > Beverages > Alcoholic Beverages > Liquor & Spirits > Gin", ItemField.Category)]
    public async Task Words_of_programs_are_understood(string header, string value, string field) =>
        Assert.Equal(field, (await TableFixture.ReadAsync($"name,{header}\nOne,{value}\nTwo,\"{value}\"\nThree,\"{value}\"\nFour,\"{value}\"\n".Replace($"One,{value}\n", $"One,\"{value}\"\n", StringComparison.Ordinal))).Field(header));
}
