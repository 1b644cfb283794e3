using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Two public suites of CSV files with the records that a reader must return.</summary>
public class ReadingConformanceTests
{
    public static TheoryData<string> Spectrum => Names("csv-spectrum", "csvs");

    public static TheoryData<string> TestData => Names("csv-test-data", "csv");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Spectrum), DisableDiscoveryEnumeration = true)]
    public async Task Reads_csv_spectrum(string name)
    {
        Assert.SkipWhen(name.Length == 0, "The folder of conformance suites is not here: set KITCHENGUARD_TEST_DATA.");
        var folder = Path.Combine(RealFiles.Require(), "csv-spectrum");
        var table = await ReadAsync(Path.Combine(folder, "csvs", name + ".csv"));
        if (name == "location_coordinates")
        {
            // The suite's own JSON holds another record than its CSV, so only the shape can be compared.
            Assert.Equal([4, 4], table.Select(row => row.Count));
            Assert.StartsWith("37", table[1][1], StringComparison.Ordinal);
            return;
        }

        // The published copy of newlines_crlf has lost its carriage returns, its JSON has not.
        var json = await File.ReadAllTextAsync(Path.Combine(folder, "json", name + ".json"), Ct);
        using var expected = JsonDocument.Parse(name == "newlines_crlf" ? json.Replace("\\r\\n", "\\n", StringComparison.Ordinal) : json);
        AssertObjects(expected.RootElement, table);
    }

    [Theory, MemberData(nameof(TestData), DisableDiscoveryEnumeration = true)]
    public async Task Reads_csv_test_data(string name)
    {
        Assert.SkipWhen(name.Length == 0, "The folder of conformance suites is not here: set KITCHENGUARD_TEST_DATA.");
        var folder = Path.Combine(RealFiles.Require(), "csv-test-data");
        var table = await ReadAsync(Path.Combine(folder, "csv", name + ".csv"));
        var json = Path.Combine(folder, "json", name + ".json");
        if (!File.Exists(json))
        {
            // Bad on purpose: any answer will do that is not an exception.
            return;
        }

        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(json, Ct));
        if (expected.RootElement.GetArrayLength() == 0 || expected.RootElement[0].ValueKind == JsonValueKind.Object)
        {
            AssertObjects(expected.RootElement, table);
            return;
        }

        var rows = expected.RootElement.EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToList()).ToList();
        Assert.Equal(rows, table);
    }

    private static void AssertObjects(JsonElement expected, List<List<string>> table)
    {
        var rows = expected.EnumerateArray().Select(row => row.EnumerateObject().Select(cell => (cell.Name, cell.Value.GetString()!)).ToList()).ToList();
        var found = table.Skip(1).Select(row => row.Select((cell, index) => (table[0][index], cell)).ToList()).ToList();
        Assert.Equal(rows, found);
    }

    private static async Task<List<List<string>>> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var result = new List<List<string>>();
        using var records = RawRecords.Open(file, "UTF-8", ",", "\"", 0);
        while (await records.ReadAsync(Ct))
        {
            result.Add([.. records.Cells()]);
        }

        return result;
    }

    private static TheoryData<string> Names(string suite, string folder) => RealFiles.Folder is null
        ? [""]
        : [.. Directory.GetFiles(Path.Combine(RealFiles.Folder, suite, folder), "*.csv").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];
}
