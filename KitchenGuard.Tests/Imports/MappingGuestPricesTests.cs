using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Whose price a bare "price" is: what guests order from and what tills scan has their prices, all else the house's.</summary>
public class MappingGuestPricesTests
{
    [Theory]
    // What only guests are told or asked.
    [InlineData("Nome;Prezzo;Allergeni\nSpaghetti;12,50;1,3\nTiramisù;6,00;3,7\nCaprese;9,00;7\n", "Prezzo")]
    [InlineData("name,price,vegetarian,spicy\nPad Thai,11.50,no,yes\nSpring rolls,5.50,yes,no\nCurry,12.00,yes,yes\n", "price")]
    // Sections of a menu.
    [InlineData("Item,Price,Section\nGranola,5.50,Breakfast\nPorridge,5.00,Breakfast\nLatte,3.20,Hot Drinks\nMocha,3.50,Hot Drinks\nScone,2.80,Desserts\nBrownie,3.00,Desserts\n", "Price")]
    [InlineData("Nombre;Precio;Tipo\nGazpacho;6,50;Entrantes\nEnsaladilla;7,00;Entrantes\nMerluza;14,00;Segundos\nPollo;12,00;Segundos\nFlan;4,50;Postres\nNatillas;4,00;Postres\n", "Precio")]
    // What dishes are made of.
    [InlineData("Nr;Navn;Beskrivelse;Pris\n1;Vesuvio;tomat, ost, skinke og oregano;57\n2;Amerikaner;tomat, ost, oksefars, og oregano;53\n3;Cacciatore;tomat, ost, pepperoni, chili;57\n4;Dennis;tomat, ost, skinke, bacon;65\n", "Pris")]
    [InlineData("Nama,Harga,Gambar\nBeras,15000,beras.png\nGula,12000,gula.png\nKecap,15500,kecap.png\n", "Harga")]
    // One thing in two measures.
    [InlineData("ITEM,BOTTLE $\nGordon's Gin 750ml,260\nGordon's Gin tot,25\nHavana Club 750ml,300\nHavana Club tot,30\nWindhoek Draught,25\n", "BOTTLE $")]
    // Nothing but prices.
    [InlineData("Wine,Price\nHouse red,8.50\nRiesling,11.00\nMerlot,9.20\nPinot noir,13.40\n", "Price")]
    [InlineData("Kategorie;Artikel;Preis\nSpeisen;Käsekrainer;6,20\nSpeisen;Bosna;5,90\nGetränke;Almdudler;3,20\n", "Preis")]
    [InlineData("kode,nama,harga,stok\nCF001,Espresso,13000,23\nCF002,Latte,18000,19\nCF003,Mocha,19000,7\n", "harga")]
    [InlineData("id,name,description,price,veg_non_veg\n1,Mocha,House blend,100,Veg\n2,Latte,Steamed milk,130,Veg\n3,Wrap,With chicken,150,Non-veg\n", "price")]
    // What a till scans or types in.
    [InlineData("PLU;Artikel;Preis\n11;Brezel;0,80\n12;Semmel;0,45\n13;Krapfen;1,60\n", "Preis")]
    [InlineData("Barcode,Name,Price,Stock\n4006381333931,Gum,1.20,30\n5449000000996,Cola,1.80,12\n4009900382250,Mints,0.90,8\n", "Price")]
    public async Task What_guests_pay(string text, string header) => Assert.Equal(ItemField.SalePrice, (await TableFixture.ReadAsync(text)).Field(header));

    [Theory]
    [InlineData("Item,Price,Section\nFlour,1.20,Dry\nRice,2.10,Dry\nMilk,0.90,Dairy\nButter,2.50,Dairy\nLettuce,0.80,Salads\nRocket,1.30,Salads\n")]
    [InlineData("Item,Price,Section,Supplier\nGranola,5.50,Breakfast,Oats & Co\nMuesli,5.00,Breakfast,Oats & Co\nCocoa,3.20,Hot Drinks,Choc\nChai,3.50,Hot Drinks,Choc\n")]
    [InlineData("EAN;Désignation;Colisage;Prix\n4006381333931;Gomme;12;1,20\n5449000000996;Cola;24;0,80\n4009900382250;Menthe;10;0,90\n")]
    [InlineData("Barcode,Name,Price,Supplier\n4006381333931,Gum,1.20,Smith\n5449000000996,Cola,1.80,Smith\n4009900382250,Mints,0.90,Jones\n")]
    [InlineData("Item,Price,Notes\nFlour,1.20,white\nRice,2.10,\"long, round, wild\"\nMilk,0.90,\nButter,2.50,salted\nOats,1.10,rolled\n")]
    [InlineData("Ingredient,Price\nHouse red,8.50\nRiesling,11.00\nMerlot,9.20\nPinot noir,13.40\n")]
    [InlineData("Item,Price,Unit\nCola,1.20,bottle\nGum,2.10,pack\nTonic,0.90,bottle\n")]
    [InlineData("Item,Price\nCola,1.20/l\nGum,2.10/kg\nTonic,0.90/l\n")]
    [InlineData("Item,Price,Expiry\nCola,1.20,2027-01-05\nGum,2.10,2027-03-01\nTonic,0.90,2027-02-11\n")]
    [InlineData("Item,Price,Storage area\nCola,1.20,Cellar\nGum,2.10,Shelf\nTonic,0.90,Cellar\n")]
    [InlineData("商品コード,商品名,単価\nP001,醤油 1L,300\nP002,味噌,250\nP003,あめ,120\nP004,茶,450\n")]
    [InlineData("Item,Net price\nCola,1.20\nGum,2.10\nTonic,0.90\n")]
    [InlineData("Item,Price,Date\nCola,1.20,2026-01-05\nGum,2.10,2026-03-01\nTonic,0.90,2026-02-11\n")]
    [InlineData("Item,Price\nFlour,1.20\nCola,1.80\nSalt,0.90\nRice,2.20\n")]
    [InlineData("Artikel;Preis\nMehl;1,20\nCola;1,80\nSalz;0,90\nReis;2,20\n")]
    public async Task What_the_house_pays(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.DoesNotContain(table.Plan.Columns, column => column.Field == ItemField.SalePrice);
        Assert.Contains(table.Plan.Columns, column => column.Field is ItemField.UnitCost or ItemField.CaseCost);
    }

    [Theory]
    [InlineData("produto;preco_de;preco;ean\nArroz;32,90;24,90;7896006711117\nLeite;5,49;3,99;7898080640017\nSal;;2,79;\n", "preco", "preco_de")]
    [InlineData("Item,Old price,Price\nOil,9.00,8.00\nSalt,1.50,1.20\nRice,3.00,2.80\n", "Price", "Old price")]
    public async Task The_price_of_before_is_none(string text, string price, string before)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.NotNull(table.Field(price));
        Assert.Null(table.Field(before));
    }

    [Fact]
    public async Task Dishes_without_a_header_have_the_guests_prices()
    {
        var table = await TableFixture.ReadAsync(
            "Bolognaise,Pasta,\"Tomato, beef, basil\",5.90\nClassic,Burger,\"Steak, salad, onion\",5.20\nCheesy,Burger,\"Chicken, cheddar, sauce\",7.90\nFish,Burger,\"Fish, salad, tomato\",5.40\nJefe,Tacos,\"Chicken, salsa, pepper\",6.90\nRings,Burger,\"Onion, salad, tomato\",6.30\n");
        Assert.Equal(5.9m, table.Items[0].SalePrice);
        Assert.All(table.Items, item => Assert.Null(item.UnitCost));
    }

    [Fact]
    public async Task Prices_are_compared_with_costs_of_the_same_rows()
    {
        // The dearest thing has no price yet, the cheapest no cost.
        var table = await TableFixture.ReadAsync("Nom;Prix;Prix achat\nSucre;1500;1200\nRiz;;30000\nHuile;2500;\nSel;700;500\n", currency: "EUR");
        Assert.Equal((ItemField.SalePrice, ItemField.UnitCost), (table.Field("Prix"), table.Field("Prix achat")));
    }
}
