using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers as databases have them, words without a blank between, and headers that say how sure they are: each with its opposite.</summary>
public class MappingDatabasesTests
{
    [Theory]
    [InlineData("DEPNAME", ItemField.Category, "Dairy", "Dry", "Dairy")]
    [InlineData("DEPTDESC", ItemField.Category, "Dairy", "Dry", "Dairy")]
    [InlineData("FAMNAME", ItemField.Category, "Dairy", "Dry", "Dairy")]
    [InlineData("VENDNAME", ItemField.Supplier, "North", "South", "North")]
    [InlineData("BRNDNAME", ItemField.Brand, "Ours", "Theirs", "Ours")]
    [InlineData("WHNAME", ItemField.StorageArea, "Cold", "Dry", "Cold")]
    [InlineData("UOMDESC", ItemField.Unit, "kg", "l", "kg")]
    [InlineData("SIZENAME", ItemField.BottleSize, "750 ml", "1 l", "330 ml")]
    [InlineData("PACKDESC", ItemField.PackSize, "6x1 kg", "5 kg", "12x1 kg")]
    [InlineData("CURRCOST", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("PUHT", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("REORDERPT", ItemField.ReorderPoint, "2", "5", "7")]
    [InlineData("PARLVL", ItemField.ParLevel, "2", "5", "7")]
    [InlineData("EXPIRYDT", ItemField.ExpiresOn, "2027-01-31", "2027-02-28", "2027-03-31")]
    [InlineData("CUSTNAME", null, "Anna", "Ben", "Cleo")]
    [InlineData("customer_name", null, "Anna", "Ben", "Cleo")]
    [InlineData("EMPNAME", null, "Anna", "Ben", "Cleo")]
    [InlineData("ORDERQTY", null, "2", "5", "7")]
    [InlineData("SOLDQTY", null, "2", "5", "7")]
    [InlineData("TAXCODE", null, "A1", "B2", "C3")]
    [InlineData("INVDATE", null, "2027-01-31", "2027-02-28", "2027-03-31")]
    [InlineData("est_unit_cost", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Estimated price", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Est. $/Bottle", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("approx. cost", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Geschätzter Preis", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Prix estimé", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Costo stimato", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Preço aprox.", ItemField.UnitCost, "2.15", "3.20", "4.95")]
    [InlineData("Est. atual", ItemField.Quantity, "2", "5", "7")]
    [InlineData("Estimated stock", null, "2", "5", "7")]
    [InlineData("Estimated usage", null, "2", "5", "7")]
    [InlineData("Est. days", null, "2", "5", "7")]
    [InlineData("Est. line total", null, "12.15", "33.20", "49.95")]
    [InlineData("est_weight", null, "2", "5", "7")]
    [InlineData("User cellar count", ItemField.Quantity, "2", "5", "7")]
    [InlineData("Bottles in cellar", ItemField.Quantity, "2", "5", "7")]
    [InlineData("Bouteilles en cave", ItemField.Quantity, "2", "5", "7")]
    [InlineData("Flaschen im Keller", ItemField.Quantity, "2", "5", "7")]
    [InlineData("In cellar", ItemField.Quantity, "2", "5", "7")]
    [InlineData("Unidades en tránsito", null, "2", "5", "7")]
    [InlineData("Bottles in case", ItemField.CaseSize, "6", "12", "24")]
    [InlineData("stock_barra", ItemField.Quantity, "2", "5", "7")]
    [InlineData("stock_room", ItemField.StorageArea, "Cold", "Dry", "Cold")]
    [InlineData("Stock (€)", null, "215", "320", "495")]
    [InlineData("Sell per bottle (bar rate)", ItemField.SalePrice, "2.15", "3.20", "4.95")]
    [InlineData("Price (happy hour)", null, "2.15", "3.20", "4.95")]
    [InlineData("€/Portion", null, "2.15", "3.20", "4.95")]
    [InlineData("Inventory item", null, "2", "5", "7")]
    public async Task Reads_what_stands_together(string header, string? field, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name;{header}\nRice;{values[0]}\nSalt;{values[1]}\nOats;{values[2]}\n", department: "bar");
        Assert.Equal(field, table.Field(header));
    }

    [Theory]
    [InlineData("Artikel;Kategorie;Qté Min", "name category reorderPoint", "Reis;Trocken;0", "Salz;Trocken;0", "Butter;Kühl;0")]
    [InlineData("name;Type;Collection", "name category -", "Sencha;Green;Core", "Assam;Black;Core", "Gyokuro;Green;Trial")]
    [InlineData("name;Collection", "name category", "Sencha;Green", "Assam;Black", "Gyokuro;Green")]
    [InlineData("Date;Store;Item;Count;Price", "- supplier name quantity unitCost", "1/20/2027;North;Rice;;2.15", "1/21/2027;South;Salt;3;3.20", "1/22/2027;North;Oats;;4.95")]
    [InlineData("Date;Store;Item;Count;Price", "- - name quantity unitCost", "1/20/2027;North;Rice;5;2.15", "1/21/2027;South;Salt;3;3.20", "1/22/2027;North;Oats;9;4.95")]
    [InlineData("item;pack_size;pack_unit;pack_price", "name packSize unit caseCost", "Rice;40;lb;9.80", "Lids;300;ea;4.25", "Limes;10;lb;7.15")]
    [InlineData("item;pack_size;pack_unit;unit", "name packSize - unit", "Rice;40;lb;kg", "Lids;300;ea;each", "Limes;10;lb;kg")]
    [InlineData("item;Packaging Qty", "name packSize", "Rice;1kg", "Salt;500g", "Oats;2kg")]
    [InlineData("item;price;palabras_clave", "name unitCost -", "Rice;2.15;rice|white", "Salt;3.20;salt|sea", "Oats;4.95;oats|rolled")]
    [InlineData("item;code", "name -", "Rice;white rice", "Salt;sea salt", "Oats;rolled oats")]
    [InlineData("item;code", "name sku", "Rice;RICE", "Salt;SALT", "Oats;OATS")]
    [InlineData("item;contains", "name -", "Pesto;nuts, milk", "Mayonnaise;egg", "Tahini;sesame")]
    [InlineData("item;Contents", "name packSize", "Pesto;190 ml", "Mayonnaise;500 ml", "Tahini;300 ml")]
    [InlineData("MenuItemID;Name;Price", "sku name salePrice", "M-1;Latte;2.15", "M-2;Mocha;3.20", "M-3;Chai;4.95")]
    [InlineData("Menu item;Ingredient;Price", "- name unitCost", "Latte;Milk;2.15", "Latte;Beans;3.20", "Chai;Tea;4.95")]
    public async Task Neighbours_and_values_decide(string headers, string fields, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"{headers}\n{rows[0]}\n{rows[1]}\n{rows[2]}\n");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? "-"));
    }

    [Fact]
    public async Task A_quantity_that_is_nothing_but_one_beside_others_is_what_the_price_is_for()
    {
        const string Rows = "1,Gin,1899\n1,Rum,1549\n1,Rye,2199\n1,Port,1299\n1,Mead,999\n";
        Assert.Equal(ItemField.Quantity, (await TableFixture.ReadAsync("qty,name,cents\n" + Rows)).Field("qty"));
        var priced = await TableFixture.ReadAsync("qty,name,cents,cost_qty\n" + Rows.Replace("\n", ",1\n", StringComparison.Ordinal));
        Assert.Null(priced.Field("qty"));
    }

    [Fact]
    public async Task A_quantity_that_stands_in_the_names_is_what_a_pack_holds()
    {
        var packs = await TableFixture.ReadAsync("Name,Price,Quantity,Unit\nWater 7,8.30,7,l\nCola 300 ml x 6,10.00,6,each\nLemonade 1.5,4.15,1.5,l\nSoda 2.5 l,5.40,2.5,l\nTonic 200 ml x 4,3.95,4,each\n");
        Assert.Null(packs.Field("Quantity"));
        var stock = await TableFixture.ReadAsync("Name,Price,Quantity,Unit\nWater 7 l,8.30,12,each\nCola 300 ml x 6,10.00,5,each\nLemonade 1.5 l,4.15,9,each\nSoda 2.5 l,5.40,22,each\nTonic 200 ml x 4,3.95,4,each\n");
        Assert.Equal(ItemField.Quantity, stock.Field("Quantity"));
    }

    [Fact]
    public async Task Stock_behind_places_adds_up_and_numbers_of_shelves_do_not()
    {
        var stock = await TableFixture.ReadAsync("nombre,stock_almacen,stock_estante\nArroz,50,10\nSal,20,12\nPan,6,5\n");
        Assert.Equal([60m, 32m, 11m], stock.Items.Select(item => item.Quantity!.Value));
        var shelves = await TableFixture.ReadAsync("name,Regal,Schap\nReis,3,10\nSalz,7,12\nBrot,3,5\n");
        Assert.All(shelves.Items, item => Assert.Null(item.Quantity));
    }

    [Fact]
    public async Task The_only_description_is_the_name_even_of_what_was_bought_several_times()
    {
        var receipt = await TableFixture.ReadAsync("Description,Unit Qty,Price\nLeg of lamb,40,67.60\nLeg of lamb,41,69.15\nLeg of lamb,39,65.90\nLeg of lamb,38,64.20\nFennel,1,9.41\n");
        Assert.Equal(ItemField.Name, receipt.Field("Description"));
        var beschreibung = await TableFixture.ReadAsync("Beskrivelse,Pris\nMelk,12.15\nBrød,24.90\nSalt,8.35\n");
        Assert.Equal(ItemField.Name, beschreibung.Field("Beskrivelse"));
    }

    [Fact]
    public async Task Of_two_names_the_one_without_gaps_is_taken()
    {
        var table = await TableFixture.ReadAsync("Chinese Dish Name,English Dish Name,Price\n咖啡,Coffee,3.10\n,Warm water,0.60\n啤酒,Beer,9.40\n");
        Assert.Equal(ItemField.Name, table.Field("English Dish Name"));
    }
}
