using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Estimates whether a file is a kitchen's or a bar's list, and which column would split one that is both. It suggests, it never decides.
/// </summary>
internal static class DepartmentEvidence
{
    private const int FewestRecords = 5;
    private const int MostCategories = 60;
    private const int MostNames = 400;

    /// <returns><c>bar</c> or <c>kitchen</c>; null when the file does not clearly look like one of them.</returns>
    internal static string? LooksLike(MappedColumn[] columns, IReadOnlyList<ColumnEvidence> evidence)
    {
        if (Of(columns, evidence, ItemField.Name) is not { Filled: >= FewestRecords } names)
        {
            return null;
        }

        var name = Shares(names.Values.Take(MostNames), DepartmentWords.About);
        var categoryCells = Of(columns, evidence, ItemField.Category) is { Filled: >= FewestRecords,
            Distinct: <= MostCategories } categories ? categories : null;
        var category = categoryCells is null ? (Bar: 0m, Kitchen: 0m) : Shares(categoryCells.Values, Classify);
        return IsClear(name.Bar, category.Bar, name.Kitchen, category.Kitchen)
            && Texts(names, categoryCells).Any(DepartmentWords.IsOfBars) ? "bar"
            : IsClear(name.Kitchen, category.Kitchen, name.Bar, category.Bar) ? "kitchen" : null;
    }

    private static IEnumerable<string> Texts(ColumnEvidence names, ColumnEvidence? categories) =>
        names.Values.Take(MostNames).Concat(categories?.Values ?? []);

    /// <summary>
    /// Most categories or many names speak for one side, and next to nothing for the other: limes in a bar's list are no kitchen.
    /// </summary>
    private static bool IsClear(decimal names, decimal categories, decimal otherNames, decimal otherCategories) =>
        otherNames <= 0.05m && otherCategories <= 0.15m
        && ((categories >= 0.6m && names > 0) || names >= 0.35m || (categories >= 0.3m && names >= 0.15m));

    /// <summary>The column whose values tell kitchen and bar apart; null when there is none.</summary>
    internal static SplitSuggestion? Split(MappedColumn[] columns, IReadOnlyList<ColumnEvidence> evidence)
    {
        SplitSuggestion? best = null;
        for (var i = 0; i < columns.Length; i++)
        {
            var cells = evidence[i];
            if (cells.Filled < FewestRecords || cells.Distinct is < 2 or > MostCategories
                || columns[i].Field is ItemField.Name or ItemField.Notes or ItemField.StorageArea)
            {
                continue;
            }

            var named = Suggest(i, cells, DepartmentWords.Department);
            if (named is { Bar.Count: > 0, Kitchen.Count: > 0 } && IsMost(named, cells))
            {
                return named;
            }

            var spoken = columns[i].Field == ItemField.Category ? Suggest(i, cells, Classify) : null;
            if (spoken is { Bar.Count: > 1, Kitchen.Count: > 1 } && IsMost(spoken, cells))
            {
                best ??= spoken;
            }
        }

        return best;
    }

    private static bool IsMost(SplitSuggestion split, ColumnEvidence cells) =>
        (split.Bar.Count + split.Kitchen.Count) * 10 >= cells.Distinct * 6;

    /// <summary>Says so when a column tells kitchen and bar apart.</summary>
    internal static FoundIssue? Note(SplitSuggestion? split, IReadOnlyList<MappedColumn> columns) => split is null ? null
        : new FoundIssue(0, split.Column, null, null, IssueSeverity.Notice, IssueCode.BothDepartments,
            $"This file seems to hold both kitchen and bar items: the column \u201c{Title(columns[split.Column - 1])}\u201d tells them apart.");

    private static string Title(MappedColumn column) => column.Header.Length > 0 ? column.Header : $"{column.Column}";

    /// <summary>The list that a value speaks for, <c>bar</c> or <c>kitchen</c>; null: for none.</summary>
    internal static string? Classify(string value) => DepartmentWords.Department(value) ?? DepartmentWords.About(value);

    private static SplitSuggestion Suggest(int column, ColumnEvidence cells, Func<string, string?> classify)
    {
        var sides = cells.Values.Select(CellText.Line).ToLookup(value => classify(value));
        return new SplitSuggestion(column + 1, [.. sides["bar"]], [.. sides["kitchen"]]);
    }

    private static (decimal Bar, decimal Kitchen) Shares(IEnumerable<string> values, Func<string, string?> classify)
    {
        var sides = values.Select(classify).ToList();
        return ((decimal)sides.Count(side => side == "bar") / sides.Count, (decimal)sides.Count(side => side == "kitchen") / sides.Count);
    }

    private static ColumnEvidence? Of(MappedColumn[] columns, IReadOnlyList<ColumnEvidence> evidence, string field)
    {
        var at = Array.FindIndex(columns, column => column.Field == field);
        return at < 0 ? null : evidence[at];
    }

    /// <summary>Says so when a file looks like the other department's.</summary>
    internal static FoundIssue? Note(string? looksLike, string department) => looksLike is null || looksLike == department ? null
        : new FoundIssue(0, null, null, null, IssueSeverity.Notice, IssueCode.LooksLikeOtherDepartment,
            $"This looks like a {looksLike} list, but it was given as the {department}'s. Swap it if that is a mistake.");
}
