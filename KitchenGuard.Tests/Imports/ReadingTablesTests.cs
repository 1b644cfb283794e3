using System.Text;
using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Where the table is in a file and which records are items.</summary>
public class ReadingTablesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("utf-8", "UTF-8")]
    [InlineData("utf-16", "UTF-16LE")]
    [InlineData("utf-16BE", "UTF-16BE")]
    [InlineData("utf-16 without mark", "UTF-16LE")]
    [InlineData("utf-16BE without mark", "UTF-16BE")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("macintosh", "macintosh")]
    [InlineData("utf-8 with two marks", "UTF-8")]
    public async Task Reads_western_text_in_any_encoding(string encoding, string detected)
    {
        var text = "nom;quantité;fournisseur\nCrème brûlée;3;Épicerie Noël\nJalapeño;2,5;Müller\nBœuf;1;Épicerie Noël\nPâté;4;Forêt\nThé glacé;7;Forêt\n";
        var found = TextEncodings.Find(encoding.Split(' ')[0])!;
        byte[] mark = encoding.Contains("without", StringComparison.Ordinal) || encoding is "utf-8" or "windows-1252" or "macintosh" ? []
            : encoding.EndsWith("two marks", StringComparison.Ordinal) ? [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] : [.. found.GetPreamble()];
        var table = await TableFixture.ReadAsync([.. mark, .. found.GetBytes(text)]);
        Assert.Equal(detected, table.Plan.Detected.Encoding);
        Assert.Equal(["Crème brûlée", "Jalapeño", "Bœuf", "Pâté", "Thé glacé"], table.Items.Select(item => item.Name));
        Assert.Equal(17.5m, table.Items.Sum(item => item.Quantity));
    }

    [Theory]
    [InlineData("shift_jis", "Shift_JIS")]
    [InlineData("euc-jp", "euc-jp")]
    public async Task Reads_japanese_encodings(string encoding, string detected)
    {
        var table = await TableFixture.ReadAsync(TextEncodings.Find(encoding)!.GetBytes("品名,数量,単位,仕入単価\n玉ねぎ,3,箱,\"1,980\"\n牛もも肉,12,パック,\"2,480\"\n"), currency: "JPY");
        Assert.Equal(detected, table.Plan.Detected.Encoding);
        Assert.Equal([("玉ねぎ", 3m, "box", 1980m), ("牛もも肉", 12m, "pack", 2480m)],
            table.Items.Select(item => (item.Name, item.Quantity!.Value, item.UnitCode!, item.UnitCost!.Value)));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    [InlineData("^")]
    [InlineData("¦")]
    [InlineData("::")]
    public async Task Finds_the_delimiter(string delimiter)
    {
        var table = await TableFixture.ReadAsync(string.Join('\n',
            new[] { "name~quantity~notes", "Rice~5~white. long", "Salt~2~sea. coarse", "Oats~7~a" }
                .Select(line => line.Replace("~", delimiter, StringComparison.Ordinal).Replace('.', delimiter == "," ? ';' : ','))));
        Assert.Equal(delimiter, table.Plan.Detected.Delimiter);
        Assert.Equal([5m, 2m, 7m], table.Items.Select(item => item.Quantity!.Value));
    }

    [Fact]
    public async Task Follows_a_first_line_that_names_the_delimiter_and_counts_it_as_a_line()
    {
        var table = await TableFixture.ReadAsync("sep=;\nname;notes\nRice;a, b, c\nSalt;d, e, f\n");
        Assert.Equal((";", 2), (table.Plan.Detected.Delimiter, table.Plan.Detected.HeaderLine));
        Assert.Equal([3, 4], table.Records.Select(record => record.Line));
    }

    [Fact]
    public async Task Follows_what_is_given_instead_of_detecting_it()
    {
        var bytes = TextEncodings.Find("windows-1252")!.GetBytes("x;y\nname;7\nCafé;1,5\n");
        var table = await TableFixture.ReadAsync(bytes, new ImportOptions
        {
            Encoding = "windows-1252",
            Delimiter = ";",
            HeaderLine = 0,
            DecimalMark = ",",
            Mapping = [new ColumnChoice(1, ItemField.Name), new ColumnChoice(2, ItemField.SalePrice)],
        });
        Assert.Equal(["x", "name", "Café"], table.Items.Select(item => item.Name));
        Assert.Equal(1.5m, table.Item("Café").SalePrice);
        table = await TableFixture.ReadAsync(bytes, new ImportOptions { HeaderLine = 2, Mapping = [new ColumnChoice(0, ItemField.Quantity, "7")] });
        Assert.Equal(1.5m, table.Item("Café").Quantity);
    }

    [Theory]
    [InlineData("encoding")]
    [InlineData("delimiter")]
    [InlineData("decimalMark")]
    [InlineData("field")]
    public async Task Refuses_options_that_mean_nothing(string what)
    {
        var options = what switch
        {
            "encoding" => new ImportOptions { Encoding = "klingon-8" },
            "delimiter" => new ImportOptions { Delimiter = "abc" },
            "decimalMark" => new ImportOptions { DecimalMark = ";" },
            _ => new ImportOptions { Mapping = [new ColumnChoice(1, "colour")] },
        };
        Assert.Equal(RefusalCode.BadOptions, (await TableFixture.ReadAsync("name\nRice\n", options)).Inspection.Refusal!.Code);
    }

    [Fact]
    public async Task Finds_a_table_under_titles_and_skips_headings_totals_repeats_and_prose()
    {
        var table = await TableFixture.ReadAsync(
            "Corner Bistro,,,\nCount of 25 January,,,\n,,,\nItem,On Hand,Unit,Supplier\nPRODUCE,,,\nTomatoes,3.5,kg,Farm\nLeeks,2,kg,Farm\nDAIRY,,,\n" +
            "Butter,4,kg,Dairy Co\nItem,On Hand,Unit,Supplier\nMilk,6,l,Dairy Co\nTotal Dairy,10,,\nGrand Total:,15.5,,\n,,,\nCounted by the night shift,,,\n");
        Assert.Equal(4, table.Plan.Detected.HeaderLine);
        Assert.Equal([("Tomatoes", "PRODUCE"), ("Leeks", "PRODUCE"), ("Butter", "DAIRY"), ("Milk", "DAIRY")], table.Items.Select(item => (item.Name, item.Category!)));
        Assert.Equal(
            [(5, IssueCode.Heading), (8, IssueCode.Heading), (10, IssueCode.RepeatedHeader), (12, IssueCode.Total), (13, IssueCode.Total), (15, IssueCode.Prose)],
            table.Issues.Select(issue => (issue.Line, issue.Code)));
        Assert.Equal(10, table.Inspection.Records);
    }

    [Fact]
    public async Task Totals_between_groups_do_not_hide_that_headings_are_headings()
    {
        var table = await TableFixture.ReadAsync(
            "Getränk;Bestand;Lieferant\nWEIN;;\nVeltliner;27;Leitner\nZweigelt;11;Leitner\nRiesling;9;Leitner\nSumme Wein;;\n" +
            "BIER;;\nHelles;120;Hirsch\nWeißbier;70;Hirsch\n=SUMME(B8:B9);;\nSPIRITUOSEN;;\nGin;3;Wolf\nObstler;4;Wolf\nSumme;;\n", department: "bar");
        Assert.Equal(
            [("Veltliner", "WEIN"), ("Zweigelt", "WEIN"), ("Riesling", "WEIN"), ("Helles", "BIER"), ("Weißbier", "BIER"), ("Gin", "SPIRITUOSEN"), ("Obstler", "SPIRITUOSEN")],
            table.Items.Select(item => (item.Name, item.Category!)));
        Assert.Equal(
            [(2, IssueCode.Heading), (6, IssueCode.Total), (7, IssueCode.Heading), (10, IssueCode.Total), (11, IssueCode.Heading), (14, IssueCode.Total)],
            table.Issues.Select(issue => (issue.Line, issue.Code)));
    }

    [Fact]
    public async Task Among_items_with_nothing_but_a_name_only_what_is_in_capitals_is_a_heading_and_the_others_are_asked_about()
    {
        var table = await TableFixture.ReadAsync(
            "name;quantity;supplier\nWINE;;\nRiesling;9;Vine\nPinot;3;Vine\nMuscat;;\nMerlot;;\nBEER;;\nLager;12;Brew\nStout;7;Brew\nPorter;;\nBock;4;Brew\n", department: "bar");
        Assert.Equal(
            [("Riesling", "WINE"), ("Pinot", "WINE"), ("Muscat", "WINE"), ("Merlot", "WINE"), ("Lager", "BEER"), ("Stout", "BEER"), ("Porter", "BEER"), ("Bock", "BEER")],
            table.Items.Select(item => (item.Name, item.Category!)));
        Assert.Equal(
            [(2, IssueCode.Heading), (5, IssueCode.OnlyName), (6, IssueCode.OnlyName), (7, IssueCode.Heading), (10, IssueCode.OnlyName)],
            table.Issues.Select(issue => (issue.Line, issue.Code)));
    }

    [Theory]
    [InlineData("name;quantity;supplier\nRiesling;9;Vine\nIPA;;\nMuscat;;\nMerlot;;\nXO;;\nLager;12;Brew\n")]
    [InlineData("name;quantity;supplier\nRICE;9;Mill\nSALT;;\nOATS;3;Mill\nTEA;;\nRYE;4;Mill\nMALT;5;Mill\n")]
    public async Task A_list_in_which_many_items_have_only_a_name_has_no_headings(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.DoesNotContain(table.Issues, issue => issue.Code == IssueCode.Heading);
        Assert.Equal(6, table.Items.Count);
    }

    [Fact]
    public async Task Lets_headings_fill_a_category_column_only_where_it_is_blank()
    {
        var table = await TableFixture.ReadAsync("Item,Category,Qty,Unit\nPRODUCE,,,\nTomatoes,,3,kg\nOlives,Dry,2,kg\nDAIRY,,,\nMilk,,6,l\nButter,,1,kg\n");
        Assert.Equal(["PRODUCE", "Dry", "DAIRY", "DAIRY"], table.Items.Select(item => item.Category!));
    }

    [Fact]
    public async Task Skips_drawn_lines_and_comments()
    {
        var table = await TableFixture.ReadAsync("# stock of Friday, by Anna\n#\n| Item    | Qty | Unit |\n|---------|----:|------|\n| Rice    |   3 | kg   |\n# counted twice\n| #10 can |   2 | can  |\n+---------+-----+------+\n");
        Assert.Equal([("Rice", 3m, "kg"), ("#10 can", 2m, "can")], table.Items.Select(item => (item.Name, item.Quantity!.Value, item.UnitCode!)));
        Assert.All(table.Records.Where(record => record.Item is null), record => Assert.Equal((RecordOutcome.Skipped, IssueCode.Prose), (record.Outcome, record.Issues[0].Code)));
        Assert.Equal(5, table.Records.Count);
    }

    [Fact]
    public async Task Skips_what_an_invoice_lists_below_its_items()
    {
        var table = await TableFixture.ReadAsync("Description,Qty,UOM,Unit Price,Amount\nOlive Oil,2,each,32.50,65.00\nSubtotal,,,,65.00\nTax,,,,5.20\nTotal,,,,70.20\n");
        Assert.Equal("Olive Oil", Assert.Single(table.Items).Name);
        Assert.Equal(3, table.Records.Count(record => record.Outcome == RecordOutcome.Skipped));
    }

    [Fact]
    public async Task Keeps_items_that_merely_sound_like_a_total()
    {
        var table = await TableFixture.ReadAsync("name,category,quantity\nTotal Greek Yogurt,Dairy,3\nSummer squash,Produce,2\nTotal,Cereal,1\n");
        Assert.Equal(3, table.Items.Count);
    }

    [Fact]
    public async Task Keeps_items_of_which_the_file_says_nothing_but_the_name()
    {
        var table = await TableFixture.ReadAsync("name,quantity\nRice,3\nSalt,\nOats,\nCorn,2\nPeas,\n");
        Assert.Equal(5, table.Items.Count);
        Assert.Equal([3m, null, null, 2m, null], table.Items.Select(item => item.Quantity));
    }

    [Fact]
    public async Task Joins_a_header_of_two_rows()
    {
        var table = await TableFixture.ReadAsync("Item,Stock,,Cost,\nName,Quantity,Unit,Unit,Total\nRice,5,3,2.50,12.50\nSalt,2,1,1.00,2.00\n");
        Assert.Equal(["Item Name", "Stock Quantity", "Stock Unit", "Cost Unit", "Cost Total"], table.Plan.Columns.Select(column => column.Header));
        Assert.Equal(["Rice", "Salt"], table.Items.Select(item => item.Name));
        Assert.Null(table.Field("Cost Total"));
    }

    [Fact]
    public async Task Lets_variant_rows_take_the_name_above_and_keeps_them_apart()
    {
        var table = await TableFixture.ReadAsync("handle,name,category,variation,qty\nmug,Mug,Glass,Small,3\nmug,,,Large,4\nfork,Fork,Steel,,5\n");
        Assert.Equal([("Mug", "Glass", 3m), ("Mug", "Glass", 4m), ("Fork", "Steel", 5m)], table.Items.Select(item => (item.Name, item.Category!, item.Quantity!.Value)));
        Assert.Equal(3, table.Items.Select(item => item.IdentityKey).Distinct().Count());
    }

    [Fact]
    public async Task Rejects_rows_without_a_name_where_nothing_ties_them_to_the_row_above()
    {
        var table = await TableFixture.ReadAsync("name,category,qty\nRice,dry,3\n,dry,4\n,wet,5\nMilk,wet,1\n");
        Assert.Equal([(3, 1, IssueCode.NoName), (4, 1, IssueCode.NoName)], table.Issues);
    }

    [Fact]
    public async Task Reads_quotes_after_blanks_single_quotes_and_backslashes()
    {
        var table = await TableFixture.ReadAsync("name, quantity, notes\n\"Rice, white\", 5, \"long, grain\"\n\"Salt\", 2, \"coarse\"\n");
        Assert.Equal([("Rice, white", 5m, "long, grain"), ("Salt", 2m, "coarse")], table.Items.Select(item => (item.Name, item.Quantity!.Value, item.Notes!)));
        table = await TableFixture.ReadAsync("name,notes,quantity\n\"Pan 12\\\" steel\",\"a \\\"b\\\" c\",5\n");
        Assert.Equal(("Pan 12\" steel", "a \"b\" c", 5m), (table.Items[0].Name, table.Items[0].Notes, table.Items[0].Quantity!.Value));
        table = await TableFixture.ReadAsync("'name';'notes';'quantity'\n'Rice';'it''s; white';'5'\n");
        Assert.Equal(("Rice", "it's; white", 5m), (table.Items[0].Name, table.Items[0].Notes, table.Items[0].Quantity!.Value));
    }

    [Fact]
    public async Task Takes_its_own_export_as_it_stands()
    {
        var header = string.Join(',', ItemField.All);
        var table = await TableFixture.ReadAsync($"{header}\n'=Total,,,,,1.234,kg,12,,,2.125,,,,,,Main,2026-03-04,,750,,'-- see below\nTotal,,,,Wine,-3,,,,,,,,,,,Main,,,,,\n");
        Assert.Equal(["=Total", "Total"], table.Items.Select(item => item.Name));
        Assert.Equal((1.234m, "12", 2.125m, "750", "-- see below"),
            (table.Items[0].Quantity!.Value, table.Items[0].PackSize!, table.Items[0].UnitCost!.Value, table.Items[0].BottleSize!, table.Items[0].Notes!));
        Assert.Equal(new DateOnly(2026, 3, 4), table.Items[0].ExpiresOn);
        Assert.Equal(-3m, table.Items[1].Quantity);
    }

    [Fact]
    public async Task Writes_the_table_as_it_was_found()
    {
        var output = new MemoryStream();
        var detected = new Detected("windows-1252", ";", "\"", 2, null, null);
        await TableText.WriteAsync(new MemoryStream(TextEncodings.Find("windows-1252")!.GetBytes("Inventur;\nName;Größe\n Käse ;\"1,5 \"\"kg\"\"\"\n;\nTotal;2\n")), detected, output, Ct);
        Assert.Equal("Name,Größe\r\n Käse ,\"1,5 \"\"kg\"\"\"\r\nTotal,2\r\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task Reads_json_rows_through_the_same_checks()
    {
        var json = """[{"name":"Rice","quantity":2.5,"unit":"kg","expiresOn":"2026-03-04","unitCost":"1.234"},{"quantity":1},7,{"name":"Total","quantity":"3,5","colour":"red","notes":null}]""";
        var plan = JsonRows.Plan(new ImportOptions(), "kitchen", "USD", "en-US");
        var records = new List<ReadRecord>();
        await foreach (var record in JsonRows.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), ReadPlan.FromJson(plan.ToJson()), Ct))
        {
            records.Add(record);
        }

        Assert.Equal([RecordOutcome.Item, RecordOutcome.Rejected, RecordOutcome.Rejected, RecordOutcome.Item], records.Select(record => record.Outcome));
        Assert.Equal((2.5m, "kg", 1.234m), (records[0].Item!.Quantity!.Value, records[0].Item!.UnitCode!, records[0].Item!.UnitCost!.Value));
        Assert.Equal([IssueCode.NotANumber, IssueCode.UnknownField], records[3].Issues.Select(issue => issue.Code));
        await Assert.ThrowsAsync<JsonException>(async () =>
        {
            await foreach (var record in JsonRows.ReadAsync(new MemoryStream("{\"name\":1}"u8.ToArray()), plan, Ct))
            {
                Assert.NotNull(record);
            }
        });
    }

    [Fact]
    public void Options_speak_camel_case_json_both_ways()
    {
        var json = """{"delimiter":";","quantities":"add","badCells":"reject","blanks":"clear","mode":"create","mapping":[{"column":2,"field":"name"},{"column":"Preis","field":null}],"dryRun":true}""";
        var options = JsonSerializer.Deserialize<ImportOptions>(json, JsonSerializerOptions.Web)!;
        Assert.Equal((QuantityMode.Add, BadCells.Reject, Blanks.Clear, ImportMode.Create, true), (options.Quantities, options.BadCells, options.Blanks, options.Mode, options.DryRun));
        Assert.Equal([new ColumnChoice(2, "name"), new ColumnChoice(0, null, "Preis")], options.Mapping!);
        var written = JsonSerializer.Serialize(options, JsonSerializerOptions.Web);
        Assert.Contains("\"quantities\":\"add\"", written, StringComparison.Ordinal);
        Assert.Contains("{\"column\":\"Preis\",\"field\":null}", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Item,Qty,Unit\nSalt,lots,kg\n,3,kg\n")]
    [InlineData("Item,Category,Qty\nMilk,Dairy,4\n,Dairy,3\nRice,Dry,2\n")]
    [InlineData("Item,Supplier,Unit cost\nMilk,Farm,1.20\n,Farm,0.80\n")]
    public async Task Does_not_give_a_row_the_name_above_for_an_equal_unit_category_or_supplier(string text)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Null(table.Plan.Rows.VariantOf);
        Assert.DoesNotContain(table.Items, item => item.Quantity == 3 || item.UnitCost == 0.80m);
    }
}
