using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>What the preview's form says: how the file is written, what each column means, what the import does. Null is what was found.</summary>
public sealed record ReadingChoices(IReadOnlyDictionary<int, string?> Fields)
{
    /// <summary>The options that the form has fields for; the mapping is in <see cref="Fields"/>.</summary>
    private ImportOptions Said { get; init; } = new();

    /// <summary>The column that a question was answered with; it is said even where it was found so.</summary>
    private string? Answered { get; init; }

    /// <summary>Reads the form; a name it does not know is passed over. A button that answers a question is worth more than its field.</summary>
    /// <param name="form">The form.</param>
    /// <param name="zone">Where the moment of the count was said.</param>
    public static ReadingChoices From(IFormCollection form, TimeZoneInfo zone)
    {
        var answer = form["answer"].ToString().Split('=', 2);
        string? Given(string name) => answer is [var asked, var chosen] && asked == name ? chosen : form[name] is [{ Length: > 0 } text, ..] ? text : null;
        var fields = new Dictionary<int, string?>();
        foreach (var name in form.Keys)
        {
            if (name.StartsWith("mapping[", StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(8, name.Length - 9), NumberStyles.None, CultureInfo.InvariantCulture, out var column))
            {
                fields[column] = Given(name);
            }
        }

        return new ReadingChoices(fields)
        {
            Answered = answer.Length == 2 ? answer[0] : null,
            Said = new ImportOptions
            {
                Sheet = Given("sheet"),
                Encoding = Given("encoding"),
                Delimiter = Given("delimiter"),
                Quote = Given("quote") is { } quote ? (quote == "none" ? "" : quote) : null,
                HeaderLine = int.TryParse(Given("headerLine"), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null,
                DecimalMark = Given("decimalMark"),
                DateOrder = Given("dateOrder"),
                Prices = EnumWord.TryRead<PriceScale>(Given("prices"), out var scale) ? scale : null,
                Quantities = Chosen(Given("quantities"), QuantityMode.Set),
                BadCells = Chosen(Given("badCells"), BadCells.Blank),
                Blanks = Chosen(Given("blanks"), Blanks.Keep),
                Mode = Chosen(Given("mode"), ImportMode.Upsert),
                Atomic = Given("atomic") == "true",
                FirstTableOnly = Given("firstTableOnly") == "true",
                CountedAt = MomentOf(Given("countedAt"), zone),
                Pivot = EnumWord.TryRead<PivotKind>(Given("pivot"), out var pivot) ? pivot : null,
            },
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
            Sheet = Said.Sheet, Encoding = Said.Encoding, Delimiter = Said.Delimiter, Quote = Said.Quote, HeaderLine = Said.HeaderLine, DecimalMark = Said.DecimalMark,
            DateOrder = Said.DateOrder, Prices = Said.Prices, Quantities = Said.Quantities, BadCells = Said.BadCells, Blanks = Said.Blanks, Mode = Said.Mode, Atomic = Said.Atomic,
            FirstTableOnly = Said.FirstTableOnly, Pivot = Said.Pivot, PivotColumns = Said.Pivot == before.Pivot ? before.PivotColumns : null,
            // A field shows minutes: the same minute is the same moment.
            CountedAt = before.CountedAt is { } moment && Said.CountedAt is { } minute && moment - minute is { Ticks: >= 0 } rest && rest < TimeSpan.FromMinutes(1)
                ? moment : Said.CountedAt,
        };
        if (Said.Sheet != before.Sheet || Said.Encoding != before.Encoding || Said.Delimiter != before.Delimiter || Said.HeaderLine != before.HeaderLine)
        {
            return options with { Mapping = null };
        }

        var changed = plan.Columns.Where(column => Fields.TryGetValue(column.Column, out var field) && (field != column.Field || Answered == $"mapping[{column.Column}]"))
            .Select(column => new ColumnChoice(column.Column, Fields[column.Column])).ToList();
        // The later word wins: a field that moved to another column leaves the one it was given to before.
        var kept = (before.Mapping ?? []).Where(choice =>
            !changed.Exists(c => c.Column == choice.Column) && (choice.Field is null || !changed.Exists(c => c.Field == choice.Field)));
        return options with { Mapping = [.. kept, .. changed] };
    }

    /// <summary>The name of the form's first field that differs from the plan; null when none does. It keeps the focus.</summary>
    public string? FirstChange(ReadPlan plan)
    {
        var before = plan.Options;
        return Said.Sheet != before.Sheet ? "sheet"
            : Said.Encoding != before.Encoding ? "encoding"
            : Said.Delimiter != before.Delimiter ? "delimiter"
            : Said.Quote != before.Quote ? "quote"
            : Said.HeaderLine != before.HeaderLine ? "headerLine"
            : Said.DecimalMark != before.DecimalMark ? "decimalMark"
            : Said.DateOrder != before.DateOrder ? "dateOrder"
            : Said.Prices != before.Prices ? "prices"
            : Said.Pivot != before.Pivot ? "pivot"
            : Said.FirstTableOnly != before.FirstTableOnly ? "firstTableOnly"
            : Said.Quantities != before.Quantities ? "quantities"
            : Said.Mode != before.Mode ? "mode"
            : Said.Blanks != before.Blanks ? "blanks"
            : Said.BadCells != before.BadCells ? "badCells"
            : Said.Atomic != before.Atomic ? "atomic"
            : Over(plan).CountedAt != before.CountedAt ? "countedAt"
            : plan.Columns.FirstOrDefault(c => Fields.TryGetValue(c.Column, out var field) && field != c.Field) is { } column ? $"mapping[{column.Column}]" : null;
    }

    private static T Chosen<T>(string? text, T otherwise)
        where T : struct, Enum => EnumWord.TryRead<T>(text, out var value) ? value : otherwise;

    /// <summary>A moment of the restaurant's clock; one that its clock skips is the hour after.</summary>
    private static DateTimeOffset? MomentOf(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 2100)
        {
            return null;
        }

        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
