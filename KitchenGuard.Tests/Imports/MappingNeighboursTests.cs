using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>One word more in a header, or another column beside it, makes a column about something else: each with its opposite.</summary>
public class MappingNeighboursTests
{
    [Theory]
    [InlineData("Expiry Date Format", "2027-01-31", "2027-02-28", "2027-03-31")]
    [InlineData("Batch Selection", "L-1", "L-2", "L-3")]
    [InlineData("Packing Stage", "6x1 kg", "12x1 kg", "5 kg")]
    [InlineData("Storage mode", "Dry", "Cold", "Dry")]
    [InlineData("Min Weight", "2", "3", "4")]
    [InlineData("LocationDetail", "Hill", "Coast", "Hill")]
    [InlineData("color_detail", "ruby", "straw", "garnet")]
    [InlineData("Supplier info", "calls on Monday", "ask for Ada", "closed in May")]
    [InlineData("Anz_Basis", "1", "2.5", "1")]
    [InlineData("N", "1", "2", "3")]
    [InlineData("Pack", "MENU", "MENU", "MENU")]
    [InlineData("Contents", "egg, ham, cheese, lettuce, tomato", "ham, bacon, lettuce, sweetcorn", "sausage, peas, olives, tomato")]
    [InlineData("Type", "product", "product", "product")]
    [InlineData("Type", "simple", "variable", "simple")]
    [InlineData("Source", "Corfu, Greece", "Crete, Greece", "Attica, Greece")]
    [InlineData("Source", "manual_entry", "bulk_upload", "manual_entry")]
    [InlineData("Size", "M", "One Size", "32")]
    [InlineData("Company", "Ours", "Ours", "Ours")]
    [InlineData("Store", "North", "South", "North")]
    public async Task Leaves_out_what_is_about_something_else(string header, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nRice,\"{values[0]}\"\nSalt,\"{values[1]}\"\nOats,\"{values[2]}\"\n");
        Assert.Equal(ItemField.Name, table.Field("name"));
        Assert.Null(table.Field(header));
    }

    [Theory]
    [InlineData("Expiry Date", ItemField.ExpiresOn, "2027-01-31", "2027-02-28", "2027-03-31")]
    [InlineData("Batch", ItemField.LotCode, "L-1", "L-2", "L-3")]
    [InlineData("Packing", ItemField.PackSize, "6x1 kg", "12x1 kg", "5 kg")]
    [InlineData("Storage", ItemField.StorageArea, "Dry", "Cold", "Dry")]
    [InlineData("storage_category", ItemField.StorageArea, "Cold store", "Freezer", "Freezer")]
    [InlineData("Min Stock", ItemField.ReorderPoint, "2", "3", "4")]
    [InlineData("Batas_Aman", ItemField.ReorderPoint, "20", "30", "40")]
    [InlineData("Product details", ItemField.Notes, "ruby", "straw", "garnet")]
    [InlineData("Pack", ItemField.PackSize, "Large", "Regular", "Large")]
    [InlineData("Contents", ItemField.PackSize, "egg 50 g", "ham 20 g", "tomato 1 kg")]
    [InlineData("Type", ItemField.Category, "grain", "spice", "grain")]
    [InlineData("Source", ItemField.Supplier, "Northern Foods", "Harbour Fish", "Northern Foods")]
    [InlineData("Company", ItemField.Brand, "Northern Foods", "Harbour Fish", "Northern Foods")]
    [InlineData("common_code", ItemField.Sku, "S01", "P01", "C01")]
    [InlineData("Valor", ItemField.UnitCost, "20,50", "22,90", "18,75")]
    public async Task Takes_what_is_about_the_item(string header, string field, params string[] values)
    {
        var table = await TableFixture.ReadAsync($"name,{header}\nRice,\"{values[0]}\"\nSalt,\"{values[1]}\"\nOats,\"{values[2]}\"\n");
        Assert.Equal(field, table.Field(header));
    }

    [Theory]
    [InlineData("Artikel;Anzahl;Umsatz brutto;MwSt", "Anzahl")]
    [InlineData("Item;Qty;Net Sales;Tax", "Qty")]
    [InlineData("Item;Quantity;Revenue;Tax", "Quantity")]
    [InlineData("Article;Quantité;CA TTC;TVA", "Quantité")]
    [InlineData("Producto;Cantidad;Ventas netas;IVA", "Cantidad")]
    [InlineData("Prodotto;Quantità;Fatturato;IVA", "Quantità")]
    [InlineData("Produto;Quantidade;Faturamento;IVA", "Quantidade")]
    [InlineData("Artikel;Aantal;Omzet;BTW", "Aantal")]
    [InlineData("商品名;数量;売上金額;税", "数量")]
    public async Task A_quantity_beside_what_came_in_for_it_was_sold(string header, string quantity)
    {
        var table = await TableFixture.ReadAsync($"{header}\nSchnitzel;142;2.812,00;7%\nHelles;388;1.629,60;19%\nStrudel;57;370,50;7%\n", currency: "EUR");
        Assert.Null(table.Field(quantity));
        var notice = Assert.Single(table.Inspection.Notices, notice => notice.Code == IssueCode.SalesReport);
        Assert.StartsWith("This looks like a report of sales", notice.Message, StringComparison.Ordinal);
        Assert.All(table.Items, item => Assert.Null(item.Quantity));
    }

    [Theory]
    [InlineData("Artikel;Bestand;Umsatz;Einkaufspreis", "Bestand")]
    [InlineData("Item;Quantity;Revenue;Reorder level", "Quantity")]
    [InlineData("Item;Quantity;Sales Price;Tax", "Quantity")]
    [InlineData("Item;Quantity;Revenue;Sold", "Quantity")]
    [InlineData("Item;Quantity;Inventory turnover;Tax", "Quantity")]
    public async Task What_is_in_stock_stays_so_beside_what_came_in(string header, string quantity)
    {
        var table = await TableFixture.ReadAsync($"{header}\nSchnitzel;142;2.812,00;7\nHelles;388;1.629,60;19\nStrudel;57;370,50;8\n", currency: "EUR");
        Assert.Equal(ItemField.Quantity, table.Field(quantity));
    }

    [Fact]
    public async Task A_value_beside_what_is_counted_is_no_price()
    {
        var table = await TableFixture.ReadAsync("produto,quantidade,valor\nArroz,3,\"20,50\"\nSal,5,\"22,90\"\nCha,7,\"18,75\"\n", currency: "BRL");
        Assert.Equal(ItemField.Quantity, table.Field("quantidade"));
        Assert.Null(table.Field("valor"));
    }

    [Fact]
    public async Task A_company_beside_a_brand_is_neither()
    {
        var table = await TableFixture.ReadAsync("name,brand,company\nRice,Sun,North\nSalt,Sea,South\nOats,Sun,North\n");
        Assert.Equal(ItemField.Brand, table.Field("brand"));
        Assert.Null(table.Field("company"));
    }

    [Fact]
    public async Task A_store_beside_prices_is_where_things_are_bought_and_beside_stock_a_branch()
    {
        var prices = await TableFixture.ReadAsync("ingredient,price,unit,store\nSalt,28.50,kg,North Market\nSugar,31.20,kg,Corner Shop\nFlour,19.90,kg,North Market\n");
        Assert.Equal(ItemField.Supplier, prices.Field("store"));
        var stock = await TableFixture.ReadAsync("ingredient,price,stock,store\nSalt,28.50,4,North\nSugar,31.20,6,South\nFlour,19.90,7,North\n");
        Assert.Null(stock.Field("store"));
    }

    [Fact]
    public async Task What_tasters_say_is_no_stock_and_no_note()
    {
        var tasted = await TableFixture.ReadAsync("name,body,acidity,balance\nSol,full,high,3.5\nMar,light,low,4.5\nLuna,full,high,4.1\n", department: "bar");
        Assert.Null(tasted.Field("balance"));
        Assert.Null(tasted.Field("body"));
        var counted = await TableFixture.ReadAsync("name,unit,balance\nSol,bottle,3.5\nMar,bottle,4.5\nLuna,bottle,4.1\n", department: "bar");
        Assert.Equal(ItemField.Quantity, counted.Field("balance"));
    }

    [Fact]
    public async Task A_zone_beside_a_region_is_a_part_of_it()
    {
        var wines = await TableFixture.ReadAsync("name,region,zone,location\nSol,Piedmont,Langhe,Cellar\nMar,Tuscany,Chianti,Cellar\nLuna,Umbria,Orvieto,Bar\n", department: "bar");
        Assert.Null(wines.Field("zone"));
        Assert.Equal(ItemField.StorageArea, wines.Field("location"));
        var places = await TableFixture.ReadAsync("name,zone\nRice,Dry\nMilk,Cold\nOats,Dry\n");
        Assert.Equal(ItemField.StorageArea, places.Field("zone"));
    }

    [Fact]
    public async Task Prices_of_three_sizes_are_not_the_items()
    {
        var table = await TableFixture.ReadAsync("name,price_s,price_m,price_l\nRossa,4.10,5.90,7.90\nBianca,4.60,6.40,8.40\nVerde,4.80,6.60,8.60\n");
        Assert.Equal(["name", null, null, null], table.Plan.Columns.Select(column => column.Field));
        var litre = await TableFixture.ReadAsync("name,price_l\nOil,4.10\nVinegar,4.60\nSyrup,4.80\n");
        Assert.Equal(ItemField.UnitCost, litre.Field("price_l"));
    }

    [Fact]
    public async Task Beside_a_regular_price_the_sale_price_is_that_of_an_offer()
    {
        var table = await TableFixture.ReadAsync("name,Sale price,Regular price\nRice,2.10,2.90\nSalt,,1.35\nTea,,6.80\n");
        Assert.Null(table.Field("Sale price"));
        Assert.Equal(ItemField.SalePrice, table.Field("Regular price"));
        var alone = await TableFixture.ReadAsync("name,Sale price\nRice,2.10\nSalt,1.35\nTea,6.80\n");
        Assert.Equal(ItemField.SalePrice, alone.Field("Sale price"));
    }

    [Fact]
    public async Task Items_per_unit_are_no_price_that_costs_are_compared_with()
    {
        var table = await TableFixture.ReadAsync("name,Purchase Price,Landing Cost,Item Per Unit\nRice,5.10,6.20,1\nSalt,7.40,8.30,1\nTea,9.60,9.90,1\n");
        Assert.Equal(ItemField.UnitCost, table.Field("Purchase Price"));
    }

    [Fact]
    public async Task Of_two_that_say_it_the_one_in_the_fields_own_words_has_it()
    {
        var table = await TableFixture.ReadAsync("name,base cost,unit cost,minimum_stock,reorder_point\nRice,5.10,1.20,2,20\nSalt,7.40,1.30,5,25\nTea,9.60,1.90,7,30\n");
        Assert.Equal([ItemField.Name, null, ItemField.UnitCost, null, ItemField.ReorderPoint], table.Plan.Columns.Select(column => column.Field));
    }

    [Fact]
    public async Task Where_different_items_share_a_code_the_code_beside_it_is_taken()
    {
        var table = await TableFixture.ReadAsync("ArtNr,name,artnr1\nK-100,Hook 1,A-11\nK-100,Hook 2,A-12\nK-100,Hook 3,A-13\nK-200,Wool,A-21\n", currency: "EUR");
        Assert.Null(table.Field("ArtNr"));
        Assert.Equal(ItemField.Sku, table.Field("artnr1"));
    }

    [Fact]
    public async Task A_group_that_differs_in_every_row_is_the_name_where_no_other_is()
    {
        var table = await TableFixture.ReadAsync("Art,Hoehe,Farbe,Preis\nAkelei,60,blau,\"3,00\"\nAster,30,lila,\"2,00\"\nIris,90,blau,\"1,50\"\nMohn,80,rot,\"2,00\"\n", currency: "EUR");
        Assert.Equal(ItemField.Name, table.Field("Art"));
        var groups = await TableFixture.ReadAsync("Name,Art,Preis\nAkelei,Staude,\"3,00\"\nAster,Staude,\"2,00\"\nEibe,Baum,\"1,50\"\nMohn,Staude,\"2,00\"\n", currency: "EUR");
        Assert.Equal(ItemField.Category, groups.Field("Art"));
    }

    [Fact]
    public async Task Nothing_but_one_and_zero_is_no_price()
    {
        var table = await TableFixture.ReadAsync("name,case cost\nRice,1\nSalt,0\nTea,1\nOats,1\nRye,0\n");
        Assert.Null(table.Field("case cost"));
    }

    [Fact]
    public async Task The_description_goes_before_other_information()
    {
        var table = await TableFixture.ReadAsync("name,Product Info,Description\nRice,rich in iron,long grain\nSalt,good for taste,from the sea\nTea,good for digestion,black leaves\n");
        Assert.Equal(ItemField.Notes, table.Field("Description"));
        Assert.Null(table.Field("Product Info"));
    }

    [Theory]
    // What a kitchen buys, and what one of it costs.
    [InlineData("name;Purchase Qty;Purchase Unit;Purchase Cost;Recipe Unit", "name - - caseCost -", "Flour;50;lb;21.50;oz", "Milk;1;gal;4.10;fl oz", "Eggs;15;dozen;32.00;each")]
    [InlineData("name;Purchase Cost;Supplier", "name unitCost supplier", "Flour;21.50;North", "Milk;4.10;South", "Eggs;32.00;North")]
    [InlineData("name;Menge/Packung;Einheit", "name - unit", "Mehl;1;kg", "Salz;500;g", "Butter;250;g")]
    [InlineData("name;Menge/Packung;Einheit", "name caseSize unit", "Cola;6;Flasche", "Bier;24;Flasche", "Eier;10;Stk")]
    [InlineData("name;Presentación;Costo Presentación", "name packSize caseCost", "Harina;Bulto 25 kg;480.55", "Azúcar;Costal 50 kg;990.15", "Aceite;Bidón 20 l;890.35")]
    [InlineData("name;Preço da embalagem", "name caseCost", "Farinha;5.49", "Fermento;4.29", "Ovos;22.90")]
    // Of several sizes, none is the item's.
    [InlineData("name;Preis klein;Preis groß", "name - -", "Margherita;6,50;8,55", "Salami;7,50;9,55", "Funghi;7,50;9,65")]
    [InlineData("name;Preis 0,3;Preis 0,5", "name - -", "Pils;2,80;4,10", "Helles;2,90;4,20", "Weizen;3,10;4,60")]
    [InlineData("name;Small price;Large price", "name - -", "Latte;2.85;4.15", "Mocha;2.95;4.25", "Chai;3.15;4.65")]
    [InlineData("name;Preis brutto;Preis netto", "name - unitCost", "Pils;2,80;2,35", "Helles;2,90;2,44", "Weizen;3,10;2,61")]
    [InlineData("name;Qté mini;Qté maxi;Stock", "name reorderPoint parLevel quantity", "Riz;2;12;5", "Sel;1;6;7", "Thé;4;20;9")]
    // A description goes before a brand.
    [InlineData("Item #;Brand;Description;Case Price", "sku brand name caseCost", "1002231;Pride;Diced tomatoes;38.15", "1002239;Golden;Plain flour;21.55", "1003455;Sunny;Canola oil;44.85")]
    [InlineData("Brand;Case Price", "name caseCost", "Pride;38.15", "Golden;21.55", "Sunny;44.85")]
    [InlineData("winery;designation;title", "brand - name", "Hill;Reserve;Hill Reserve 2018", "Val;Old Vines;Val Old Vines 2020", "Rossi;Rocche;Rossi Rocche 2016")]
    [InlineData("designation;prix", "name unitCost", "Riz;2,15", "Sel;0,85", "Thé;6,35")]
    [InlineData("Alimento;Dove;Quanti", "name storageArea quantity", "Yogurt;Frigo;4", "Pasta;Dispensa;6", "Piselli;Freezer;2")]
    [InlineData("name;$/Keg;Price/pint", "name unitCost -", "Haze;189.00;7.15", "Dark;89.00;7.25", "Gold;149.00;6.35")]
    public async Task Packs_sizes_and_purchases_decide(string headers, string fields, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"{headers}\n{rows[0]}\n{rows[1]}\n{rows[2]}\n", currency: headers.Contains("Pre", StringComparison.Ordinal) || headers.Contains('é', StringComparison.Ordinal) ? "EUR" : "USD");
        Assert.Equal(fields.Split(' '), table.Plan.Columns.Select(column => column.Field ?? "-"));
    }
}
