using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Headers as databases and small programs write them, and values that say what their header does not.</summary>
public class MappingExportsTests
{
    [Theory]
    [InlineData("itm_cd,prod_nm,item_desc,brd,stk_qty", "sku name notes  quantity", "R-1,Rice,long,x,5")]
    [InlineData("ing_id,ing_name,ing_meas,ing_cost", "sku name unit unitCost", "R-1,Rice,kg,5")]
    [InlineData("artículo_id,artículo_nombre,artículo_stock", "sku name quantity", "R-1,Arroz,5")]
    [InlineData("zaz_code,zaz_name,zaz_stock,zaz_price", "sku name quantity unitCost", "R-1,Rice,5,2")]
    [InlineData("Items/Product Template,Items/Fixed Price,Items/On Hand", "name unitCost quantity", "Rice,5,2")]
    [InlineData("Name,Price/kg,Price/case", "name  caseCost", "Rice,5,2")]
    [InlineData("Lot/Batch,Name / Description,Supplier/Vendor,Brand/Producer", "lotCode name supplier brand", "L1,Rice,Farm,Field")]
    [InlineData("日本語名,原語名,生産者,本数", "name  brand quantity", "赤ワイン,Vin rouge,蔵,5")]
    [InlineData("Wine,Producer,Type of wine,Couleur", "name brand category ", "Pinot,Abbey,still,rouge")]
    [InlineData("产品名称,單位,库存数量,成本价,售價,供應商", "name unit quantity unitCost salePrice supplier", "米,kg,5,2,3,農家")]
    [InlineData("id_producto,long_description,Produit,shelf_no", "sku notes name storageArea", "R-1,fine,Riz,A1")]
    [InlineData("Barcode;Zeile1;Zeile2;Preis", "barcode name  salePrice", "5449000000996;Milch;frisch;2,50")]
    [InlineData("Product Name (EN),Kind (wine),Notes (internal)", "name category notes", "Rice,red,dry")]
    public async Task Understands_what_programs_write(string headers, string fields, string row)
    {
        var table = await TableFixture.ReadAsync($"{headers}\n{row}\n{row.Replace("R-1", "Q-7", StringComparison.Ordinal)}\n", currency: "EUR");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? ""));
    }

    [Theory]
    [InlineData("id", "1|2|3|4", false)]
    [InlineData("producto_id", "3|7|12|45", false)]
    [InlineData("Product ID", "100234|4711|88001|512", true)]
    [InlineData("item_id", "0012|0013|0014|0015", true)]
    [InlineData("item_id", "A1|A2|A3|A4", true)]
    [InlineData("Item code", "1|2|3|4", true)]
    public async Task Takes_no_database_id_for_a_code(string header, string ids, bool isCode)
    {
        var cells = ids.Split('|');
        var table = await TableFixture.ReadAsync($"{header},name\n{cells[0]},Rice\n{cells[1]},Salt\n{cells[2]},Oats\n{cells[3]},Corn\n");
        Assert.Equal(isCode ? ItemField.Sku : null, table.Field(header));
    }

    [Theory]
    [InlineData("name,cost,price_per_unit\nRice,3,5\nSalt,2,4\n", " unitCost salePrice")]
    [InlineData("name,default_cost,price_per_unit\nRice,200,0.2\nSalt,150,0.3\n", "  unitCost")]
    [InlineData("name,cost,price\nRice,200,2\nSalt,150,3\n", " unitCost ")]
    [InlineData("name,last_purchase_price,price_per_unit,price\nRice,0.2,0.2,200\nSalt,0.3,0.3,150\n", " unitCost  ")]
    public async Task Sells_nothing_for_less_than_it_costs(string text, string fields)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field == ItemField.Name ? "" : column.Field ?? ""));
    }

    [Theory]
    [InlineData("vino,costo,vendita\nA,12.50,25.10\nB,8.20,18.40\n", "bar", "name unitCost salePrice")]
    [InlineData("vino,costo,vendita\nA,12.50,5.10\nB,8.20,8.40\n", "bar", "name unitCost ")]
    [InlineData("produto,preço,quantidade_minima\nA,12.50,25\nB,8.20,50\n", "kitchen", "name salePrice ")]
    [InlineData("produto,preço,estoque,quantidade_minima\nA,12.50,7,25\nB,8.20,3,50\n", "kitchen", "name salePrice quantity reorderPoint")]
    [InlineData("name,glass_price,bottle_price\nA,12,45\nB,9,36\n", "bar", "name  salePrice")]
    [InlineData("name,percentage\nA,40\nB,12.5\nC,5.2\n", "bar", "name abv")]
    [InlineData("name,percentage\nA,40\nB,60\nC,75\n", "bar", "name ")]
    [InlineData("name,liter,price\nA,0.5,1.50\nB,0.33,1.20\n", "bar", "name bottleSize unitCost")]
    [InlineData("name,weight,container\nA,2 lb,bag\nB,12 oz,can\n", "kitchen", "name packSize unit")]
    [InlineData("Ingredient,Unit Type,Purchase Size,Cost,Cost per Unit\nA,KG,2.0,10.0,5.0\nB,KG,1.0,7.5,7.5\n", "kitchen", "name unit packSize caseCost unitCost")]
    [InlineData("이름,가격\nA,2\nB,3\nC,1\n", "bar", "name ")]
    public async Task Lets_neighbours_and_values_decide_between_two_meanings(string text, string department, string fields)
    {
        var table = await TableFixture.ReadAsync(text, department: department, currency: text.Contains('가') ? "KRW" : "EUR");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? ""));
    }

    [Fact]
    public async Task Headers_that_stand_in_brackets_mean_what_they_say()
    {
        var table = await TableFixture.ReadAsync("\"[商品コード]\",\"[商品名]\",\"[入数]\",\"[単位]\",\"[単価]\",\"[取引先名]\"\n38441,アペリティーボ,12,本,3500,酒店\n38442,リキュール,6,本,2800,酒店\n38443,ジン,12,本,4100,商会\n", currency: "JPY");
        Assert.Equal([ItemField.Sku, ItemField.Name, ItemField.CaseSize, ItemField.Unit, ItemField.UnitCost, ItemField.Supplier], table.Plan.Columns.Select(column => column.Field));
    }

    [Fact]
    public async Task The_shop_behind_several_headers_says_nothing_of_them()
    {
        // "Mini" is a minimum elsewhere.
        var table = await TableFixture.ReadAsync("Name,SKU,Cost,Price [2525 Mini Shop],In stock [2525 Mini Shop],Low stock [2525 Mini Shop]\nLotion,10537,200,350,0.000,0.000\nSauce,10527,90,185,13.000,\nPowder,10552,210,500,49.000,5.000\n");
        Assert.Equal((ItemField.SalePrice, ItemField.Quantity, ItemField.ReorderPoint), (table.Field("Price [2525 Mini Shop]"), table.Field("In stock [2525 Mini Shop]"), table.Field("Low stock [2525 Mini Shop]")));
        Assert.Equal([0m, 13m, 49m], table.Items.Select(item => item.Quantity!.Value));
    }

    [Fact]
    public async Task Takes_the_price_of_a_bought_amount_for_no_unit_cost()
    {
        var table = await TableFixture.ReadAsync("name,weight,unit,price\nRice,1000,g,12\nMilk,500,ml,2\n");
        Assert.Equal(ItemField.CaseCost, table.Field("price"));
        Assert.All(table.Items, item => Assert.Null(item.CostPerUnit));
        table = await TableFixture.ReadAsync("name,weight,unit,price,stock\nRice,1000,kg,12,5\n");
        Assert.Equal(ItemField.UnitCost, table.Field("price"));
    }

    [Theory]
    [InlineData("$1,449|$999|$2,000", "MXN", "1449|999|2000")]
    [InlineData("$200 MXN|$2,000 MXN|$1,400 MXN", "MXN", "200|2000|1400")]
    [InlineData("3,895 KSh|2,895 KSh|950 KSh", "KES", "3895|2895|950")]
    [InlineData("Rp 23.000|Rp 2.100|Rp 900", "IDR", "23000|2100|900")]
    [InlineData("$1,449|$1500|$2,000", "MXN", "|1500|")]
    [InlineData("$1,449|$9.50|$2,000", "MXN", "1449|9.50|2000")]
    [InlineData("1,449|1,250|2,000", "MXN", "||")]
    [InlineData("1,449 €|1,250 €|2,000 €", "EUR", "||")]
    [InlineData("1,449 $|1,250 $|2,000 $", "CAD", "||")]
    [InlineData("$200 EUR|$300 EUR|$400 EUR", "MXN", "||")]
    public async Task Reads_thousands_in_prices_only_where_their_currency_proves_them(string cells, string currency, string expected)
    {
        var table = await TableFixture.ReadAsync("Item;Price\n" + string.Concat(cells.Split('|').Select((cell, i) => $"Item {(char)('A' + i)};{cell}\n")), currency: currency);
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => (item.UnitCost ?? item.SalePrice)?.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task Leaves_thousands_of_bare_quantities_in_doubt()
    {
        var table = await TableFixture.ReadAsync("Item;Stock\nRice;1,449\nSalt;2,000\nOats;3,250\n", currency: "USD");
        Assert.All(table.Items, item => Assert.Null(item.Quantity));
    }

    [Theory]
    [InlineData("Stück (0,2 l)", "each", "0,2 l")]
    [InlineData("Flasche (700 ml)", "bottle", "700 ml")]
    [InlineData("kg (ca. 20)", "kg (ca. 20)", null)]
    [InlineData("large (500 g)", "large (500 g)", null)]
    public async Task Parts_a_unit_from_what_one_of_it_holds(string cell, string unit, string? pack)
    {
        var table = await TableFixture.ReadAsync($"Artikel;Einheit\nSaft;{cell}\nReis;kg\nSalz;g\n");
        Assert.Equal((unit, pack), (table.Items[0].UnitCode, table.Items[0].PackSize));
    }

    [Fact]
    public async Task Knows_flags_defaults_and_colours_from_stock_levels_and_categories()
    {
        var table = await TableFixture.ReadAsync("name,in stock,min qty,color\nA,1,1,red\nB,0,1,blue\nC,1,1,green\nD,1,1,red\nE,0,1,black\n");
        Assert.Equal([ItemField.Name, null, null, null], table.Plan.Columns.Select(column => column.Field));
        table = await TableFixture.ReadAsync("name,in stock,min qty,color\nA,12,1,red\nB,0,2,white\nC,1,1,rosé\nD,7,1,red\nE,0,1,red\n", department: "bar");
        Assert.Equal([ItemField.Name, ItemField.Quantity, ItemField.ReorderPoint, ItemField.Category], table.Plan.Columns.Select(column => column.Field));
    }

    [Fact]
    public async Task Takes_a_glass_for_what_is_poured_in_a_bar_and_a_jar_in_a_kitchen()
    {
        const string text = "Name;Preis (Glas)\nRiesling;4,50\nSpätburgunder;5,20\n";
        Assert.Null((await TableFixture.ReadAsync(text, department: "bar", currency: "EUR")).Field("Preis (Glas)"));
        Assert.Equal(ItemField.UnitCost, (await TableFixture.ReadAsync(text, currency: "EUR")).Field("Preis (Glas)"));
    }

    [Fact]
    public async Task Takes_the_fuller_of_two_names_and_the_row_of_titles_that_has_one()
    {
        var table = await TableFixture.ReadAsync("List name,Product,Qty\nSpring,Rice,1\n,Salt,2\n,Oats,3\n,Corn,4\n,Peas,5\n");
        Assert.Equal(ItemField.Name, table.Field("Product"));
        table = await TableFixture.ReadAsync("Farm shop;;;\n;unit;Price;stock\n;group;Product;Euro\n7;dry;Rice;2,50\n7;dry;Salt;1,50\n", currency: "EUR");
        Assert.Equal(["Rice", "Salt"], table.Items.Select(item => item.Name));
    }
}
