using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Columns and the sheet that the options name: what is said about one that is not there holds for nothing, and is told.</summary>
internal static class NamedPlaces
{
    /// <summary>The inspection without what was said about places that the file does not have.</summary>
    internal static Inspection Check(Inspection inspection)
    {
        if (inspection.Plan is not { } plan || Missing(plan) is not { } missing)
        {
            return inspection;
        }

        var options = plan.Options;
        var width = plan.Columns.Count;
        plan = plan with
        {
            Options = options with
            {
                Mapping = options.Mapping is null ? null : [.. options.Mapping.Where(choice => Has(plan, choice))],
                PivotColumns = options.PivotColumns?.Any(column => column > width) == true ? null : options.PivotColumns,
                Only = options.Only?.Column > width ? null : options.Only,
                Sheet = plan.Detected.Sheet is null ? null : options.Sheet,
            },
        };
        var notice = new FoundIssue(0, null, null, null, IssueSeverity.Warning, IssueCode.NoSuchPlace, $"{missing} What was said about it holds no more.");
        return inspection with { Plan = plan, Missing = missing, Notices = [.. inspection.Notices, notice] };
    }

    private static string? Missing(ReadPlan plan)
    {
        var options = plan.Options;
        if (options.Sheet is { } sheet && plan.Detected.Sheet is null)
        {
            return $"There is no sheet '{CellText.Cut(sheet)}': this file is no workbook.";
        }

        if ((options.Mapping ?? []).FirstOrDefault(choice => choice.Column == 0 && !Has(plan, choice)) is { } named)
        {
            return $"There is no column '{CellText.Cut(named.Header ?? "")}' in this file.";
        }

        int[] columns = [.. (options.Mapping ?? []).Select(choice => choice.Column), .. options.PivotColumns ?? [], options.Only?.Column ?? 0];
        return columns.Max() is var last && last > plan.Columns.Count ? $"There is no column {last} in this file; it has {plan.Columns.Count}." : null;
    }

    private static bool Has(ReadPlan plan, ColumnChoice choice) => choice.Column > 0
        ? choice.Column <= plan.Columns.Count
        : plan.Columns.Concat(plan.Tables.SelectMany(table => table.Columns)).Any(column => HeaderText.Normalize(column.Header) == HeaderText.Normalize(choice.Header ?? ""));
}
