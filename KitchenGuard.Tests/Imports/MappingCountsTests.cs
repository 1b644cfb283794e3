using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Which of several columns of counts is the stock, and what is counted: cases, full ones, the whole.</summary>
public class MappingCountsTests
{
    private static string? Number(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Counts(TableFixture table) => string.Join(' ', table.Items.Select(item => Number(item.Quantity) ?? "-"));

    [Theory]
    [InlineData("Cases on hand", "case")]
    [InlineData("Cases in stock", "case")]
    [InlineData("Stock cases", "case")]
    [InlineData("On hand CS", "case")]
    [InlineData("Cs on hand", "case")]
    [InlineData("Boxes on hand", "box")]
    [InlineData("Crates on hand", "crate")]
    [InlineData("Packs on hand", "pack")]
    [InlineData("Trays in stock", "tray")]
    [InlineData("Bestand Kisten", "case")]
    [InlineData("Kisten im Lager", "case")]
    [InlineData("Stock caisses", "case")]
    [InlineData("Cajas en stock", "case")]
    [InlineData("Cartoni in giacenza", "box")]
    [InlineData("Kratten voorraad", "crate")]
    [InlineData("Stock (cases)", "case")]
    [InlineData("On hand", null)]
    [InlineData("Bottles on hand", null)]
    [InlineData("Units in stock", null)]
    public async Task Cases_on_hand_are_counted_in_cases(string header, string? unit)
    {
        var table = await TableFixture.ReadAsync($"Item,{header},Bottles per case\nChablis,2,6\nRioja,1.5,6\nCava,4,12\n", department: "bar");
        Assert.Equal("2 1.5 4", Counts(table));
        Assert.All(table.Items, item => Assert.Equal((unit, true), (item.UnitCode, item.CaseSize > 1)));
    }

    [Theory]
    [InlineData("Min stock cases")]
    [InlineData("Cases ordered")]
    public async Task Cases_that_are_not_there_are_no_stock(string header)
    {
        var table = await TableFixture.ReadAsync($"Item,{header},Bottles per case\nChablis,2,6\nRioja,1.5,6\nCava,4,12\n", department: "bar");
        Assert.Equal("- - -", Counts(table));
    }

    [Theory]
    [InlineData("Artikel;Kisten;Flaschen;Fl./Kiste;Bestand Fl.")]
    [InlineData("Item;Cases;Bottles;Bottles per case;Stock bottles")]
    [InlineData("Item;Cases;Bottles;Bottles per case;Bottles on hand")]
    [InlineData("Item;Cases;Bottles;Bottles per case;Btl count")]
    [InlineData("Item;Cases;Bottles;Bottles per case;On hand btls")]
    [InlineData("Vin;Caisses;Bouteilles;Btl/caisse;Bouteilles en stock")]
    [InlineData("Item;Cases;Loose;Per case;Total")]
    public async Task Cases_are_not_added_to_a_total_that_holds_them(string header)
    {
        var table = await TableFixture.ReadAsync($"{header}\nPils;3;7;20;67\nCola;2;0;24;48\nWasser;5;11;12;71\n", department: "bar");
        Assert.Equal("67 48 71", Counts(table));
    }

    [Theory]
    [InlineData("Item;Cases;Bottles;Bottles per case;Stock bottles", "Pils;3;7;20;60", "Cola;2;0;24;48")]
    [InlineData("Item;Opening;Received;Total", "Flour;3;7;10", "Sugar;2;4;6")]
    [InlineData("Item;Mon;Tue;Total", "Flour;3;7;10", "Sugar;2;4;6")]
    [InlineData("Item;Jan;Feb;Total", "Flour;3;7;10", "Sugar;2;4;6")]
    [InlineData("Item;Fridge;Store;Total", "Flour;3;7;11", "Sugar;2;4;6")]
    public async Task A_total_that_is_not_proven_is_none(string header, string first, string second)
    {
        var table = await TableFixture.ReadAsync($"{header}\n{first}\n{second}\nSalt;1;0;1\n", department: "bar");
        Assert.DoesNotContain(table.Items, item => item.Quantity is 10 or 11 or 6);
    }

    [Theory]
    [InlineData("Item,Unit,Fridge,Store,Total", "Milk,l,3,12,15", "Cream,l,2,4,6", "Butter,kg,1.5,10,11.5", "15 6 11.5")]
    [InlineData("Artikel,Gebinde,Voll,Anbruch,Gesamt", "Gin,0.7 l,3,0.4,3.4", "Rum,0.7 l,2,0.5,2.5", "Korn,1 l,0,0.5,0.5", "3.4 2.5 0.5")]
    [InlineData("Item,Unit,Theoretical,Actual,Variance", "Milk,l,3,2,-1", "Cream,l,2,4,2", "Butter,kg,1.5,10,8.5", "2 4 10")]
    [InlineData("Artikel,Einheit,Soll,Ist,Differenz", "Mehl,kg,12.5,12,-0.5", "Zucker,kg,5,5.2,0.2", "Salz,kg,3,3,0", "12 5.2 3")]
    [InlineData("Article,Unité,Théorique,Réel,Écart", "Farine,kg,12.5,12,-0.5", "Sucre,kg,5,5.2,0.2", "Sel,kg,3,3,0", "12 5.2 3")]
    [InlineData("Artículo,Unidad,Teórico,Real,Diferencia", "Harina,kg,12.5,12,-0.5", "Azúcar,kg,5,5.2,0.2", "Sal,kg,3,3,0", "12 5.2 3")]
    [InlineData("Articolo,UM,Teorico,Reale,Differenza", "Farina,kg,12.5,12,-0.5", "Zucchero,kg,5,5.2,0.2", "Sale,kg,3,3,0", "12 5.2 3")]
    [InlineData("Artikel,Eenheid,Verwacht,Geteld,Verschil", "Bloem,kg,12.5,12,-0.5", "Suiker,kg,5,5.2,0.2", "Zout,kg,3,3,0", "12 5.2 3")]
    [InlineData("Item,Unit,Expected,Counted,Difference", "Flour,kg,12.5,12,-0.5", "Sugar,kg,5,5.2,0.2", "Salt,kg,3,3,0", "12 5.2 3")]
    [InlineData("Nazwa,JM,Stan początkowy,Przychód,Stan końcowy", "Mąka,kg,10,5,12", "Cukier,kg,4,2,5", "Sól,kg,1,1,2", "12 5 2")]
    [InlineData("商品名,単位,前月在庫,入庫,当月在庫", "小麦粉,kg,10,5,12", "砂糖,kg,4,2,5", "塩,kg,1,1,2", "12 5 2")]
    [InlineData("Vare,Enhed,Primo,Køb,Ultimo", "Mel,kg,10,5,12", "Sukker,kg,4,2,5", "Salt,kg,1,1,2", "12 5 2")]
    [InlineData("Item,Unit,AM count,PM count,Note", "Milk,l,4,3,a", "Bread,loaf,10,8,b", "Eggs,each,30,24,c", "3 8 24")]
    [InlineData("Item,Unit,Opening stock,Purchases,Usage", "Flour,kg,10,5,3", "Sugar,kg,4,2,1", "Salt,kg,1,1,2", "- - -")]
    [InlineData("Item,Unit,Opening stock,Cost,Note", "Flour,kg,10,5.12,a", "Sugar,kg,4,2.33,b", "Salt,kg,1,1.27,c", "10 4 1")]
    public async Task The_count_that_holds_today_is_taken(string header, string first, string second, string third, string expected)
    {
        var table = await TableFixture.ReadAsync($"{header}\n{first}\n{second}\n{third}\n");
        Assert.Equal(expected, Counts(table));
        Assert.All(table.Items, item => Assert.Equal((null, null), (item.ParLevel, item.ReorderPoint)));
    }

    [Fact]
    public async Task A_level_beside_what_is_there_stays_a_level()
    {
        var table = await TableFixture.ReadAsync("Artikel;Einheit;Soll;Ist;Bestellen\nMehl;kg;12;10;2\nZucker;kg;5;4;1\nSalz;kg;3;1;2\n");
        Assert.Equal("10 4 1", Counts(table));
        Assert.Equal([12m, 5m, 3m], table.Items.Select(item => item.ParLevel));
    }

    [Theory]
    [InlineData("Keg,Size (L),Full kegs,Litres left in open keg", "Pils,50,3,22", "Cider,50,0,41", "Stout,30,1,8")]
    [InlineData("Artikel,Inhalt,Volle Flaschen,Angebrochen (cl)", "Gin,0.7,3,28", "Rum,0.7,2,49", "Korn,1.0,0,10")]
    [InlineData("Spirit,Bottle,Full bottles,Oz remaining", "Gin,750ml,3,12", "Rum,1L,2,20", "Rye,750ml,1,8")]
    [InlineData("Wine,Grape,Bottles,Glasses", "Chablis,Chardonnay,3,2", "Rioja,Tempranillo,2,4", "Barolo,Nebbiolo,1,1")]
    public async Task Full_ones_without_what_is_open_are_no_count(string header, params string[] rows)
    {
        var table = await TableFixture.ReadAsync($"{header}\n{string.Join('\n', rows)}\n", department: "bar");
        Assert.Equal("- - -", Counts(table));
        Assert.Contains(table.Inspection.Notices, notice => notice is { Code: IssueCode.ColumnUnsure });
    }

    [Theory]
    [InlineData("Item;Unit;Restaurant;Lobby Bar;Banquet;Main store", "Champagne;btl;6;4;12;36", "Tea;box;3;2;5;20", "58 30")]
    [InlineData("Item;Unit;Bar;Pool bar;Rooftop;Ballroom;Cellar", "Gin;btl;3;2;4;5;12", "Rum;btl;2;1;3;2;6", "26 14")]
    [InlineData("Item;Prep;Line;Walk-in;Pastry;Dry store", "Butter;2;1;12;6;0", "Flour;1;0;0;10;40", "21 51")]
    [InlineData("Item;Bar;Ginza;Cellar", "Gin;3;2;4", "Rum;2;1;3", "9 6")]
    [InlineData("Item;Floor 1;Floor 2;Minibar;Storage", "Water 50cl;24;24;120;240", "Peanuts;10;10;60;48", "408 128")]
    [InlineData("Item;Housekeeping;Minibar;Bar;Kitchen", "Water;48;120;60;24", "Peanuts;0;60;20;0", "252 80")]
    [InlineData("Item;SKU;Stock (Soho);Stock (Camden);Price", "Cola;C1;24;48;2.50", "Tonic;T1;12;36;2.80", "72 48")]
    [InlineData("Item;SKU;In stock [Soho];In stock [Camden];Price", "Cola;C1;24;48;2.50", "Tonic;T1;12;36;2.80", "72 48")]
    [InlineData("Item;SKU;Current Quantity Main St;Current Quantity Airport;Price", "Cola;C1;24;48;2.50", "Tonic;T1;12;36;2.80", "72 48")]
    [InlineData("Item;sku;inventory_Main_Outlet;inventory_Bar;price", "Cola;C1;24;48;2.50", "Tonic;T1;12;36;2.80", "72 48")]
    public async Task Places_in_columns_are_counted_all(string header, string first, string second, string expected)
    {
        var table = await TableFixture.ReadAsync($"{header}\n{first}\n{second}\n", department: "bar");
        Assert.Equal(expected, Counts(table));
        Assert.All(table.Items, item => Assert.Equal((null, null), (item.ParLevel, item.ReorderPoint)));
    }

    [Theory]
    [InlineData("Stock Cases", "Stock Bottles")]
    [InlineData("Stock Reserved", "Stock Committed")]
    [InlineData("Stock Value", "Stock Turnover")]
    [InlineData("Count Anna", "Count Ben")]
    [InlineData("Stock Jan", "Stock Feb")]
    public async Task Other_words_behind_a_stock_are_no_places(string first, string second)
    {
        var table = await TableFixture.ReadAsync($"Item,{first},{second},Note\nFlour,3,4,a\nSugar,1,2,b\nSalt,5,6,c\n");
        Assert.Null(table.Plan.Pivot);
    }

    [Theory]
    [InlineData("Stock mini", ItemField.ReorderPoint)]
    [InlineData("Mindestbestand", ItemField.ReorderPoint)]
    [InlineData("Minibar", null)]
    public async Task Words_that_begin_like_a_level_are_none(string header, string? field)
    {
        var table = await TableFixture.ReadAsync($"Item,Qty,{header}\nFlour,3,4\nSugar,1,2\nSalt,5,6\n");
        Assert.Equal(field, table.Field(header));
    }
}
