using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Ways of writing a table that no standard knows.</summary>
public class ReadingDialectsTests
{
    [Theory]
    [InlineData("||")]
    [InlineData(";;")]
    [InlineData("::")]
    public async Task Reads_delimiters_of_several_characters_also_inside_quotes(string delimiter)
    {
        var table = await TableFixture.ReadAsync($"name~quantity~notes\nRice~5~\"white{delimiter}long\"\nSalt~2~\nOats~7~a\n".Replace("~", delimiter, StringComparison.Ordinal));
        Assert.Equal(delimiter, table.Plan.Detected.Delimiter);
        Assert.Equal([("Rice", 5m, $"white{delimiter}long"), ("Salt", 2m, null), ("Oats", 7m, "a")], table.Items.Select(item => (item.Name, item.Quantity!.Value, item.Notes)));
    }

    [Fact]
    public async Task Reads_stars_between_cells_and_leaves_them_in_cells()
    {
        var table = await TableFixture.ReadAsync("ItemName*Price*Description\nPaloma*8.25*Tequila, grapefruit\nNegroni*7.75*Gin, Campari, vermouth\nSoda*3.10*\n");
        Assert.Equal("*", table.Plan.Detected.Delimiter);
        Assert.Equal([("Paloma", "Tequila, grapefruit"), ("Negroni", "Gin, Campari, vermouth"), ("Soda", null)], table.Items.Select(item => (item.Name, item.Notes)));
        table = await TableFixture.ReadAsync("Name*,Price*,Notes*\nPaloma*,8.25,*new*\nNegroni,7.75,*house*\n");
        Assert.Equal(",", table.Plan.Detected.Delimiter);
    }

    [Theory]
    [InlineData("sep=||", "||")]
    [InlineData("sep=\t", "\t")]
    [InlineData("\"sep=;\"", ";")]
    [InlineData("SEP=|", "|")]
    public async Task Follows_a_line_that_names_the_delimiter(string hint, string delimiter)
    {
        var table = await TableFixture.ReadAsync($"{hint}\nname{delimiter}quantity\nRice, Basmati{delimiter}5\n");
        Assert.Equal((delimiter, 2), (table.Plan.Detected.Delimiter, table.Plan.Detected.HeaderLine));
        Assert.Equal(5m, table.Item("Rice, Basmati").Quantity);
        Assert.Single(table.Records);
    }

    [Theory]
    [InlineData(" | ")]
    [InlineData("\t ")]
    [InlineData("  ;  ")]
    public async Task Reads_cells_padded_with_blanks(string delimiter)
    {
        var table = await TableFixture.ReadAsync($"name{delimiter}quantity{delimiter}unit\nBrown rice{delimiter}2.5{delimiter}kg\nSalt{delimiter}3{delimiter}kg\n");
        Assert.Equal([("Brown rice", 2.5m, "kg"), ("Salt", 3m, "kg")], table.Items.Select(item => (item.Name, item.Quantity!.Value, item.UnitCode!)));
    }

    [Theory]
    [InlineData("\"name;quantity;notes\"\n\"Rice;2,5;\"\"white; long\"\"\"\n\"Salt;3;\"\n")]
    [InlineData("\"name,quantity,notes\"\r\n\"Rice,\"\"2,5\"\",\"\"white; long\"\"\"\r\n\"Salt,\"\"3,0\"\",\"")]
    public async Task Reads_lines_that_are_quoted_as_a_whole(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.True(table.Plan.Detected.QuotedLines);
        Assert.Equal([("Rice", 2.5m, "white; long", 2), ("Salt", 3m, null, 3)], table.Records.Select(record => (record.Item!.Name, record.Item.Quantity!.Value, record.Item.Notes, record.Line)));
        Assert.False((await TableFixture.ReadAsync("\"name\",\"quantity\"\n\"Rice, white\",\"2\"\n")).Plan.Detected.QuotedLines);
        Assert.False((await TableFixture.ReadAsync("\"name\"\n\"Rice, white\"\n\"Salt, fine\"\n")).Plan.Detected.QuotedLines);
    }

    [Fact]
    public async Task Keeps_quoted_lines_whole_across_buffers()
    {
        var text = new StringBuilder("\"name;quantity;notes\"\n");
        for (var i = 0; i < 5000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"Item {i};{i};\"\"no. \"\"\"\"{i}\"\"\"\" of\nmany\"\"\"\n");
        }

        var table = await TableFixture.ReadAsync(text.ToString());
        Assert.Equal(5000, table.Items.Count);
        Assert.Equal(("Item 4999", 4999m, "no. \"4999\" of\nmany", 10_000), (table.Items[^1].Name, table.Items[^1].Quantity!.Value, table.Items[^1].Notes!, table.Records[^1].Line));
    }

    [Fact]
    public async Task Reads_backslashes_before_quotes_at_the_end_of_a_cell()
    {
        var table = await TableFixture.ReadAsync("name,category,quantity\n\"Pan 12\\\"\",tools,3\nRice,dry,1\n\"Lid \\\"big\\\"\",tools,2\n\"Path C:\\\",tools,4\n");
        Assert.Equal([("Pan 12\"", 3m), ("Rice", 1m), ("Lid \"big\"", 2m), ("Path C:\\", 4m)], table.Items.Select(item => (item.Name, item.Quantity!.Value)));
        Assert.Empty(table.Issues);
    }

    [Theory]
    [InlineData("iso-8859-15", "iso-8859-15", "nom;prix;notes\nCrème brûlée;4,50 €;\nŒufs;2,10 €;cœur\nPâté;3,00 €;\n")]
    [InlineData("windows-1250", "windows-1250", "nazwa;ilość;dostawca\nŻółty ser;3;Młyn Świętokrzyski\nŚledź;2;Łosoś i Spółka\nMąka żytnia;7;Gęś\nŹródlana woda;1;Kraków\nPączki;12;Wrocław\n")]
    [InlineData("iso-8859-2", "iso-8859-2", "nazwa;ilość;dostawca\nŻółty ser;3;Młyn Świętokrzyski\nŚledź;2;Łosoś i Spółka\nMąka żytnia;7;Gęś\nŹródlana woda;1;Kraków\nPączki;12;Wrocław\n")]
    [InlineData("windows-1251", "windows-1251", "название;количество\nМолоко;3\nСметана;2\nТворог;7\nМасло сливочное;1\nКартофель;12\n")]
    [InlineData("koi8-r", "koi8-r", "название;количество\nМолоко;3\nСметана;2\nТворог;7\nМасло сливочное;1\nКартофель;12\n")]
    [InlineData("windows-1253", "iso-8859-7", "όνομα;ποσότητα\nΓάλα;3\nΤυρί φέτα;2\nΕλαιόλαδο;7\nΝτομάτες;1\nΚρασί λευκό;12\n")]
    [InlineData("windows-1254", "windows-1254", "ad;miktar\nSüt;3\nBeyaz peynir;2\nZeytinyağı;7\nDomates salçası;1\nŞarap;12\nİnce bulgur;4\n")]
    [InlineData("gb18030", "gb18030", "品名;数量;单位\n番茄;3;公斤\n洋葱;2;箱\n牛肉;7;公斤\n鸡蛋;1;盒\n酱油;12;瓶\n")]
    [InlineData("big5", "big5", "品名;數量;單位\n番茄;3;公斤\n洋蔥;2;箱\n牛肉;7;公斤\n雞蛋;1;盒\n醬油;12;瓶\n")]
    [InlineData("euc-kr", "euc-kr", "품목;수량;단위\n토마토;3;개\n양파;2;박스\n소고기;7;팩\n달걀;1;판\n간장;12;병\n")]
    [InlineData("ibm850", "ibm850", "Artikel;Menge;Preis\nKäse;3;4,50\nWürstchen;10;1,20\nÖl;5;4,00\nSüßkartoffel;12;2,10\nCrème fraîche;5;0,99\n")]
    [InlineData("ibm437", "ibm850", "Artikel;Menge;Preis\nKäse;3;4,50\nWürstchen;10;1,20\n")]
    [InlineData("ibm850", "ibm850", "articulo;cantidad\nJalapeño;3\nPiña;10\n")]
    [InlineData("macintosh", "macintosh", "articulo;cantidad\nJalapeño;3\nPiña;10\n")]
    [InlineData("macintosh", "macintosh", "Artikel;Menge\nKäse;3\nWürstchen;10\n")]
    [InlineData("ibm852", "ibm852", "nazwa;ilość\nŻółty ser;3\nŚledź;2\n")]
    [InlineData("windows-1251", "windows-1251", "название;количество\nМука;3\nМасло;2\n")]
    [InlineData("windows-1251", "windows-1251", "назва;кількість\nБорошно;3\nЦукор;2\n")]
    [InlineData("cp866", "cp866", "название;количество\nМука;3\nМасло;2\n")]
    [InlineData("koi8-r", "koi8-r", "название;количество\nМука;3\nМасло;2\n")]
    [InlineData("windows-1253", "iso-8859-7", "είδος;ποσότητα\nΓάλα;3\nΤυρί;2\n")]
    public async Task Reads_legacy_letters_where_they_prove_their_encoding(string encoding, string detected, string text)
    {
        var table = await TableFixture.ReadAsync(TextEncodings.Find(encoding)!.GetBytes(text), new ImportOptions { Mapping = [new ColumnChoice(1, ItemField.Name)] }, currency: "EUR");
        Assert.Equal(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(';')[0]), table.Items.Select(item => item.Name));
        Assert.Equal(detected, table.Plan.Detected.Encoding);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.EncodingAssumed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task Reads_letters_that_were_encoded_twice(string mark)
    {
        const string Text = "nom;quantité;prix\nCrème brûlée;3;4,50 €\nŒufs d’oie;2;1,20 €\nPâté à l’ancienne;4;3,00 €\n";
        var twice = mark + TextEncodings.Find("windows-1252")!.GetString(Encoding.UTF8.GetBytes(Text));
        var table = await TableFixture.ReadAsync(twice, currency: "EUR");
        Assert.Equal("UTF-8 twice", table.Plan.Detected.Encoding);
        Assert.Equal([("Crème brûlée", 3m), ("Œufs d’oie", 2m), ("Pâté à l’ancienne", 4m)], table.Items.Select(item => (item.Name, item.Quantity!.Value)));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.EncodingAssumed && notice.Message.Contains("twice", StringComparison.Ordinal));
        Assert.Contains("CrÃ¨me brÃ»lÃ©e", (await TableFixture.ReadAsync(twice, new ImportOptions { Encoding = "utf-8" }, currency: "EUR")).Items.Select(item => item.Name));
    }

    [Fact]
    public async Task Leaves_letters_alone_of_which_only_some_were_encoded_twice()
    {
        var table = await TableFixture.ReadAsync("nom;quantité\nCrÃ¨me;3\nPâté;4\n");
        Assert.Equal("UTF-8", table.Plan.Detected.Encoding);
        Assert.Equal(["CrÃ¨me", "Pâté"], table.Items.Select(item => item.Name));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.DamagedText && notice.Message.Contains("CrÃ¨me", StringComparison.Ordinal));
        Assert.DoesNotContain((await TableFixture.ReadAsync("nome;quantità\nMAÇÃ verde;3\nÂmbar;1\nSão João;2\n")).Inspection.Notices, notice => notice.Code == IssueCode.DamagedText);
    }

    [Fact]
    public async Task Reads_entities_of_web_pages_as_the_letters_they_stand_for()
    {
        var table = await TableFixture.ReadAsync("Name,Category,Qty\nMac &amp; Cheese,Pasta &amp; Rice,3\nCr&egrave;me,Dairy,2\nChef&#39;s &quot;own&quot;,R&D; lab,1\nSalt & pepper; mix,Dry,4\n");
        Assert.Equal(["Mac & Cheese", "Crème", "Chef's \"own\"", "Salt & pepper; mix"], table.Items.Select(item => item.Name));
        Assert.Equal(["Pasta & Rice", "Dairy", "R&D; lab", "Dry"], table.Items.Select(item => item.Category));
    }

    [Fact]
    public async Task Lets_a_name_stand_once_over_its_sizes()
    {
        var table = await TableFixture.ReadAsync("Spirit,Bottle size,Count\nJameson,750 ml,4\n,1 L,2\n,1.75 L,1\nGin,750 ml,3\n,1 L,5\n", department: "bar");
        Assert.Equal(["Jameson 750 ml 4", "Jameson 1000 ml 2", "Jameson 1750 ml 1", "Gin 750 ml 3", "Gin 1000 ml 5"], table.Items.Select(item => $"{item.Name} {item.BottleSize} {item.Quantity}"));
        table = await TableFixture.ReadAsync("Spirit,Bottle size,Count\nJameson,750 ml,4\n,750 ml,2\n,1.75 L,1\nGin,750 ml,3\n", department: "bar");
        Assert.Equal(2, table.Records.Count(record => record.Outcome == RecordOutcome.Rejected));
    }
}
