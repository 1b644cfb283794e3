using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>What a list is as a whole decides what its columns mean: a menu, a report of sales, a cellar book, a list with next to no header.</summary>
public class MappingListKindsTests
{
    [Theory]
    [InlineData("ID,Name,Quantity,Price,Allergens\n1,Bruschetta,200 g,20,gluten\n2,Carbonara,350 g,34,\"gluten, egg\"\n3,Tiramisu,150 g,18,milk\n", "Quantity")]
    [InlineData("Item,Size,Qty,Net,Gross\nMai Tai,single,5046,\"$63,113.00\",\"$65,598.00\"\nZombie,single,17,$330.00,$340.00\nMule,double,31,$610.50,$640.00\n", "Qty")]
    public async Task What_is_served_or_sold_is_not_in_stock(string text, string header)
    {
        var table = await TableFixture.ReadAsync(text, department: "bar");
        Assert.Null(table.Field(header));
        Assert.All(table.Items, item => Assert.Null(item.Quantity));
    }

    [Theory]
    [InlineData("categoria,producto,precio,unidad,disponible\nFRUTAS,Manzana,1200,kg,SI\nVERDURAS,Palta,2500,kg,SI\nOTROS,Nuez,8900,kg,NO\n", "precio")]
    [InlineData("item,final price,cost\nSoup,7.50,1.20\nStew,12.50,3.10\nCake,4.50,0.90\n", "final price")]
    public async Task What_guests_are_asked_for_is_the_sale_price(string text, string header)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(ItemField.SalePrice, table.Field(header));
        Assert.DoesNotContain(table.Plan.Columns, column => column.Header != header && column.Field == ItemField.SalePrice);
    }

    [Fact]
    public async Task Prices_by_size_of_a_list_that_shows_nothing_else_are_the_guests()
    {
        var table = await TableFixture.ReadAsync("Cake,Price_1lb,Price_2lb\nvanilla cake,280,550\npineapple cake,300,650\nmango cake,310,660\nchocolate cake,350,700\n");
        Assert.Equal([(280m, (decimal?)null), (550m, null)], table.Items.Take(2).Select(item => (item.SalePrice!.Value, item.UnitCost)));
        var bought = await TableFixture.ReadAsync("Spirit,Supplier,Price 700 ml,Price 1 l\nGin,Metro,14.50,19.90\nRum,Metro,12.50,17.90\nVodka,Metro,11.50,15.90\n", department: "bar");
        Assert.Equal(14.5m, bought.Items[0].UnitCost);
    }

    [Theory]
    [InlineData("Bin,Wine,150ml,500ml,750ml,SOH\n101,Jansz,15,,72,18\n103,Billecart,,,185,5\n201,Shaw,16,52,76,26\n204,Grosset,18,58,86,9\n", 18)]
    [InlineData("Wein,5 dl,7.5 dl,15 dl\nRäuschling,36.-,53.-,\nFendant,31.-,45.-,88.-\nDôle,33.-,48.-,95.-\n", null)]
    public async Task Prices_by_vessel_are_no_counts(string text, int? first)
    {
        var table = await TableFixture.ReadAsync(text, department: "bar");
        Assert.Equal(first, (int?)table.Items[0].Quantity);
    }

    [Fact]
    public async Task All_of_what_stands_before_it_is_the_count()
    {
        var table = await TableFixture.ReadAsync("Booze,Btl,Main,Patio,Cage,All,Should have\nTitos,1L,2.5,1.5,6,10,12\nSvedka,1.75,1.2,0.8,4,6,6\nBeefeater,1L,1.4,0.6,2,4,4\nPatron,750,0.9,,1,1.9,3\n", department: "bar");
        Assert.Equal((ItemField.BottleSize, ItemField.Quantity, ItemField.ParLevel), (table.Field("Btl"), table.Field("All"), table.Field("Should have")));
        Assert.Equal([10m, 6m, 4m, 1.9m], table.Items.Select(item => item.Quantity!.Value));
    }

    [Fact]
    public async Task Half_a_bottle_is_not_the_bottle()
    {
        var table = await TableFixture.ReadAsync("Referencia,D.O.,½ botella,Botella\nMuga Crianza,Rioja,16,28\nProtos Roble,Ribera,14,24\nViña Real,Rioja,15,26\nPago Carraovejas,Ribera,30,58\n", department: "bar", currency: "EUR");
        Assert.Equal(ItemField.Name, table.Field("Referencia"));
        Assert.Null(table.Field("½ botella"));
    }

    [Fact]
    public async Task A_size_in_a_header_counts_nothing()
    {
        var table = await TableFixture.ReadAsync("Nr,Wein,\"Fl. 0,75 l\"\n101,Riesling,\"27,00\"\n102,Grauburgunder,\"21,50\"\n103,Sauvignon,\"48,00\"\n110,Gutedel,\"19,50\"\n", department: "bar", currency: "EUR");
        Assert.All(table.Items, item => Assert.Null(item.Quantity));
    }

    [Fact]
    public async Task What_is_counted_in_bags_is_priced_by_the_bag()
    {
        var table = await TableFixture.ReadAsync("品名,規格,在庫数,単価\n枝豆,500g×20,14袋,235\n鶏もも,2kg×5,6袋,1480\nポテト,1kg×12,9袋,410\n餃子,50個×10,4袋,620\n", currency: "JPY");
        Assert.NotEqual(11.75m, table.Items[0].UnitCost);
    }

    [Theory]
    [InlineData("Datum;Uhrzeit;Artikel;Menge;Einheit;Grund\n03.02.2025;09:15;Rührei;1,8;kg;Überproduktion\n03.02.2025;10:40;Lachs;0,35;kg;Buffetrest\n24.02.2025;21:50;Gratin;2,5;kg;verdorben\n")]
    [InlineData("Ingredient,Qty,Unit,Yield %,Ext Cost\nShort rib,12,lb,72%,$164.17\nCarrot,1.5,lb,85%,$0.86\nCelery,1,lb,80%,$1.02\n")]
    public async Task What_went_away_or_into_a_dish_is_not_there(string text) =>
        Assert.All((await TableFixture.ReadAsync(text)).Items, item => Assert.Null(item.Quantity));

    [Fact]
    public async Task Prices_in_minor_units_are_hundredths()
    {
        var table = await TableFixture.ReadAsync("product_name,price_minor,is_active\nEspresso,1850,1\nPiccolo,2200,1\nCortado,2400,1\n");
        Assert.Contains(18.5m, new[] { table.Items[0].SalePrice, table.Items[0].UnitCost });
    }

    [Fact]
    public async Task What_drinks_are_made_of_is_a_note_beside_their_names()
    {
        var table = await TableFixture.ReadAsync("Category,Name,Ingredients\nSodas,Secret,Mango; Passion Fruit; Strawberry\nSodas,Line,Strawberry; Peach; Cream\nSodas,Dip,Peach; Raspberry; Cream\nSodas,Yonder,Mango; Peach; Lime\n");
        Assert.Equal((ItemField.Name, ItemField.Notes), (table.Field("Name"), table.Field("Ingredients")));
        Assert.Equal(ItemField.Name, (await TableFixture.ReadAsync("Ingredients,Qty\nFlour,5\nSalt,2\nSugar,4\nRice,1\n")).Field("Ingredients"));
    }

    [Fact]
    public async Task Rows_of_a_variant_that_say_nothing_more_are_no_items()
    {
        var table = await TableFixture.ReadAsync(
            "Handle,Title,Option1 Value,Variant Inventory Qty,Variant Price,Image Src\ntruffle-cake,Truffle Cake,8,5,28.00,https://a.example/1.jpg\ntruffle-cake,,10,5,40.00,https://a.example/2.jpg\ntruffle-cake,,,,,https://a.example/3.jpg\n"
            + "box,Box,One,3,12.00,https://a.example/4.jpg\nflake-cake,Flake Cake,8,5,28.00,\nflake-cake,,10,4,45.00,\n");
        Assert.Equal(["Truffle Cake", "Truffle Cake", "Box", "Flake Cake", "Flake Cake"], table.Items.Select(item => item.Name));
        Assert.Contains((4, (int?)null, IssueCode.NothingSaid), table.Issues);
    }

    [Fact]
    public async Task Centilitres_under_a_quantity_are_the_bottle_s()
    {
        var table = await TableFixture.ReadAsync("type,nom,prix,quantite\nbiere,Deetz,2,33\nbiere,Tak,2,33\nbiere,Kramah,2,33\nbiere,Helles,3,50\nvin,Syrah,9,75\nvin,Gamay,9,75\nbiere,Stout,3,50\nbiere,Pale,2,33\n", department: "bar");
        Assert.Equal(ItemField.BottleSize, table.Field("quantite"));
        Assert.Equal("330 ml", table.Item("Deetz").BottleSize);
        Assert.Equal(ItemField.Quantity, (await TableFixture.ReadAsync("nom,quantite\nDeetz,33\nTak,12\nKramah,7\nHelles,50\nStout,3\nPale,33\nIPA,4\nKriek,9\n", department: "bar")).Field("quantite"));
    }

    [Fact]
    public async Task A_quantity_of_one_beside_its_total_is_in_the_cellar()
    {
        const string Rows = "Barolo,1,1,0\nChianti,1,1,0\nSoave,1,1,0\nGavi,1,1,0\nLugana,1,1,0\n";
        Assert.Equal(ItemField.Quantity, (await TableFixture.ReadAsync("Wine,TotalQuantity,Quantity,Pending\n" + Rows, department: "bar")).Field("Quantity"));
    }

    [Fact]
    public async Task Rows_of_data_are_no_header_because_one_has_a_known_word()
    {
        var table = await TableFixture.ReadAsync("BEER:,BLACK LABEL,340ML,25\nBEER:,CASTLE LITE,QUART,40\nBEER:,CORONA,340ML,35\nBEER:,HANSA,QUART,35\nBEER:,LION LAGER,QUART,30\nBEER:,AMSTEL,340ML,35\n", department: "bar");
        Assert.Equal(0, table.Plan.Detected.HeaderLine);
    }

    [Fact]
    public async Task Names_under_no_title_are_found_where_only_the_prices_have_one()
    {
        var table = await TableFixture.ReadAsync(",,,$HKD,\n,1,Longjing,250g,\"$1,388\"\n,2,Biluochun,250g,$880\n,3,Tieguanyin,250g,$450\n,4,Puer,250g,$380\n,5,Shoumei,250g,$280\n".Replace(",,,$HKD,", ",,,,$HKD", StringComparison.Ordinal), currency: "HKD");
        Assert.Equal(["Longjing", "Biluochun", "Tieguanyin", "Puer", "Shoumei"], table.Items.Select(item => item.Name));
    }

    [Fact]
    public async Task A_menu_without_a_header_has_its_prices_also_when_they_look_like_none()
    {
        var table = await TableFixture.ReadAsync("1;Vesuvio;tomato, ost, skinke og oregano;57.0\n2;Cacciatore;tomato, ost, pepperoni, oregano;57.0\n3;Dennis;tomato, ost, bacon, oregano;65.0\n4;Silvia;tomato, ost, oliven, oregano;61.0\n5;Bertil;tomato, ost, kebab, oregano;57.0\n");
        Assert.Equal((57m, "tomato, ost, skinke og oregano"), (table.Items[0].SalePrice, table.Items[0].Notes));
    }

    [Theory]
    [InlineData("menu_id,menu_name,price\nM001,Pad Thai,111.94\nM002,Fried rice,83.59\nM003,Tom yum,118.59\n", "menu_id", ItemField.Sku)]
    [InlineData("menu_id,menu_name,price\n1,Pad Thai,111.94\n2,Fried rice,83.59\n3,Tom yum,118.59\n", "menu_id", null)]
    [InlineData("name,stockcode,package,total_price\nGinger beer,103763,bottle,6.09\nGinger beer,103763,pack,18.00\nGinger beer,103763,case,60.00\nCider,208811,bottle,5.10\nCider,208811,pack,19.00\nCider,208811,case,58.00\n", "stockcode", ItemField.Sku)]
    [InlineData("upc,name,cents\n4006381333931,Gum,149\n5449000000996,Cola,199\n4009900382250,Mints,99\n", "cents", ItemField.SalePrice)]
    [InlineData("Name,Winery note,Tasting note,Stock\nSyrah,A family estate,Dark and spicy,5\nGamay,Since 1711,Red fruit,7\nPinot,On granite,Cherries,2\n", "Tasting note", ItemField.Notes)]
    [InlineData("name;characteristics;bottles\nOpus;Plums and tannin.;1\nEsprit;Dense and rich.;6\nBarolo;Roses and tar.;2\n", "characteristics", ItemField.Notes)]
    [InlineData("title,price,google_product_category\nQuiche,5.90 EUR,Food Items > Pies\nFlan,4.90 EUR,Food Items > Pies\nSoupe,3.90 EUR,Food Items > Soups\n", "google_product_category", ItemField.Category)]
    public async Task Takes_codes_notes_and_groups_by_other_names(string text, string header, string? field) =>
        Assert.Equal(field, (await TableFixture.ReadAsync(text, department: "bar", currency: "EUR")).Field(header));
}
