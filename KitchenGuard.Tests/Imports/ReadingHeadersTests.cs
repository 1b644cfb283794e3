using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers of several rows, with groups and with titles that look like numbers, and the letters that they are written in.</summary>
public class ReadingHeadersTests
{
    [Theory]
    [InlineData(",,Stock,,Price,\nItem,Unit,Min,Now,Net,Case\nRice,kg,2,3,1.20,12\nSalt,kg,4,5,0.90,9\n")]
    [InlineData("Count of March,,,,,\n,,Stock,,Price,\nItem,Unit,Min,Now,Net,Case\nDRY,,,,,\nRice,kg,2,3,1.20,12\nSalt,kg,4,5,0.90,9\nMint,kg,,,,\n")]
    [InlineData("Item,Unit,Stock,,Price,\nItem,Unit,Min,Now,Net,Case\nRice,kg,2,3,1.20,12\nSalt,kg,4,5,0.90,9\n")]
    public async Task Joins_a_row_of_groups_above_the_header(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(["Item", "Unit", "Stock Min", "Stock Now", "Price Net", "Price Case"], table.Plan.Columns.Select(column => column.Header));
        Assert.Equal([("Rice", 3m, 2m, 1.2m, 12m), ("Salt", 5m, 4m, 0.9m, 9m)],
            table.Items.Where(item => item.Quantity is not null).Select(item => (item.Name, item.Quantity!.Value, item.ReorderPoint!.Value, item.UnitCost!.Value, item.CaseCost!.Value)));
        Assert.Equal(table.Inspection.Records, table.Records.Count);
    }

    [Theory]
    [InlineData("Stock,,,\nItem,Unit,Qty,Supplier\n")]
    [InlineData(",,January 2027,\nItem,Unit,Qty,Supplier\n")]
    [InlineData("Inventory,,25 January,\nItem,Unit,Qty,Supplier\n")]
    [InlineData("Inventory,,make sure that quantity is filled in,\nItem,Unit,Qty,Supplier\n")]
    [InlineData("Inventory,count what is really there,,\nItem,Unit,Qty,Supplier\n")]
    public async Task Takes_no_title_for_a_group_of_columns(string above)
    {
        var table = await TableFixture.ReadAsync(above + "Rice,kg,3,Mill\nSalt,kg,5,Mill\n");
        Assert.Equal(["Item", "Unit", "Qty", "Supplier"], table.Plan.Columns.Select(column => column.Header));
    }

    [Fact]
    public async Task Takes_no_text_beside_a_group_for_one_of_its_columns()
    {
        var table = await TableFixture.ReadAsync(",,Stock,,\nItem,Unit,Min,Now,Supplier\nRice,kg,2,3,Mill\nSalt,kg,4,5,Mill\n");
        Assert.Equal(["Item", "Unit", "Stock Min", "Stock Now", "Supplier"], table.Plan.Columns.Select(column => column.Header));
    }

    [Theory]
    [InlineData("Item,Unit,On hand,Q1,Q2\nRice,kg,3,10,17\nSalt,kg,5,12,19\n")]
    [InlineData("Item,Unit,On hand,2026\nRice,kg,3,10\nSalt,kg,5,12\n")]
    [InlineData("Artikel;Einheit;Bestand;KW12;KW13\nRice;kg;3;10;17\nSalt;kg;5;12;19\n")]
    public async Task Finds_a_header_some_titles_of_which_look_like_numbers(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal([("Rice", "kg", 3m), ("Salt", "kg", 5m)], table.Items.Select(item => (item.Name, item.UnitCode!, item.Quantity!.Value)));
    }

    [Theory]
    [InlineData("Désignation;Qté;Unité;Prix\rCrème fraîche;4;l;3,20\rPâté maison;2;kg;14,00\rFarine;5;kg;1,10\r", "Crème fraîche", "Pâté maison", "Farine")]
    [InlineData("Désignation;Qté;Unité;Prix\nCrème fraîche;4;l;3,20\nThé glacé;2;l;1,20\nPurée;7;kg;1,20\nSauté;7;kg;1,20\nCafé;7;kg;9,20\nVelouté;7;l;1,20\nŒufs;7;pc;0,20\n", "Crème fraîche", "Thé glacé", "Purée", "Sauté", "Café", "Velouté", "Œufs")]
    [InlineData("Artikel;Bestand;Einheit;EK\nKäse;4;kg;3,20\nWürste;2;kg;14,00\nÖl;5;l;9,50\nWeißwein;3;l;4,00\n", "Käse", "Würste", "Öl", "Weißwein")]
    [InlineData("Artículo;Cantidad;Unidad;Precio\nPiña;4;kg;3,20\nJamón;2;kg;14,00\nAzúcar;5;kg;0,90\n", "Piña", "Jamón", "Azúcar")]
    public async Task Tells_the_letters_of_a_mac_from_those_of_windows_by_the_words_they_make(string text, params string[] names)
    {
        foreach (var encoding in (string[])["macintosh", "windows-1252"])
        {
            var table = await TableFixture.ReadAsync(TextEncodings.Find(encoding)!.GetBytes(text), currency: "EUR");
            Assert.Equal(encoding, table.Plan.Detected.Encoding);
            Assert.Equal(names, table.Items.Select(item => item.Name));
            Assert.All(table.Items, item => Assert.True(item.Quantity > 0 && item.UnitCost > 0));
        }
    }
}
