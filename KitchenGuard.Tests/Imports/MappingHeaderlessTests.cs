using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Lists without a header, or with columns that have none: only what the values prove is taken.</summary>
public class MappingHeaderlessTests
{
    [Fact]
    public async Task The_only_words_are_the_names_even_where_they_come_again()
    {
        var table = await TableFixture.ReadAsync("0;Coffee;1;0;kg;439.90;CZK\n1;Milk;3;0;l;11.90;CZK\n2;Milk;2;0;l;12.90;CZK\n3;Coffee;3;3;kg;215.90;CZK\n4;Sugar;2;2;kg;15.90;CZK\n5;Salt;1;0;kg;7.90;CZK\n");
        Assert.Equal(["Coffee", "Milk", "Milk", "Coffee", "Sugar", "Salt"], table.Items.Select(item => item.Name));
        Assert.All(table.Items, item => Assert.NotNull(item.UnitCode));
    }

    [Fact]
    public async Task Numbers_before_units_are_counts_where_there_are_no_prices()
    {
        var table = await TableFixture.ReadAsync("bread,10,slices\ncheese,12,slices\nbutter,250,g\nsalad,500,g\n");
        Assert.Equal([10m, 12m, 250m, 500m], table.Items.Select(item => item.Quantity!.Value));
        Assert.All((await TableFixture.ReadAsync("bread,750,g,2.19\ncheese,400,g,4.49\nbutter,250,g,1.99\nsalad,500,g,1.29\n")).Items, item => Assert.Null(item.Quantity));
        Assert.All((await TableFixture.ReadAsync("Gordons,70,cl\nAbsolut,70,cl\nBacardi,100,cl\nCampari,70,cl\n", department: "bar")).Items, item => Assert.Null(item.Quantity));
        Assert.All((await TableFixture.ReadAsync("olive oil,500,ml\nvinegar,250,ml\nsoy sauce,150,ml\nhoney,340,g\n")).Items, item => Assert.Null(item.Quantity));
        Assert.All((await TableFixture.ReadAsync("1,bread,10,12,slices\n2,cheese,12,20,slices\n3,butter,250,300,g\n4,salad,500,100,g\n")).Items, item => Assert.Null(item.Quantity));
    }

    [Fact]
    public async Task Names_and_one_price_are_what_guests_order_from()
    {
        var menu = await TableFixture.ReadAsync("1;Margherita 32cm;13.20\n2;Napoletana 32cm;14.40\n3;Funghi 32cm;14.70\n4;Prosciutto 32cm;15.30\n");
        Assert.Equal((13.2m, null), (menu.Items[0].SalePrice, menu.Items[0].UnitCost));
        Assert.Contains(menu.Inspection.Notices, notice => notice.Code == IssueCode.BarePrice && notice.Message.StartsWith("Column 3", StringComparison.Ordinal));
        Assert.All((await TableFixture.ReadAsync("Flour 25kg,18.50\nSugar 10kg,11.20\nSalt 5kg,3.45\nRice 20kg,24.90\n")).Items, item => Assert.Null(item.SalePrice));
        var bought = await TableFixture.ReadAsync("lemon juice,l,2.41,Brakes\nlime juice,l,2.44,Brakes\nfeta,kg,6.13,Brakes\nbrie,kg,7.87,Turner\n");
        Assert.All(bought.Items, item => Assert.Null(item.SalePrice));
    }

    [Fact]
    public async Task Strengths_of_spirits_are_known_by_their_figures()
    {
        var table = await TableFixture.ReadAsync("Chopin|Plain|40|Poland\nZubrowka|Bison|37.5|Poland\nWyborowa|Plain|40|Poland\nFinlandia|Plain|43|Finland\nKoskenkorva|Plain|38|Finland\n", department: "bar");
        Assert.Equal([40m, 37.5m, 40m, 43m, 38m], table.Items.Select(item => item.Abv!.Value));
        Assert.All((await TableFixture.ReadAsync("Soup|40\nStew|45\nCake|50\nPie|60\nTea|35\n", department: "bar")).Items, item => Assert.Null(item.Abv));
    }

    [Fact]
    public async Task Of_two_columns_of_money_the_lower_is_what_things_cost()
    {
        var table = await TableFixture.ReadAsync("Gum;34.000;2.7691;8;4.00\nMint;39.000;1.5327;8;3.00\nCola;46.000;1.2900;23;2.50\nBeer;32.000;1.9511;23;4.00\nBar;16.000;0.9505;23;2.00\nNuts;3.000;3.6611;23;5.50\n");
        Assert.Equal((2.7691m, 4m, null), (table.Items[0].UnitCost, table.Items[0].SalePrice, table.Items[0].Quantity));
        // The tax in it, and three of each.
        Assert.All((await TableFixture.ReadAsync("Gum;2.29;2.82\nMint;0.48;0.59\nCola;24.06;29.59\nBeer;8.66;10.65\nBar;27.03;33.25\nNuts;39.11;48.11\n")).Items, item => Assert.Null(item.SalePrice));
        Assert.All((await TableFixture.ReadAsync("Gum;2.29;6.87\nMint;0.48;1.44\nCola;24.06;72.18\nBeer;8.66;25.98\nBar;27.03;81.09\nNuts;39.11;117.33\n")).Items, item => Assert.Null(item.SalePrice));
        // Weights, and last year's prices.
        Assert.All((await TableFixture.ReadAsync("Beef roast,1.25,8.90\nChicken,1.43,7.50\nLamb,1.87,14.20\nPork,2.31,9.95\nVeal,1.12,15.60\nDuck,2.05,11.45\n")).Items, item => Assert.Null(item.UnitCost));
        // A strength beside a price is no cost.
        Assert.All((await TableFixture.ReadAsync("Pils;4.8;5.95\nStout;5.2;6.95\nDubbel;7.1;8.95\nPorter;6.1;7.45\nAlt;4.9;5.45\nIPA;6.4;8.45\n", department: "bar")).Items, item => Assert.Null(item.UnitCost));
    }

    [Fact]
    public async Task Towns_that_come_again_are_no_groups()
    {
        var table = await TableFixture.ReadAsync("Espresso,Bucuresti\nLatte,Bucuresti\nBiscuit,Cluj\nTea,Bucuresti\nCake,Cluj\nJuice,Bucuresti\nPie,Cluj\n");
        Assert.All(table.Items, item => Assert.Null(item.Category));
    }

    [Fact]
    public async Task Names_in_small_letters_stand_before_what_is_said_about_them()
    {
        const string Long = "roasted in small batches and packed by hand, without salt";
        var table = await TableFixture.ReadAsync(
            $"110100;peanut butter fine;tree;250;4006040000112;{Long}\n110150;peanut butter crunchy large;tree;500;4006040000211;{Long}\n110200;almond butter white;tree;250;4006040000419;{Long} too\n110300;hazelnut spread dark;tree;250;4006040000518;{Long} 2\n110410;cashew butter fine;tree;500;4006040000532;{Long} 3\n");
        Assert.Equal(("peanut butter fine", "110100"), (table.Items[0].Name, table.Items[0].Sku));
    }

    [Fact]
    public async Task Codes_stand_before_names_and_count_nothing()
    {
        var table = await TableFixture.ReadAsync("82476,Dorado,355\n30854,West Coast,330\n31333,Russian Stout,330\n31423,Azalea,330\n89496,Duchesse,250\n31540,Biscotti,330\n30471,Imperial,500\n31777,Pils,330\n31779,Helles,500\n31790,Dunkel,500\n31801,Weizen,500\n31822,Porter,330\n", department: "bar");
        Assert.Equal(("Dorado", "82476", "355 ml"), (table.Items[0].Name, table.Items[0].Sku, table.Items[0].BottleSize));
        Assert.All((await TableFixture.ReadAsync("1,Plums,2.99\n2,Pears,0.80\n3,Cider,1.39\n4,Figs,1.50\n5,Salt,0.29\n")).Items, item => Assert.Null(item.Sku));
    }

    [Fact]
    public async Task Names_as_addresses_have_them_stand_behind_the_names()
    {
        var table = await TableFixture.ReadAsync("aberfeldy-12,Aberfeldy 12 years,Scotland\namrut-fusion,Amrut Fusion,India\narran-10,Arran 10 years,Scotland\nardbeg-wee,Ardbeg Wee,Scotland\nangels-envy,Angel's Envy,Kentucky\n", department: "bar");
        Assert.Equal("Amrut Fusion", table.Items[1].Name);
    }

    [Fact]
    public async Task Of_two_columns_of_fractions_nobody_knows_which_are_prices()
    {
        var table = await TableFixture.ReadAsync("100;Gum;34.000;2.7691;4.00\n101;Mints;39.000;1.5327;3.00\n102;Cola;46.000;1.2900;2.50\n103;Lager;32.000;1.9500;4.00\n104;Stout;20.000;2.4000;4.50\n");
        Assert.All(table.Items, item => Assert.Equal((null, null), (item.UnitCost, item.SalePrice)));
    }

    [Fact]
    public async Task A_first_line_whose_words_come_again_is_no_header()
    {
        var table = await TableFixture.ReadAsync(
            "Aceite de Girasol,Mercaderia,Dispensa,Cafe America,Lts.\nAceite de Oliva,Mercaderia,Dispensa,Cafe America,Lts.\nAceitunas,Mercaderia,Fiambres,Chinos,Gr.\nAcelga,Verdura,Frutas,Verduleria,Atados\nAgua,Mercaderia,Cuidado,Cafe America,Uni\nAjo,Mercaderia,Frutas,Verduleria,Uni\n");
        Assert.Equal((0, "Aceite de Girasol"), (table.Plan.Detected.HeaderLine, table.Items[0].Name));
        table = await TableFixture.ReadAsync(
            "Oil,Stock,Pantry,Corner shop,Lts.\nOlive oil,Stock,Pantry,Corner shop,Lts.\nOlives,Stock,Cold cuts,Harbour,Gr.\nChard,Greens,Vegetables,Market,Bunch\nSoap,Stock,Care,Corner shop,Each\nGarlic,Greens,Vegetables,Market,Each\nRice,Stock,Dry,Harbour,Kg\n");
        Assert.Equal(0, table.Plan.Detected.HeaderLine);
    }

    [Fact]
    public async Task Units_under_no_title_are_units()
    {
        var table = await TableFixture.ReadAsync("Article,,Euro\nEggs,St,0.55\nPotatoes,kg,2.95\nCarrots,kg,1.80\nCress,100 g,1.20\nParsley,Bund,1.10\nLeek,St,0.90\n", currency: "EUR");
        Assert.Equal(ItemField.Unit, table.Field(""));
    }
}
