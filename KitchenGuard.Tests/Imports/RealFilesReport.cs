using System.Globalization;
using System.Text;
using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>
/// A table of real files beside their oracle, for the record; run by name (<c>-explicit only -class …RealFilesReport</c>). The files that
/// the engine was not built on are in it as well, so look at it once and mend nothing by it.
/// </summary>
public class RealFilesReport
{
    private static readonly string[] KeptBack =
    [
        "bistro_preisliste_ch", "cantina_vini_it", "craft_beers", "epicerie_produits_fr", "homebox_types", "lcbo_scrape",
        "loyverse_pizzeria_es", "openboxes_products", "sake_site_ja",
    ];

    [Fact(Explicit = true)]
    public Task Files_that_the_engine_is_built_on() => ReportAsync(RealFiles.Names);

    [Fact(Explicit = true)]
    public Task Files_that_were_kept_back() => ReportAsync(KeptBack);

    private static async Task ReportAsync(string[] names)
    {
        var table = new StringBuilder("| file | columns right / mappable | mapped but should not be | records (expected) | items (expected) | sums equal | wrong values |\n|---|---|---|---|---|---|---|\n");
        foreach (var name in names)
        {
            var (inspection, records) = await RealFiles.ReadAsync(name, TestContext.Current.CancellationToken);
            table.AppendLine(Row(name, RealFiles.Expected(name), inspection, records));
        }

        TestContext.Current.TestOutputHelper!.WriteLine(table.ToString());
    }

    private static string Row(string name, JsonElement expected, Inspection inspection, List<ReadRecord> records)
    {
        int mappable = 0, right = 0, surplus = 0;
        foreach (var column in expected.GetProperty("columns").EnumerateArray())
        {
            var accepted = Accepted(column);
            var field = inspection.Plan?.Columns.ElementAtOrDefault(column.GetProperty("column").GetInt32() - 1)?.Field;
            // A column that may also stay unmapped is not one that has to be mapped.
            mappable += accepted.Contains(null) ? 0 : 1;
            right += !accepted.Contains(null) && accepted.Contains(field) ? 1 : 0;
            surplus += field is not null && !accepted.Contains(field) ? 1 : 0;
        }

        var (sums, equal, wrong) = Values(expected, inspection, records);
        return string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {right} / {mappable} | {surplus} | {records.Count} ({Number(expected, "records")}) | {records.Count(r => r.Outcome == RecordOutcome.Item)} ({Number(expected, "items")}) | {equal} / {sums} | {(wrong.Count == 0 ? "0" : string.Join("; ", wrong))} |{(inspection.Refusal is { } refusal ? " " + refusal.Message : "")}");
    }

    private static (int Sums, int Equal, List<string> Wrong) Values(JsonElement expected, Inspection inspection, List<ReadRecord> records)
    {
        var (wrong, equal, count) = (new List<string>(), 0, 0);
        var items = records.Where(record => record.Item is not null).ToList();
        foreach (var sum in expected.TryGetProperty("sums", out var sums) ? sums.EnumerateObject().ToArray() : [])
        {
            count++;
            var column = sum.Value.GetProperty("column").GetInt32();
            if (inspection.Plan?.Columns.ElementAtOrDefault(column - 1)?.Field is not { } field || !(ItemField.IsNumber(field) || field is ItemField.BottleSize or ItemField.PackSize))
            {
                continue;
            }

            var values = items.Select(record => RealFiles.Amount(record.Item!, field)).ToList();
            var (numeric, total) = (values.Count(value => value is not null), values.Sum(value => value ?? 0));
            var meant = decimal.Parse(sum.Value.GetProperty("sum").GetString()!, CultureInfo.InvariantCulture);
            equal += numeric == sum.Value.GetProperty("numeric").GetInt32() && total == meant ? 1 : 0;
            // Fewer numbers than meant is a warning for each that is missing, not a wrong value; what it says is looked at below.
            if (numeric >= sum.Value.GetProperty("numeric").GetInt32() && total != meant)
            {
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{field} sums to {total}, not {meant} ({numeric} numbers)"));
            }
            else if (items.Count(record => record.Issues.Any(issue => issue.Column == column)) < sum.Value.GetProperty("numeric").GetInt32() - numeric)
            {
                wrong.Add($"{field} lost numbers without an issue");
            }
        }

        foreach (var sample in expected.TryGetProperty("samples", out var samples) ? samples.EnumerateArray().ToArray() : [])
        {
            var line = sample.GetProperty("line").GetInt32();
            var record = records.SingleOrDefault(r => r.Line == line);
            foreach (var value in sample.GetProperty("values").EnumerateObject())
            {
                if (record?.Item is { } item && (ItemField.IsNumber(value.Name) || value.Name == ItemField.ExpiresOn) && RealFiles.Text(item, value.Name) is { } found && found != value.Value.GetString())
                {
                    wrong.Add($"line {line} {value.Name} {found}, not {value.Value.GetString()}");
                }
            }
        }

        return (count, equal, wrong);
    }

    private static List<string?> Accepted(JsonElement column)
    {
        var accepted = new List<string?> { column.GetProperty("field").GetString() };
        if (column.TryGetProperty("fieldAlternatives", out var others))
        {
            accepted.AddRange(others.EnumerateArray().Select(other => other.GetString()));
        }

        return accepted;
    }

    private static string Number(JsonElement expected, string name) =>
        expected.TryGetProperty(name, out var value) ? value.ToString() : "-";
}
