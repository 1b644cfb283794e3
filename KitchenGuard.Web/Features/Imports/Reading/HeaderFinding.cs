using System.Buffers;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Finds the header among the first records: by known names, else by being different from what follows.</summary>
internal static class HeaderFinding
{
    private const int MaxPreamble = 40;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ");

    /// <returns>The header's physical line; 0 when the first record is data already.</returns>
    internal static int Find(List<SampleRecord> records)
    {
        var candidates = records.Where(record => record.Filled > 0).Take(MaxPreamble).ToList();
        if (candidates.Count == 0)
        {
            return 0;
        }

        var best = candidates.Where(record => MayBeHeader(record) && !IsLike(record, candidates)).Select(record => (record, known: KnownFields(record)))
            .Where(pair => pair.known > (pair.record.Numbers > 0 ? 1 : 0))
            .OrderByDescending(pair => pair.known).ThenByDescending(pair => NamesItems(pair.record)).ThenBy(pair => pair.record.Line).FirstOrDefault();
        if (best.record is not null && best.record == candidates[0] && ComesAgain(best.record, records))
        {
            return 0;
        }

        if (best.record is not null && (best.known >= 2 || (best.record.Filled <= 2 && best.record == candidates[0])))
        {
            return WithGroups(records, FirstOf(candidates, best.record)).Line;
        }

        return FindByShape(candidates, records, best.record);
    }

    /// <summary>Whether rows with as many cells and numbers stand above: what comes after them is one more of them.</summary>
    private static bool IsLike(SampleRecord record, List<SampleRecord> candidates) =>
        record.Numbers > 0 && candidates.TakeWhile(above => above != record).Count(above => above.Filled == record.Filled && above.Numbers >= record.Numbers) >= 2;

    /// <summary>A header above the best one, when records with numbers stand between: the first of several tables.</summary>
    private static SampleRecord FirstOf(List<SampleRecord> candidates, SampleRecord best)
    {
        for (var i = 0; i < candidates.Count && candidates[i] != best; i++)
        {
            var header = candidates[i];
            if (header.Filled >= 2 && header.Numbers == 0 && KnownFields(header) >= 2
                && NamesItems(header)
                && candidates[(i + 1)..].TakeWhile(record => record != best).Any(record => record.Filled >= 2 && record.LastFilled <= header.LastFilled && record.Numbers > 0))
            {
                return header;
            }
        }

        return best;
    }

    /// <summary>The row above a header that names groups of its columns, where there is one; else the header.</summary>
    private static SampleRecord WithGroups(List<SampleRecord> records, SampleRecord header) =>
        records.FindLast(record => record.Line < header.Line) is { } above && AreGroups(above, header) ? above : header;

    /// <summary>Whether a row names groups of a header's columns, "Stock" over "Min" and "Now", or what the header says too.</summary>
    private static bool AreGroups(SampleRecord above, SampleRecord header)
    {
        if (above.Filled == 0 || above.Numbers + header.Numbers > 0 || above.LastFilled >= header.LastFilled)
        {
            return false;
        }

        if (Array.Exists(above.Cells, IsRemark))
        {
            return false;
        }

        var groups = 0;
        for (var i = 0; i <= above.LastFilled; i++)
        {
            var (title, under) = (above.Cells[i].Trim(), header.Cells[i].Trim());
            if (title.Length == 0 || title == under)
            {
                continue;
            }

            if (under.Length == 0 || CellText.HasDigit(title) || header.Cells[i + 1].Trim().Length == 0 || (i < above.LastFilled && above.Cells[i + 1].Trim().Length > 0))
            {
                return false;
            }

            groups++;
        }

        // A single text, in the middle or above the names, is more often a title.
        return groups > 1 || (groups == 1 && above.Cells[0] is var first && (first.Trim().Length == 0 || first.Trim() == header.Cells[0].Trim()) && KnownFields(above) > 0);
    }

    /// <summary>"MAKE SURE quantity is a number": who names a group of columns needs fewer words.</summary>
    private static bool IsRemark(string cell) => cell.Trim() is { Length: > 0 } text && text.Count(c => c == ' ') >= 4;

    private static bool NamesItems(SampleRecord record) =>
        record.Cells.Any(cell => cell.Length <= 60 && KnownHeaders.Meanings(cell) is [{ Field: ItemField.Name, Strength: >= 0.8m }, ..]);

    /// <summary>How many records <see cref="FindEnd"/> looks at, from the header on.</summary>
    internal const int RecordsToFindEnd = 24;

    /// <summary>The line of a header's second row: words that fill the gaps of the first, over columns of numbers.</summary>
    internal static int FindEnd(List<SampleRecord> records, int header)
    {
        var at = records.FindIndex(record => record.Line == header);
        if (header == 0 || at < 0 || at + 2 >= records.Count)
        {
            return header;
        }

        var (first, second) = (records[at], records[at + 1]);
        if (AreGroups(first, second) && KnownFields(second) >= 2)
        {
            return second.Line;
        }

        var below = Below(records, at + 2);
        var fillsGaps = false;
        for (var i = 0; i < second.Cells.Length; i++)
        {
            fillsGaps |= second.Cells[i].Trim().Length > 0 && (i >= first.Cells.Length || first.Cells[i].Trim().Length == 0)
                && below.Count(record => i < record.Cells.Length && NumberText.Read(record.Cells[i], new NumberFormat('.', true)).State == NumberState.Read) * 2 > below.Count;
        }

        return fillsGaps && second.Filled >= 2 && second.Numbers == 0 && (KnownFields(second) >= 1 || Array.TrueForAll(second.Cells, SaysWhatIsCounted)) && below.TrueForAll(record => record.Numbers > 0)
            ? second.Line
            : header;
    }

    /// <summary>"Cases" and "Each" under the times of a count.</summary>
    private static bool SaysWhatIsCounted(string cell) => cell.Trim() is { Length: <= 60 } text && (text.Length == 0 || HeaderGrammar.IsOnly(HeaderText.Normalize(text), Word.Case, Word.Unit, Word.Bottle, Word.Pack, Word.Quantity));

    /// <summary>The table's first records, as far as no other header may follow: headings left out.</summary>
    private static List<SampleRecord> Below(List<SampleRecord> records, int from)
    {
        var below = new List<SampleRecord>();
        var isApart = false;
        foreach (var record in records.Skip(from).Take(RecordsToFindEnd - 2))
        {
            if (record.Filled > 1 && isApart && below.Count > 0 && record.Numbers == 0)
            {
                break;
            }

            isApart = record.Filled < 2;
            below.AddRange(isApart ? [] : [record]);
        }

        return below;
    }

    /// <summary>What a cell would mean as a header. "bottle" and "case" are the units of items more often than headers, unless a list of headers has them.</summary>
    internal static IReadOnlyList<HeaderMeaning> Meanings(string cell) =>
        Unit.TryParse(cell, out _) && !HeaderAliases.IsListed(HeaderText.Parse(cell).Key) ? [] : KnownHeaders.Meanings(cell);

    /// <summary>A header has hardly a number, or one such as "2024": asked first, because to understand all words of a wide file's records takes long.</summary>
    internal static bool MayBeHeader(SampleRecord record) => record.Numbers * 5 <= record.Filled || record is { Numbers: 1, Filled: 3 or 4 };

    /// <summary>How many different fields the cells of a record name.</summary>
    internal static int KnownFields(SampleRecord record)
    {
        var fields = new HashSet<string>();
        var others = 0;
        foreach (var cell in record.Cells)
        {
            if (cell.Length is 0 or > 60)
            {
                continue;
            }

            var meanings = Meanings(cell.Contains('.') ? cell[(cell.IndexOf('.') + 1)..] : cell);
            if (meanings.Count > 0 && meanings[0].Field is { } field)
            {
                fields.Add(field);
            }
            else if (meanings.Count > 0)
            {
                others++;
            }
        }

        return fields.Count == 0 ? 0 : fields.Count + (Math.Min(others, 2) / 2);
    }

    /// <summary>Whether at least two cells of a first record come again below it, in records that are others: "Oil, Dry goods, Pantry" above "Olives, Dry goods, Pantry".</summary>
    private static bool ComesAgain(SampleRecord first, List<SampleRecord> records)
    {
        var again = new HashSet<int>();
        var times = 0;
        foreach (var record in records.Where(record => record.Line > first.Line))
        {
            var same = Enumerable.Range(0, Math.Min(first.Cells.Length, record.Cells.Length)).Where(i => first.Cells[i].Trim().Length > 1 && first.Cells[i].Trim() == record.Cells[i].Trim()).ToList();
            again.UnionWith(same.Count < first.Filled ? same : []);
            // A header that comes again has more in common.
            times += same.Count > 0 && same.Count * 10 < first.Filled * 6 ? 1 : 0;
        }

        return times >= 3 && again.Count >= 2 && again.Count * 2 >= first.Filled;
    }

    private static int FindByShape(List<SampleRecord> candidates, List<SampleRecord> records, SampleRecord? known)
    {
        var widest = candidates.Max(record => record.Filled);
        var first = candidates.First(record => record.Filled * 10 >= widest * 6);
        if (known is not null && known.Filled * 10 >= widest * 6)
        {
            first = known;
        }

        if (first.Numbers > 0)
        {
            return 0;
        }

        // A header's words do not come again below it; the values of a first record of data do.
        if (widest == 1)
        {
            return 0;
        }

        var below = records.Where(record => record.Line > first.Line).ToList();
        for (var i = 0; i < first.Cells.Length; i++)
        {
            var cell = first.Cells[i].Trim();
            if (cell.Length > 0 && below.Count > 1 && below.Exists(record => i < record.Cells.Length && record.Cells[i].Trim() == cell))
            {
                return 0;
            }
        }

        return first.Line;
    }

    /// <summary>Cells that no header has. Several different sizes, years or quarters are headers of their own: "750 ml | 1 L", "2024 | 2025", "Q1 | Q2".</summary>
    internal static int Numbers(string[] cells)
    {
        int plain = 0, named = 0, dated = 0;
        HashSet<(decimal Value, string? Unit)> titles = [];
        HashSet<DateOnly> days = [];
        foreach (var cell in cells.Where(cell => cell.Length is > 0 and <= 40 && cell.AsSpan().ContainsAnyExcept(Letters)))
        {
            var number = NumberText.Read(cell, new NumberFormat('.', BlankGroups: true));
            number = number.State == NumberState.Read ? number : NumberText.Read(cell, new NumberFormat(',', BlankGroups: true));
            var isSize = number.Unit is { Kind: Data.Inventory.UnitKind.Volume or Data.Inventory.UnitKind.Weight } && !number.IsPerUnit;
            var isYear = number is { Value: >= 1990 and <= 2100, Unit: null, Currency: null } && cell.Trim().Length == 4;
            // "Q1" is the first quarter sooner than a quetzal.
            var isQuarter = cell.Trim() is ['Q', >= '1' and <= '4'];
            if (number.State == NumberState.Read && (isSize || isYear || isQuarter))
            {
                titles.Add((number.Value, number.Unit?.Code));
                named++;
                continue;
            }

            var day = DateText.Read(cell, "dmy");
            dated += day.State is DateState.Read ? 1 : 0;
            plain += number.State is NumberState.Read && day.State is not DateState.Read ? 1 : 0;
            if (day.State is DateState.Read)
            {
                days.Add(day.Date);
            }
        }

        // Counts of several days stand under their dates, beside the items' names.
        plain += days.Count > 1 && days.Count == dated && Array.Exists(cells, cell => cell.Length <= 60 && KnownHeaders.Meanings(cell) is [{ Field: ItemField.Name, Strength: >= 0.8m }, ..]) ? 0 : dated;
        return titles.Count >= 2 ? plain : plain + named;
    }
}
