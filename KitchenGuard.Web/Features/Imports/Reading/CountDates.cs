using System.Globalization;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Finds that the same items were counted on several days or in several weeks: only the last count says what is there.</summary>
internal static class CountDates
{
    private const int MostItems = 200_000;

    private static readonly HashSet<string> Days =
    [
        "date", "count date", "counted on", "date counted", "stock date", "inventory date", "stocktake date", "as of", "datum", "zahldatum", "inventurdatum", "stichtag", "fecha", "fecha de inventario", "fecha inventario", "fecha de conteo",
        "date inventaire", "date d inventaire", "date de comptage", "data", "data inventario", "data di inventario", "data do inventario", "teldatum", "日付", "棚卸日",
    ];

    private static readonly HashSet<string> Weeks = ["week", "week no", "week number", "wk", "kw", "woche", "kalenderwoche", "semaine", "semana", "settimana", "period", "periode", "periodo"];

    /// <summary>What tells items apart.</summary>
    private static readonly string[] Identity =
        [ItemField.Name, ItemField.NamePart, ItemField.Sku, ItemField.Barcode, ItemField.PackSize, ItemField.BottleSize, ItemField.Unit, ItemField.StorageArea, ItemField.Brand, ItemField.Supplier];

    /// <summary>Whether a record is of another count than the last.</summary>
    internal static bool IsOlder(RowRules rows, string[] cells) =>
        rows is { CountedIn: { } column, LastCount: { } last } && column <= cells.Length && !string.IsNullOrWhiteSpace(cells[column - 1]) && !last.Contains(TypedCell.Plain(cells[column - 1]).Trim());

    /// <summary>The rules, with the last count where there are several.</summary>
    internal static async Task<RowRules> AddAsync(RowRules rows, Stream content, ReadPlan plan, TableSurvey survey, List<FoundIssue> notices, CancellationToken ct)
    {
        var column = plan.Columns.FirstOrDefault(column => column.Field is null && Titles(column.Header) && survey.Columns[column.Column - 1] is { Distinct: > 1, DistinctIsKnown: true } cells && cells.Filled * 10 >= survey.Records * 8);
        if (column is null || plan.Tables.Count > 0 || plan.ColumnOf(ItemField.Name) is not { } name || (plan.ColumnOf(ItemField.Quantity) is null && plan.Pivot is null)
            || plan.ColumnOf(ItemField.ExpiresOn) is not null || plan.ColumnOf(ItemField.LotCode) is not null
            || survey.Columns[name.Column - 1].Distinct == survey.Columns[name.Column - 1].Filled
            || LastOf(column, survey.Columns[column.Column - 1].Values, plan.Detected.DateOrder) is not { } last || !await ComeAgainAsync(content, plan, column.Column - 1, ct))
        {
            return rows;
        }

        notices.Add(new FoundIssue(plan.Detected.HeaderLine, column.Column, null, column.Header, IssueSeverity.Warning, IssueCode.SeveralCounts,
            $"The same items were counted several times: only the lines with '{last[0]}' in the column '{column.Header}' are imported, the older counts are left out."));
        return rows with { CountedIn = column.Column, LastCount = last };
    }

    private static bool Titles(string header) => HeaderText.Normalize(header) is var key && (Days.Contains(key) || Weeks.Contains(key));

    /// <summary>The texts of the latest day, or of the highest number of a week; null when that is not certain.</summary>
    private static List<string>? LastOf(MappedColumn column, IReadOnlyCollection<string> values, string? order)
    {
        if (Weeks.Contains(HeaderText.Normalize(column.Header)))
        {
            // A year's last weeks come before the next one's first.
            var weeks = values.Select(TypedCell.Plain).Select(value => (Value: value.Trim(), Number: int.TryParse(value.AsSpan().TrimStart("KWkwWw. "), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : -1)).ToList();
            return weeks.Exists(week => week.Number < 0) || (weeks.Exists(week => week.Number > 44) && weeks.Exists(week => week.Number < 9)) ? null
                : [.. weeks.Where(week => week.Number == weeks.Max(other => other.Number)).Select(week => week.Value)];
        }

        List<string>? found = null;
        foreach (var read in (string[])(order is null ? ["dmy", "mdy"] : [order]))
        {
            var days = values.Select(value => (Value: TypedCell.Plain(value).Trim(), Day: DateText.Read(value, read))).ToList();
            if (days.Exists(day => day.Day.State != DateState.Read))
            {
                continue;
            }

            List<string> last = [.. days.Where(day => day.Day.Date == days.Max(other => other.Day.Date)).Select(day => day.Value)];
            if (last.Count == days.Count || (found is not null && !found.SequenceEqual(last)))
            {
                return null;
            }

            found = last;
        }

        return found;
    }

    /// <summary>Whether most items stand under several days, and each only once under one.</summary>
    private static async Task<bool> ComeAgainAsync(Stream content, ReadPlan plan, int column, CancellationToken ct)
    {
        var (kinds, parts) = (new RowKinds(plan), new NameParts(plan));
        int[] telling = [.. plan.Columns.Where(other => Identity.Contains(other.Field)).Select(other => other.Column - 1)];
        var days = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        int records = 0, twice = 0;
        using var raw = RawRecords.Open(content, plan.Detected, plan.Columns.Count);
        while (days.Count < MostItems && await raw.ReadAsync(ct))
        {
            var cells = raw.Cells();
            if (raw.Line <= plan.HeaderEnd || column >= cells.Length || string.IsNullOrWhiteSpace(cells[column]) || kinds.Skip(raw.Line, cells) is not null)
            {
                continue;
            }

            var item = string.Join('\u001f', telling.Select(i => i < cells.Length ? cells[i].Trim() : "")) + '\u001f' + parts.VarietyOf(cells);
            records++;
            twice += (days.TryGetValue(item, out var known) ? known : days[item] = new HashSet<string>(StringComparer.Ordinal)).Add(cells[column].Trim()) ? 0 : 1;
        }

        return records > 2 && twice * 20 <= records && days.Values.Count(times => times.Count > 1) * 2 >= days.Count;
    }
}
