using System.Globalization;
using System.Text.Json;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

public class RealFilesTests
{
    public static TheoryData<string> Files => [.. RealFiles.Names];

    public static TheoryData<string> Importable =>
        [.. RealFiles.Names.Where(name => name is not ("ofn_inventory_template" or "ofn_product_list_template" or "openboxes_csv_importer_spec"))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Files))]
    public async Task Finds_the_dialect(string name)
    {
        var expected = RealFiles.Expected(name);
        var (inspection, _) = await RealFiles.ReadAsync(name, Ct);
        var detected = inspection.Plan!.Detected;

        Assert.Contains(detected.Encoding.ToLowerInvariant(), Encodings(expected));
        Assert.Equal(expected.GetProperty("delimiter").GetString(), detected.Delimiter);
        Assert.Equal(expected.GetProperty("quote").GetString(), detected.Quote);
        Assert.Equal(expected.GetProperty("headerLine").GetInt32(), detected.HeaderLine);
        if (expected.GetProperty("importable").GetBoolean())
        {
            // The file of quoting examples has one cell "1.1" and one date among words: that proves nothing about a column.
            Assert.Equal(expected.GetProperty("decimalMark").GetString(), detected.DecimalMark);
            Assert.Equal(expected.GetProperty("dateOrder").GetString(), detected.DateOrder);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public async Task Finds_what_every_column_means(string name)
    {
        var (inspection, _) = await RealFiles.ReadAsync(name, Ct);
        var wrong = new List<string>();
        foreach (var column in RealFiles.Expected(name).GetProperty("columns").EnumerateArray())
        {
            var found = inspection.Plan!.Columns[column.GetProperty("column").GetInt32() - 1];
            var right = new List<string?> { column.GetProperty("field").GetString() };
            if (column.TryGetProperty("fieldAlternatives", out var others))
            {
                right.AddRange(others.EnumerateArray().Select(other => other.GetString()));
            }

            if (!right.Contains(found.Field) || found.Header != ItemIdentity.Collapse(column.GetProperty("header").GetString()!))
            {
                wrong.Add($"{found.Column} '{found.Header}' is {found.Field ?? "null"}, not {string.Join(" or ", right.Select(field => field ?? "null"))}");
            }
        }

        Assert.Empty(wrong);
    }

    [Theory, MemberData(nameof(Importable))]
    public async Task Accounts_for_every_record(string name)
    {
        var expected = RealFiles.Expected(name);
        var (inspection, records) = await RealFiles.ReadAsync(name, Ct);

        Assert.Null(inspection.Refusal);
        Assert.Equal(expected.GetProperty("records").GetInt32(), records.Count);
        Assert.Equal(inspection.Records, records.Count);
        Assert.Equal(expected.GetProperty("items").GetInt32(), records.Count(record => record.Outcome == RecordOutcome.Item));
        Assert.Equal(expected.GetProperty("skippedCount").GetInt32(), records.Count(record => record.Outcome == RecordOutcome.Skipped));
        Assert.DoesNotContain(records, record => record.Outcome == RecordOutcome.Rejected);
        Assert.Equal(records.Count, records.Select(record => record.Line).Distinct().Count());
        Assert.All(expected.GetProperty("skipped").EnumerateArray(), skipped =>
            Assert.Contains(records, record => record.Line == skipped.GetProperty("line").GetInt32() && record.Outcome == RecordOutcome.Skipped));
    }

    [Theory, MemberData(nameof(Importable))]
    public async Task Tells_the_items_apart(string name)
    {
        var expected = RealFiles.Expected(name);
        var (_, records) = await RealFiles.ReadAsync(name, Ct);
        var keys = records.Where(record => record.Item is not null).Select(record => record.Item!.IdentityKey).Distinct().Count();
        Assert.Equal(expected.GetProperty("names").GetInt32(), keys);
        Assert.Equal(expected.GetProperty("namesByNameOnly").GetInt32(), records.Where(record => record.Item is not null).Select(record => record.Item!.NameKey).Distinct().Count());
    }

    [Theory, MemberData(nameof(Importable))]
    public async Task Reads_every_number(string name)
    {
        var (inspection, records) = await RealFiles.ReadAsync(name, Ct);
        var items = records.Where(record => record.Item is not null).ToList();
        foreach (var sum in RealFiles.Expected(name).GetProperty("sums").EnumerateObject())
        {
            var column = sum.Value.GetProperty("column").GetInt32();
            var field = inspection.Plan!.Columns[column - 1].Field;
            Assert.NotNull(field);
            var values = items.Select(record => RealFiles.Amount(record.Item!, field)).ToList();
            Assert.Equal(sum.Value.GetProperty("numeric").GetInt32(), values.Count(value => value is not null));
            Assert.Equal(decimal.Parse(sum.Value.GetProperty("sum").GetString()!, CultureInfo.InvariantCulture), values.Sum(value => value ?? 0));
            Assert.Equal(sum.Value.GetProperty("unreadableCount").GetInt32(), items.Count(record => record.Issues.Any(issue => issue.Column == column)));
        }
    }

    [Theory, MemberData(nameof(Importable))]
    public async Task Reads_the_samples(string name)
    {
        var (_, records) = await RealFiles.ReadAsync(name, Ct);
        var alternatives = RealFiles.Expected(name).GetProperty("columns").EnumerateArray()
            .Where(column => column.TryGetProperty("fieldAlternatives", out _)).Select(column => column.GetProperty("field").GetString()).ToList();
        foreach (var sample in RealFiles.Expected(name).GetProperty("samples").EnumerateArray())
        {
            var item = records.Single(record => record.Line == sample.GetProperty("line").GetInt32()).Item!;
            foreach (var value in sample.GetProperty("values").EnumerateObject())
            {
                var found = RealFiles.Text(item, value.Name);
                if (alternatives.Contains(value.Name) && found != value.Value.GetString())
                {
                    // The field went to another column that the oracle accepts as well.
                    continue;
                }

                Assert.Equal((value.Name, value.Value.GetString()), (value.Name, found));
            }
        }
    }

    [Fact]
    public async Task Says_that_a_template_holds_no_rows()
    {
        var (inspection, records) = await RealFiles.ReadAsync("ofn_inventory_template", Ct);
        Assert.Null(inspection.Refusal);
        Assert.Empty(records);
        Assert.Contains(inspection.Notices, notice => notice.Code == IssueCode.NoRecords);
    }

    [Fact]
    public async Task Refuses_a_file_in_which_no_column_holds_names()
    {
        var (inspection, _) = await RealFiles.ReadAsync("openboxes_csv_importer_spec", Ct);
        Assert.Equal(RefusalCode.NoNameColumn, inspection.Refusal!.Code);
        Assert.Contains("'Field1'", inspection.Refusal.Message, StringComparison.Ordinal);
    }

    private static List<string> Encodings(JsonElement expected)
    {
        var names = new List<string> { expected.GetProperty("encoding").GetString()!.ToLowerInvariant() };
        if (expected.TryGetProperty("encodingAlternatives", out var others))
        {
            names.AddRange(others.EnumerateArray().Select(other => other.GetString()!.ToLowerInvariant()));
        }

        return names;
    }
}
