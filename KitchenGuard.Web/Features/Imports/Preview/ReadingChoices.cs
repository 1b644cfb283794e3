using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>What the preview's form says: how the file is written, and what each column means. Null is what was found.</summary>
public sealed record ReadingChoices(
    string? Encoding, string? Delimiter, string? DecimalMark, string? DateOrder, int? HeaderLine, QuantityMode Quantities,
    IReadOnlyDictionary<int, string?> Fields)
{
    /// <summary>What columns of sizes or places are; null: found out.</summary>
    public PivotKind? Pivot { get; init; }

    /// <summary>Reads the form; a name it does not know is passed over.</summary>
    public static ReadingChoices From(IFormCollection form)
    {
        var fields = new Dictionary<int, string?>();
        foreach (var (name, value) in form)
        {
            if (name.StartsWith("mapping[", StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(8, name.Length - 9), NumberStyles.None, CultureInfo.InvariantCulture, out var column))
            {
                fields[column] = Given(value);
            }
        }

        return new ReadingChoices(
            Given(form["encoding"]), Given(form["delimiter"]), Given(form["decimalMark"]), Given(form["dateOrder"]),
            int.TryParse(form["headerLine"], NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null,
            Enum.TryParse<QuantityMode>(form["quantities"], ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : QuantityMode.Set,
            fields)
        {
            Pivot = Enum.TryParse<PivotKind>(form["pivot"], ignoreCase: true, out var pivot) && Enum.IsDefined(pivot) ? pivot : null,
        };
    }

    /// <summary>
    /// The options that give the plan with these choices. Columns keep what was given for them; another encoding, delimiter or header makes
    /// other columns, so that their meanings are found anew.
    /// </summary>
    public ImportOptions Over(ReadPlan plan)
    {
        var before = plan.Options;
        var options = before with
        {
            Encoding = Encoding, Delimiter = Delimiter, DecimalMark = DecimalMark, DateOrder = DateOrder, HeaderLine = HeaderLine, Quantities = Quantities,
            Pivot = Pivot, PivotColumns = Pivot == before.Pivot ? before.PivotColumns : null,
        };
        if (Encoding != before.Encoding || Delimiter != before.Delimiter || HeaderLine != before.HeaderLine)
        {
            return options with { Mapping = null };
        }

        var changed = plan.Columns.Where(column => Fields.TryGetValue(column.Column, out var field) && field != column.Field)
            .Select(column => new ColumnChoice(column.Column, Fields[column.Column])).ToList();
        // The later word wins: a field that moved to another column leaves the one it was given to before.
        var kept = (before.Mapping ?? []).Where(choice =>
            !changed.Exists(c => c.Column == choice.Column) && (choice.Field is null || !changed.Exists(c => c.Field == choice.Field)));
        return options with { Mapping = [.. kept, .. changed] };
    }

    /// <summary>The name of the form's first field that differs from the plan; null when none does. It keeps the focus.</summary>
    public string? FirstChange(ReadPlan plan) =>
        Encoding != plan.Options.Encoding ? "encoding"
        : Delimiter != plan.Options.Delimiter ? "delimiter"
        : HeaderLine != plan.Options.HeaderLine ? "headerLine"
        : DecimalMark != plan.Options.DecimalMark ? "decimalMark"
        : DateOrder != plan.Options.DateOrder ? "dateOrder"
        : Pivot != plan.Options.Pivot ? "pivot"
        : Quantities != plan.Options.Quantities ? "quantities"
        : plan.Columns.FirstOrDefault(c => Fields.TryGetValue(c.Column, out var field) && field != c.Field) is { } column ? $"mapping[{column.Column}]" : null;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
