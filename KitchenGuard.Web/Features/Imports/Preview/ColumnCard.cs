using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>One column of the mapping.</summary>
/// <param name="IsUnsure">Somebody should look at it before the import.</param>
/// <param name="Notes">What is to be said about it.</param>
public sealed record ColumnCard(MappedColumn Column, bool IsUnsure, IReadOnlyList<string> Notes)
{
    /// <summary>The size or place that the column is read as; null when it is a field or nothing.</summary>
    public PivotColumn? Pivot { get; init; }

    /// <summary>It is what was said about the last file with this header.</summary>
    public bool IsRemembered { get; init; }

    private const decimal Sure = 0.75m;

    private static readonly string[] Doubts =
    [
        IssueCode.ColumnUnsure, IssueCode.ColumnDoesNotFit, IssueCode.BarePrice, IssueCode.DecimalMarkUnknown, IssueCode.DateOrderUnknown, IssueCode.PriceScaleUnknown, IssueCode.ForeignCurrency,
    ];

    /// <summary>The columns, unsure ones and those somebody decided first, then those that are imported, then the rest; empty ones last.</summary>
    public static IReadOnlyList<ColumnCard> Of(ReadPlan plan, IReadOnlyList<FoundIssue> notices)
    {
        var given = (plan.Options.Mapping ?? []).Select(choice => choice.Column).ToHashSet();
        var remembered = (plan.Options.Mapping ?? []).Where(choice => choice.Remembered).Select(choice => choice.Column).ToHashSet();
        return [.. plan.Columns.Select(column =>
        {
            var own = notices.Where(n => n.Column == column.Column && n.Code is not (IssueCode.ColumnNotImported or IssueCode.VariantRows)).ToList();
            var isUnsure = !given.Contains(column.Column) && ((column.Field is not null && column.Confidence < Sure) || own.Exists(n => Doubts.Contains(n.Code)));
            return new ColumnCard(column, isUnsure || own.Exists(n => n.Severity == IssueSeverity.Warning), [.. own.Select(n => n.Message)]) { Pivot = plan.Pivot?.Columns.FirstOrDefault(p => p.Column == column.Column), IsRemembered = remembered.Contains(column.Column) };
        }).OrderBy(card => card.IsUnsure || given.Contains(card.Column.Column) ? 0 : card.Column.Field is not null || card.Pivot is not null ? 1 : card.Column.Samples.Count > 0 ? 2 : 3)];
    }
}
