using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Whether a column of packs such as "12/750ml" tells the case and bottle size, because no column of their own does.</summary>
internal static class PackEvidence
{
    /// <summary>Lets the pack column give what it can, and says so.</summary>
    internal static IEnumerable<FoundIssue> Note(MappedColumn[] columns, IReadOnlyList<ColumnEvidence> evidence, string department,
        int headerLine)
    {
        var at = Array.FindIndex(columns, column => column.Field == ItemField.PackSize);
        if (at < 0)
        {
            yield break;
        }

        var format = new NumberFormat(columns[at].DecimalMark is [var mark] ? mark : '\0', columns[at].BlankGroups);
        var packs = evidence[at].Values
            .Select(value => PackText.TryRead(CellText.Line(value), format, out var pack) ? pack : (PackText?)null).OfType<PackText>()
            .ToList();
        var unclear = evidence[at].Values.Count(value => PackText.IsUnclear(CellText.Line(value), format));
        var gives = new List<string>();
        if (Array.FindIndex(columns, column => column.Field == ItemField.CaseSize) is >= 0 and var counts
            && CountsPacks(HeaderText.Parse(columns[counts].Header).Key)
            && evidence[at].Share(evidence[at].Volumes + evidence[at].Weights) >= 0.3m)
        {
            columns[counts] = columns[counts] with { PackOf = at + 1 };
        }

        if ((packs.Exists(pack => pack.Count > 1) || evidence[at].UnitNames > 0) && IsFree(columns, ItemField.Unit)
            && HeaderAliases.Meanings(HeaderText.Parse(columns[at].Header).Key) is [{ Field: ItemField.Unit }, ..])
        {
            // A "unit" of "24x330 ml" is what is counted and paid, a case, and one of "kg" is one.
            gives.Add(ItemField.Unit);
        }

        if (packs.Count + unclear > 0 && IsFree(columns, ItemField.CaseSize))
        {
            gives.Add(ItemField.CaseSize);
            columns[at] = columns[at] with { PacksUnclear = unclear * 2 > evidence[at].Distinct };
        }

        if (department == "bar" && packs.Exists(pack => pack.Measure is not null) && IsFree(columns, ItemField.BottleSize)
            && NamesTellItemsApart(columns, evidence))
        {
            gives.Add(ItemField.BottleSize);
        }

        if (gives.Count > 0)
        {
            columns[at] = columns[at] with { Gives = gives };
        }

        if (columns[at].PacksUnclear)
        {
            yield return new FoundIssue(headerLine, at + 1, ItemField.PackSize, columns[at].Header, IssueSeverity.Notice,
                IssueCode.PackUnclear,
                $"Most packs in the column '{columns[at].Header}' do not say for certain how many are in one; the case size of those items is left empty.");
        }

        if (gives.Count > 0 && (packs.Count > 0 || gives.Contains(ItemField.Unit)))
        {
            yield return new FoundIssue(headerLine, at + 1, ItemField.PackSize, columns[at].Header, IssueSeverity.Notice,
                IssueCode.PackRead,
                $"Where the column '{columns[at].Header}' says so, the {string.Join(" and the ", gives.Select(FieldWords.Of))} of an item are taken from it.");
        }
    }

    /// <summary>"Pack", "packs per case", but not "case size", which may be in the item's unit.</summary>
    private static bool CountsPacks(string key) =>
        HeaderWords.Says(key, Word.Pack) && HeaderGrammar.IsOnly(key, Word.Pack, Word.Quantity, Word.Counted, Word.Per, Word.Case);

    private static bool IsFree(MappedColumn[] columns, string field) => !Array.Exists(columns, column => column.Field == field);

    /// <summary>A bottle size is part of what an item is: where names repeat, only the whole pack tells the items apart.</summary>
    private static bool NamesTellItemsApart(MappedColumn[] columns, IReadOnlyList<ColumnEvidence> evidence)
    {
        var name = Array.FindIndex(columns, column => column.Field == ItemField.Name);
        return name >= 0 && evidence[name].DistinctIsKnown && evidence[name].Distinct == evidence[name].Filled;
    }
}
