using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Columns that only their neighbours' values tell apart: a total from a cost, a kind from a name, an appellation from a wine. Each with its opposite.</summary>
public class MappingTotalsTests
{
    [Theory]
    [InlineData("Cost", "36.00", "10.50", "8.40")]
    [InlineData("Price", "36.00", "10.50", "8.40")]
    [InlineData("Cost", "36.02", "10.49", "8.41")]
    public async Task The_value_of_all_that_is_there_is_no_cost(string header, string first, string second, string third)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,{header},Average cost\nRice,12,{first},3.00\nSalt,7,{second},1.50\nOats,4,{third},2.10\n");
        Assert.Null(table.Field(header));
        Assert.Equal(ItemField.UnitCost, table.Field("Average cost"));
        Assert.Equal(ItemField.Quantity, table.Field("Qty"));
    }

    [Fact]
    public async Task A_price_that_is_no_product_stays()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Price,Average cost\nRice,12,4.20,3.00\nSalt,7,2.50,1.50\nOats,4,3.10,2.10\nPeas,1,1.10,1.10\n");
        Assert.Equal(ItemField.SalePrice, table.Field("Price"));
        Assert.Equal(ItemField.UnitCost, table.Field("Average cost"));
    }

    [Fact]
    public async Task A_starting_price_is_the_price_only_where_no_other_is()
    {
        var alone = await TableFixture.ReadAsync("Name,Minimum price,Maximum price,Starting price\nCider,11,16,12\nStout,5,9,7\nPils,21,26,22\n");
        Assert.Equal(ItemField.SalePrice, alone.Field("Starting price"));
        Assert.Null(alone.Field("Minimum price"));
        var beside = await TableFixture.ReadAsync("Name,Starting price,Selling price\nCider,11.10,16.20\nStout,5.10,9.20\nPils,21.10,26.20\n");
        Assert.Null(beside.Field("Starting price"));
    }

    [Fact]
    public async Task Of_a_markets_prices_the_mean_is_the_cost()
    {
        var table = await TableFixture.ReadAsync("Name,Minimum,Maximum,Average\nLeek,Rs 40,Rs 50,Rs 45\nKale,Rs 60,Rs 80,Rs 72\nOnion,Rs 20,Rs 30,Rs 24\n", currency: "NPR");
        Assert.Equal(ItemField.UnitCost, table.Field("Average"));
        var counts = await TableFixture.ReadAsync("Name,Minimum,Maximum,Average\nLeek,40,50,45\nKale,60,80,72\nOnion,20,30,24\n");
        Assert.Null(counts.Field("Average"));
    }

    [Fact]
    public async Task A_kind_that_is_another_in_each_row_is_the_name_beside_what_is_told_about_it()
    {
        var table = await TableFixture.ReadAsync(
            "type,desc,quantity\nQuinces,picked this very morning,7\nChard,good for soups and pies,5\nBeets,roast them with thyme,9\nLeeks,still with their roots on,3\nSquash,keeps until spring,2\n");
        Assert.Equal(ItemField.Name, table.Field("type"));
        Assert.NotEqual(ItemField.Name, table.Field("desc"));
        var kinds = await TableFixture.ReadAsync("type,desc,quantity\nFruit,Quinces 5 kg,7\nLeaf,Chard red,5\nRoot,Beets golden,9\nStem,Leeks bunch,3\nGourd,Squash butternut,2\n");
        Assert.Equal(ItemField.Name, kinds.Field("desc"));
        Assert.Equal(ItemField.Category, kinds.Field("type"));
    }

    [Fact]
    public async Task An_appellation_is_no_name_where_a_description_stands_beside()
    {
        const string lines = "Rosso del Colle,Chianti DOCG,Toscana\nVigna Alta,Chianti DOCG,Toscana\nMonte Sereno,Barolo DOCG,Piemonte\nCa del Vento,Barolo DOCG,Piemonte\n";
        var table = await TableFixture.ReadAsync("descrizione,denominazione,regione\n" + lines, department: "bar");
        Assert.Equal(ItemField.Name, table.Field("descrizione"));
        Assert.Null(table.Field("denominazione"));
        var alone = await TableFixture.ReadAsync("codice,denominazione,prezzo\nA-7,Rosso del Colle,9.10\nA-9,Vigna Alta,8.20\nB-4,Monte Sereno,7.30\n", department: "bar");
        Assert.Equal(ItemField.Name, alone.Field("denominazione"));
    }

    [Theory]
    [InlineData("location", "\"-42.8819,147.3281\"", "\"-42.8740,147.3138\"", "\"-42.8867,147.3260\"")]
    [InlineData("Size", "Small Medium Large", "Small Medium", "Small Medium Large")]
    [InlineData("id", "", "", "")]
    [InlineData("Empresa", "Ours", "Ours", "Ours")]
    public async Task Leaves_out_what_is_of_no_item(string header, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name,{header},qty\nRice,{values[0]},3\nSalt,{values[1]},4\nOats,{values[2]},5\n");
        Assert.Null(table.Field(header));
    }

    [Theory]
    [InlineData("location", "\"Shelf 3, row 2\"", "\"Shelf 3, row 1\"", "\"Shelf 1, row 2\"", ItemField.StorageArea)]
    [InlineData("Empresa", "Nord", "Ost", "Nord", ItemField.Brand)]
    [InlineData("id", "12345678", "23456789", "34567890", ItemField.Sku)]
    public async Task Takes_what_is_of_the_item(string header, string first, string second, string third, string field)
    {
        var table = await TableFixture.ReadAsync($"name,{header},qty\nRice,{first},3\nSalt,{second},4\nOats,{third},5\n");
        Assert.Equal(field, table.Field(header));
    }

    [Fact]
    public async Task A_company_under_which_the_same_items_come_again_is_a_branch()
    {
        var table = await TableFixture.ReadAsync("company,name,qty\nNord,Rice,3\nNord,Salt,4\nOst,Rice,5\nOst,Salt,6\n");
        Assert.Null(table.Field("company"));
    }

    [Theory]
    [InlineData("रू ४३.५०", "43.5")]
    [InlineData("٤٣٫٥", "43.5")]
    [InlineData("৪৩", "43")]
    public void Reads_the_digits_of_other_scripts(string cell, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), NumberText.Read(cell, new NumberFormat('.', BlankGroups: false)).Value);
}
