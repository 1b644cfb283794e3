using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <content>Which records are headings, and where the table ends.</content>
internal sealed partial class TableSurvey
{
    /// <summary>The rules for records with a single text.</summary>
    internal RowRules Rules(IReadOnlyList<MappedColumn> columns)
    {
        var wide = _widths.Sum();
        if (columns.Count < 2 || wide == 0)
        {
            return new RowRules { HeaderEnd = LastHeaderRow, Titles = [.. _titles], Padded = _padded };
        }

        _loose.RemoveAll(loose => _titles.Contains(loose.Line));
        var trailing = _loose.Where(loose => loose.Line > LastWide).ToList();
        var between = _singles - _titles.Count - trailing.Count;
        var prose = trailing.Count > 0 && (trailing.Exists(loose => loose.AfterGap || IsProse(loose.Text)) || Narrow(3) == 0);
        var names = columns.FirstOrDefault(column => column.Field == ItemField.Name);
        var usual = Narrow(3) * 5 <= wide;
        var apart = _loose.Where(loose => loose.Line < LastWide && RowKinds.IsCapital(loose.Text)).Select(loose => loose.Line).ToList();
        var tellsApart = names is not null && !MostlyCapitals(names);
        var capitals = tellsApart && apart.Count == _loose.Count(loose => loose.Line < LastWide);
        // "Vegetables" stands over the first item, as "Meat" does over others, and all items have values: then these are no items without any.
        var titled = between > 1 && between <= wide && _beginsWithText && Narrow(3) == 0 && !columns.Any(column => column.Field == ItemField.Category)
            && _loose.TrueForAll(loose => loose.Line > LastWide || _followed.Contains(loose.Line));
        // One item among others that nobody has counted heads nothing: who writes headings begins with one.
        var lone = between == 1 && !_beginsWithText && !capitals && !_loose.Exists(loose => loose.Line < LastWide && (loose.Text.TrimEnd().EndsWith(':') || DepartmentWords.Department(loose.Text) is not null || MenuEvidence.IsSection(loose.Text)));
        // In rows to be mended, ours, what stands alone heads what stands below it, be it one row.
        var headings = between > 0 && names is not null && (titled || columns is [.., { Header: RejectedFile.ReasonHeader }] || (!lone && between * (capitals ? 2 : 3) <= wide && (usual || capitals)));
        var capitalHeadings = !headings && tellsApart && apart.Count is > 1 and var heads && heads * 2 <= wide && apart.Count(_followed.Contains) * 4 >= heads * 3;
        return new RowRules
        {
            HeaderEnd = LastHeaderRow,
            LastTableLine = prose ? LastWide : null,
            Headings = headings,
            CapitalHeadings = capitalHeadings,
            AskAboutNames = !headings && between > 0 && (capitalHeadings || (usual && between * 2 <= wide)),
            Titles = [.. _titles],
            Padded = _padded,
            // Where titles over the same header name groups, the one above the first does.
            FirstHeading = _titles.Exists(line => line < LastWide) && _titleAbove.Length is > 0 and <= ReadLimits.MaxTextLength ? _titleAbove : null,
        };
    }

    /// <summary>Records with at least two but fewer filled cells than a width.</summary>
    private int Narrow(int width) => _widths[..width].Sum();

    private static bool MostlyCapitals(MappedColumn names) => names.Samples.Count(RowKinds.IsCapital) * 2 > names.Samples.Count;

    private static bool IsProse(string text) =>
        text.Length is 0 or > 60 || text[^1] is ':' or '.' or '!' or '?' || text[0] is '•' or '*' or '-' || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal)
        || ItemIdentity.Normalize(text).StartsWith("note", StringComparison.Ordinal);
}
