using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Finds a count that already holds the others, proven by all records: cases times their size and loose pieces ("3, 7, 20, 67"), or what
/// lies in several places or is open ("Fridge, Store, Total").
/// </summary>
internal sealed class CountSums(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
{
    private const int LeastRecords = 2;
    private const int MostColumns = 24;

    private static readonly Word[] Amounts = [Word.Total, Word.Stock, Word.Quantity, Word.Counted, Word.Current, Word.Bottle, Word.Unit,
        Word.Available];

    /// <summary>"All" of what stands before it.</summary>
    private static readonly HashSet<string> Alls =
    [
        "all", "everything", "all in", "insg", "ges", "alles", "tout", "todo", "tutto", "tudo", "wszystko", "vse", "alt", "計",
    ];

    /// <returns>The column of the whole count; -1: none is proven.</returns>
    internal int Find()
    {
        var numbers = Enumerable.Range(0, headers.Count).Where(IsCount).ToList();
        return numbers.Count is < 3 or > MostColumns
            ? -1
            : numbers.Where(SaysWhole).FirstOrDefault(total => AreCases(total, numbers) || AreParts(total), -1);
    }

    private bool IsCount(int column) =>
        evidence[column] is { Filled: > 0, WithCurrency: 0 } cells && cells.Share(cells.Numbers) >= 0.9m && headers[column].Currency is null
        && !ColumnContradictions.LookLikeMoney(cells);

    private bool SaysWhole(int column) =>
        Alls.Contains(headers[column].Key)
            || HeaderGrammar.IsOnly(headers[column].Key, Amounts) && HeaderWords.Says(headers[column].Key, Word.Total)
        || (HeaderAliases.Meanings(headers[column].Key) is [{ Field: ItemField.Quantity }, ..]
            && !HeaderWords.Says(headers[column].Key, Word.Opening));

    /// <summary>Cases times what one holds, and the loose ones beside them.</summary>
    private bool AreCases(int total, List<int> numbers) => numbers.Exists(cases => cases != total && CountedInParts.AreCases(headers[cases])
        && numbers.Exists(size => size != cases && size != total
            && numbers.Exists(loose => loose != size && loose != cases && loose != total
            && Holds(total, [cases, loose], record => (Of(cases, record) * Of(size, record)) + Of(loose, record)))));

    /// <summary>All columns between some one and the total: places, or what is full and what is open.</summary>
    private bool AreParts(int total)
    {
        if (!HeaderWords.Says(headers[total].Key, Word.Total) && !Alls.Contains(headers[total].Key))
        {
            return false;
        }

        for (var first = total - 1; first >= 0 && IsCount(first) && IsPart(headers[first].Key); first--)
        {
            int[] parts = [.. Enumerable.Range(first, total - first)];
            if (parts.Length > 1 && Array
                .Exists(parts, part => CountedInParts.IsPart(headers[part].Key) || StoragePlaces.IsOne(headers[part].Key)
                    || SaysPlace(headers[part].Key))
                && Holds(total, parts, record => parts.Sum(part => Of(part, record))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool SaysPlace(string key) =>
        HeaderText.HasAnyWord(key, "store", "shop", "floor", "room", "place") || HeaderGrammar.IsOnly(key, Word.Storage, Word.Place);

    /// <summary>What was there at first, came or went since, or is of a day, adds up to something else.</summary>
    private static bool IsPart(string key) =>
        !HeaderWords.Says(key, Word.Opening) && !HeaderWords.Says(key, Word.Moved) && !HeaderWords.Says(key, Word.Sale)
            && !HeaderWords.Says(key, Word.Purchase)
        && !HeaderWords.Says(key, Word.Reorder) && !HeaderWords.Says(key, Word.Target) && !HeaderWords.Says(key, Word.Price)
            && !HeaderWords.Says(key, Word.Cost) && !HeaderVarieties.IsTime(key);

    private decimal Of(int column, int record) => evidence[column].Early.GetValueOrDefault(record);

    /// <summary>Nothing proves nothing, and a total of one part may be that part.</summary>
    private bool Holds(int total, int[] parts, Func<int, decimal> sum)
    {
        var told = evidence[total].Early.Where(amount => amount.Value != 0).ToList();
        return told.Count >= LeastRecords && told.Exists(amount => parts.Count(part => Of(part, amount.Key) != 0) > 1)
            && parts.SelectMany(part => evidence[part].Early.Keys).Concat(evidence[total].Early.Keys).Distinct().All(record =>
                Math.Abs(Of(total, record)) < 1_000_000_000m && Array.TrueForAll(parts, part => Math.Abs(Of(part, record)) < 1_000_000m)
                    && Math.Abs(sum(record) - Of(total, record)) <= 0.01m);
    }
}
