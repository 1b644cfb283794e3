using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Numbers, dates and codes are read by the evidence of their column, or not at all.</summary>
public class ReadingValuesTests
{
    [Fact]
    public async Task Takes_the_guard_off_what_a_spreadsheet_was_to_keep_as_it_stands()
    {
        var table = await TableFixture.ReadAsync(
            "Item,SKU,Barcode,Qty,Unit cost\nFlour,=\"00123\",\"=\"\"5012345678900\"\"\",\"=\"\"12\"\"\",\"=\"\"0.80\"\"\"\nSugar,\"=\"\"00456\"\"\",=\"4006381333931\",5,1.10\n=\"Salt, fine\",=A1,,3,0.40\n");
        Assert.Equal(["Flour 00123 5012345678900 12 0.80", "Sugar 00456 4006381333931 5 1.10"], table.Items.Take(2).Select(i => FormattableString.Invariant($"{i.Name} {i.Sku} {i.Barcode} {i.Quantity} {i.UnitCost}")));
    }

    [Theory]
    [InlineData("3,5|10|2,25", "3.5|10|2.25")]
    [InlineData("1.234,50|3,5", "1234.50|3.5")]
    [InlineData("1,234.50|3.5", "1234.50|3.5")]
    [InlineData("1 234,5|2 000|3,5", "1234.5|2000|3.5")]
    [InlineData("1\u00A0234,5|12", "1234.5|12")]
    [InlineData("1'234.50|7.25", "1234.50|7.25")]
    [InlineData("1,234|5.5", "1234|5.5")]
    [InlineData("1.234|5,5", "1234|5.5")]
    [InlineData("1.234|12", "?|12")]
    [InlineData("1,234|12", "?|12")]
    [InlineData("0.125|12", "0.125|12")]
    [InlineData("1,234,567|12", "1234567|12")]
    [InlineData("1,23,456.50|12", "123456.50|12")]
    [InlineData("3.5|4.5|3,5", "3.5|4.5|?")]
    [InlineData("350 0|50 0|12|7|9", "?|?|12|7|9")]
    [InlineData("1 234|1500", "?|1500")]
    [InlineData("１２|３", "12|3")]
    [InlineData("-5|0|+5", "-5|0|5")]
    [InlineData("−5|3", "-5|3")]
    [InlineData("(5)|3", "-5|3")]
    [InlineData("5-|3", "-5|3")]
    [InlineData("1/2|1 1/4|3", "0.5|1.25|3")]
    [InlineData(".5|1.5", "0.5|1.5")]
    [InlineData("1e3|NaN|Infinity|1E400|12|12|12|12|12", "?|?|?|?|12|12|12|12|12")]
    [InlineData("~3|out|12 x 750|2 cs + 3 btl|5|5|5|5", "?|?|?|?|5|5|5|5")]
    [InlineData("99999999999999999999999999999|5", "?|5")]
    [InlineData("5%|$5|5|5|5", "?|?|5|5|5")]
    [InlineData("-|n/a||5", "|||5")]
    public async Task Reads_quantities_by_their_column(string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;quantity\n" + string.Concat(lines));
        var found = table.Records.Select(record => record.Item!.Quantity is { } value ? value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : record.Issues.Count > 0 ? "?" : "");
        Assert.Equal(expected, string.Join('|', found));
    }

    [Fact]
    public async Task Rounds_once_to_six_decimals_and_says_so()
    {
        var table = await TableFixture.ReadAsync("name,quantity\nRice,0.123456789012345678901234567890\nSalt,1.5\n");
        Assert.Equal(0.123457m, table.Item("Rice").Quantity);
        Assert.Equal([(2, 2, IssueCode.Rounded)], table.Issues);
    }

    [Fact]
    public async Task Takes_negative_stock_with_a_warning_but_no_negative_cost()
    {
        var table = await TableFixture.ReadAsync("name,quantity,unit cost\nRice,-5,-2.50\n");
        Assert.Equal((-5m, null), (table.Item("Rice").Quantity, table.Item("Rice").UnitCost));
        Assert.Equal([(2, 2, IssueCode.NegativeStock), (2, 3, IssueCode.Negative)], table.Issues);
    }

    [Fact]
    public async Task Uses_another_columns_proof_of_the_decimal_mark()
    {
        var table = await TableFixture.ReadAsync("name;quantity;unit cost\nRice;1.234;2,50\nSalt;12;0,75\n");
        Assert.Equal((1234m, 2.50m), (table.Item("Rice").Quantity, table.Item("Rice").UnitCost));
        Assert.Equal(",", table.Plan.Detected.DecimalMark);
    }

    [Fact]
    public async Task Reads_by_the_given_decimal_mark_without_asking_the_column()
    {
        var table = await TableFixture.ReadAsync("name;quantity\nRice;1.234\n", new ImportOptions { DecimalMark = "." });
        Assert.Equal(1.234m, table.Item("Rice").Quantity);
        table = await TableFixture.ReadAsync("name;quantity\nRice;1.234\n", new ImportOptions { DecimalMark = "," });
        Assert.Equal(1234m, table.Item("Rice").Quantity);
    }

    [Fact]
    public async Task Rejects_the_row_instead_of_emptying_the_cell_when_asked_to()
    {
        var table = await TableFixture.ReadAsync("name,quantity\nRice,many\nSalt,2\nOats,-3\n", new ImportOptions { BadCells = BadCells.Reject });
        Assert.Equal([RecordOutcome.Rejected, RecordOutcome.Item, RecordOutcome.Item], table.Records.Select(record => record.Outcome));
        Assert.Equal(IssueSeverity.Error, table.Records[0].Issues[0].Severity);
    }

    [Theory]
    [InlineData("EUR", "€ 4.50|4.50 €|4.50 EUR|$4.50|£4.50|4.50", "4.50|4.50|4.50|?|?|4.50")]
    [InlineData("USD", "$4.50|US$4.50|4.50 €|CA$4.50", "4.50|4.50|?|?")]
    [InlineData("JPY", "￥120|120円|¥1,200.5", "120|120|1200.5")]
    [InlineData("CHF", "CHF 12.50|Fr. 3.20|12.50 €", "12.50|3.20|?")]
    public async Task Leaves_costs_in_another_currency_empty(string currency, string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;unit cost\n" + string.Concat(lines), currency: currency);
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.UnitCost?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?")));
    }

    [Fact]
    public async Task Leaves_a_column_in_another_currency_out()
    {
        var table = await TableFixture.ReadAsync("name,quantity,Unit Cost ($)\nRice,1,2.50\n", currency: "EUR");
        Assert.Null(table.Field("Unit Cost ($)"));
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.ForeignCurrency);
    }

    [Fact]
    public async Task Takes_units_from_cells_and_headers_and_converts_between_them()
    {
        var table = await TableFixture.ReadAsync("name,quantity,unit\nRice,5 kg,\nFlour,500 g,kg\nEggs,2 dozen,each\nOil,3 kg,l\n");
        Assert.Equal((5m, "kg"), (table.Item("Rice").Quantity, table.Item("Rice").UnitCode));
        Assert.Equal((0.5m, "kg"), (table.Item("Flour").Quantity, table.Item("Flour").UnitCode));
        Assert.Equal((24m, "each"), (table.Item("Eggs").Quantity, table.Item("Eggs").UnitCode));
        Assert.Null(table.Item("Oil").Quantity);
        Assert.Equal([(5, 2, IssueCode.UnitMismatch)], table.Issues);
        table = await TableFixture.ReadAsync("name,Quantity (kg)\nRice,5\n");
        Assert.Equal((5m, "kg"), (table.Item("Rice").Quantity, table.Item("Rice").UnitCode));
    }

    [Fact]
    public async Task Takes_a_cost_per_kilogram_only_where_the_item_is_counted_by_weight()
    {
        var table = await TableFixture.ReadAsync("name,unit,unit cost\nRice,kg,4.43/kg\nSaffron,g,5000.50/kg\nEggs,each,0.25/ud.\nMilk,bottle,1.20/l\n");
        Assert.Equal([4.43m, 5.0005m, 0.25m, null], table.Items.Select(item => item.UnitCost));
        Assert.Equal([(5, 3, IssueCode.UnitMismatch)], table.Issues);
    }

    [Fact]
    public async Task Makes_a_case_cost_a_unit_cost_only_with_the_case_size()
    {
        var table = await TableFixture.ReadAsync("name,case size,cost per case,par cases\nVodka,12,240,2\nGin,,240,2\n");
        Assert.Equal((240m, 20m, 24m), (table.Item("Vodka").CaseCost, table.Item("Vodka").CostPerUnit, table.Item("Vodka").ParInUnits));
        Assert.Null(table.Item("Gin").CostPerUnit);
        Assert.Null(table.Item("Gin").ParInUnits);
        Assert.Null(table.Item("Vodka").UnitCost);
    }

    [Theory]
    [InlineData("2026-03-04|2026-12-31", "2026-03-04|2026-12-31")]
    [InlineData("03/04/2026|25/12/2026", "2026-04-03|2026-12-25")]
    [InlineData("03/04/2026|12/25/2026", "2026-03-04|2026-12-25")]
    [InlineData("03/04/2026|05/06/2026", "?|?")]
    [InlineData("03/04/2026|25/12/2026|12/25/2026", "?|2026-12-25|2026-12-25")]
    [InlineData("03.04.2026|05.06.2026", "2026-04-03|2026-06-05")]
    [InlineData("9/17/22|2/5/23", "2022-09-17|2023-02-05")]
    [InlineData("3 Mar 2026|March 4, 2026|5-mars-26", "2026-03-03|2026-03-04|2026-03-05")]
    [InlineData("26-03-25|26-04-01", "?|?")]
    [InlineData("25/12/26|05/03/26", "2026-12-25|2026-03-05")]
    [InlineData("2026年3月4日|2026/3/5", "2026-03-04|2026-03-05")]
    [InlineData("20260304|20261231", "2026-03-04|2026-12-31")]
    [InlineData("2026-03-04T10:00:00Z|2026-03-05 08:00", "2026-03-04|2026-03-05")]
    [InlineData("46085|46100", "2026-03-04|2026-03-19")]
    [InlineData("2026-02-30|2026-03-01|2026-03-02", "?|2026-03-01|2026-03-02")]
    [InlineData("9999-12-31|0001-01-01|2026-03-01|2026-03-01", "?|?|2026-03-01|2026-03-01")]
    [InlineData("05/05/2026|06/07/2026", "2026-05-05|?")]
    public async Task Reads_dates_by_the_order_that_their_column_proves(string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;expiry date\n" + string.Concat(lines));
        Assert.Equal(expected, string.Join('|', table.Items.Select(item => item.ExpiresOn?.ToString("yyyy-MM-dd", null) ?? "?")));
    }

    [Fact]
    public async Task Reads_dates_by_the_given_order()
    {
        var table = await TableFixture.ReadAsync("name,expiry\nRice,03/04/2026\n", new ImportOptions { DateOrder = "dmy" });
        Assert.Equal(new DateOnly(2026, 4, 3), table.Item("Rice").ExpiresOn);
    }

    [Theory]
    [InlineData("0.05|0.12|0.405", "5|12|40.5")]
    [InlineData("5|12|40.5", "5|12|40.5")]
    [InlineData("5%|12 % vol|40,5%", "5|12|40.5")]
    [InlineData("0.5|0.3|0.0|0.4", "?")]
    [InlineData("5|12|140|40|40", "5|12|?|40|40")]
    public async Task Reads_alcohol_as_percent(string cells, string expected)
    {
        var lines = cells.Split('|').Select((cell, index) => $"Item {index};{cell}\n");
        var table = await TableFixture.ReadAsync("name;abv\n" + string.Concat(lines), department: "bar");
        if (expected.Contains('?'))
        {
            // A value beyond 100 makes the column something else; nothing above 0.5 could be percent or parts of one.
            Assert.Null(table.Field("abv"));
            return;
        }

        Assert.Equal(expected, string.Join('|', table.Items.Select(item => CellText.Number(item.Abv!.Value))));
    }

    [Theory]
    [InlineData("750ml", "750 ml")]
    [InlineData("75 cl", "750 ml")]
    [InlineData("0.75 L", "750 ml")]
    [InlineData("650  ML", "650 ml")]
    [InlineData("12 oz", "12 oz")]
    [InlineData("Magnum", "Magnum")]
    public async Task Writes_bottle_sizes_in_one_way(string cell, string expected)
    {
        var table = await TableFixture.ReadAsync($"name,size\nGin,{cell}\nVodka,1L\nRum,700ml\nWhisky,0.5 l\n", department: "bar");
        Assert.Equal(expected, table.Item("Gin").BottleSize);
    }

    [Fact]
    public async Task Never_takes_a_code_whose_digits_a_spreadsheet_lost()
    {
        var table = await TableFixture.ReadAsync("name,barcode,sku\nRice,8.41E+12,0012\nSalt,8410000000017,1E5\nOats,0000,n/a\n");
        Assert.Equal([null, "8410000000017", null], table.Items.Select(item => item.Barcode));
        Assert.Equal(["0012", "1E5", null], table.Items.Select(item => item.Sku));
        Assert.Equal([(2, 2, IssueCode.DigitsLost)], table.Issues);
    }

    [Fact]
    public async Task Reads_prices_without_smaller_coins()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Unit,Cost\nFlour,4,kg,320/-\nSugar,10,kg,Rs. 1200/-\nDal,3,kg,90/=\nRice,7,kg,40\nMint,1,kg,1/2\n", currency: "INR");
        Assert.Equal([320m, 1200m, 90m, 40m, null], table.Items.Select(item => item.UnitCost));
        Assert.Equal([(6, 4, IssueCode.NotANumber)], table.Issues);
    }

    [Theory]
    [InlineData("Qty", "50%", IssueCode.NotANumber)]
    [InlineData("Qty", "$5.00", IssueCode.ForeignCurrency)]
    [InlineData("Cost", "10%", IssueCode.NotANumber)]
    public async Task Leaves_one_impossible_cell_empty_and_not_its_column(string header, string cell, string code)
    {
        var table = await TableFixture.ReadAsync($"Item,{header},Unit\nFlour,{cell},kg\nSugar,10,kg\n");
        Assert.Equal([null, 10m], table.Items.Select(item => header == "Qty" ? item.Quantity : item.UnitCost));
        Assert.Equal([(2, 2, code)], table.Issues);
    }

    [Fact]
    public async Task Reads_a_spreadsheets_day_numbers_also_beside_dates()
    {
        var table = await TableFixture.ReadAsync("Item,Qty,Expiry date\nMilk,3,46100\nCream,4,2026-03-04\nButter,4,46130\nTins,4,73416\nRye,4,\nSalt,4,46131\n");
        Assert.Equal([new DateOnly(2026, 3, 19), new DateOnly(2026, 3, 4), new DateOnly(2026, 4, 18), null, null, new DateOnly(2026, 4, 19)], table.Items.Select(item => item.ExpiresOn));
        Assert.Equal([(5, 3, IssueCode.NotADate)], table.Issues);
        Assert.Contains(table.Inspection.Notices, notice => notice.Code == IssueCode.DaySerials);
    }

    [Theory]
    [InlineData("sku,name,quantity\n1001.0,Salt,3\n1002.0,Oil,2\n,Rice,1\n", "1001,1002,")]
    [InlineData("barcode,name,quantity\n4006381333931.0,Salt,3\n", "4006381333931")]
    [InlineData("sku,name,quantity\n1001.0,Salt,3\nA-7,Oil,2\n", "1001.0,A-7")]
    [InlineData("sku,name,quantity\n1.0,Salt,3\n", "1.0")]
    public async Task Codes_that_a_program_took_for_numbers_are_codes_again(string text, string codes)
    {
        var table = await TableFixture.ReadAsync(text);
        Assert.Equal(codes, string.Join(',', table.Items.Select(item => item.Sku ?? item.Barcode)));
        Assert.Equal(!codes.Contains('.', StringComparison.Ordinal), table.Inspection.Notices.Any(notice => notice.Code == IssueCode.WholeCodes));
    }

    [Fact]
    public async Task Codes_in_our_own_export_are_what_they_are()
    {
        var header = string.Join(',', ItemField.All);
        var rows = string.Join('\n', ((string[])["1001.0", "1002.0"]).Select(code => string.Join(',', ItemField.All.Select(field => field == ItemField.Sku ? code : field == ItemField.Name ? "Item " + code : ""))));
        Assert.Equal(["1001.0", "1002.0"], (await TableFixture.ReadAsync($"{header}\n{rows}\n")).Items.Select(item => item.Sku));
    }
}
