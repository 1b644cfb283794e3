using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Words that mean something else as often need the word of the columns beside them, or of the values.</summary>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="meanings">What each header may mean by itself.</param>
/// <param name="prices">Compares the columns of money.</param>
/// <param name="currency">The restaurant's.</param>
internal sealed class ColumnNeighbours(
    IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings, ColumnPrices prices,
        string currency)
{
    private readonly PriceNeighbours _money = new(headers, evidence, meanings, prices, currency);

    /// <summary>
    /// Whether a column is left out, because what its header may mean is neither proven by its values nor by its neighbours.
    /// </summary>
    internal bool LeaveUnproven(int column, HeaderMeaning meaning) => meaning.Field switch
    {
        ItemField.Quantity => IsOtherAmount(column),
        ItemField.Unit => IsOtherUnit(column, meaning),
        ItemField.ReorderPoint or ItemField.ParLevel => IsOrderLimit(column),
        ItemField.ExpiresOn => IsValidityOfPrices(headers[column].Key),
        ItemField.StorageArea => headers[column].Key is "zone" or "zona" or "area" && headers.Any(header => Origins.Contains(header.Key)),
        ItemField.Name => IsOtherText(column) || IsPartOfWine(column),
        ItemField.Notes => headers[column].Key == "body" && OtherAmounts.AreTasted(headers),
        ItemField.Supplier or ItemField.Brand => meaning.Strength == HeaderMeaning.Weak && HeaderAliases.IsListed(headers[column].Key)
            && IsOtherCompany(column, meaning.Field),
        _ when ItemField.IsMoney(meaning.Field) => _money.LeaveUnproven(column, meaning),
        _ => false,
    };

    /// <summary>Beside a region, a zone is a part of it.</summary>
    private static readonly HashSet<string> Origins =
    [
        "region", "regione", "regiao", "regio", "wine region", "weinregion", "appellation", "denominazione", "denomination", "anbaugebiet",
    ];

    /// <summary>
    /// What is told about the items, where a kind that is another one in each row says what they are; a wine's appellation, where its name
    /// stands beside.
    /// </summary>
    private bool IsOtherText(int column)
    {
        var (key, cells) = (headers[column].Key, evidence[column]);
        return NameFinding.IsProse(cells) ? HeaderWords.Says(key, Word.Description)
            && Enumerable.Range(0, headers.Count)
                .Any(i => meanings[i] is [{ Field: ItemField.Category }, ..] && NameFinding.TellApart(evidence[i], evidence))
            : Appellations.Contains(key) && cells.Distinct < cells.Filled
                && headers.Any(header => Origins.Contains(header.Key) && header.Key != key)
                && headers.Beside(column)
                    .Any(i => HeaderWords.Says(headers[i].Key, Word.Description) && evidence[i].Distinct > cells.Distinct
                        && !NameFinding.IsProse(evidence[i]));
    }

    /// <summary>Beside winery and grape, an English "designation" is "Reserve".</summary>
    private bool IsPartOfWine(int column) =>
        headers[column].Key == "designation" && headers.Any(header => header.Key is "varietal" or "variety" or "vineyard" or "winery")
        && headers.Beside(column).Any(i => meanings[i] is [{ Field: ItemField.Name, Strength: >= 0.8m }, ..]);

    private static readonly HashSet<string> Appellations =
    [
        "denominazione", "denominacion", "denominacao", "denomination", "appellation", "apellation",
    ];

    /// <summary>A recipe's or an order's quantity, a taster's balance, an amount of money.</summary>
    private bool IsOtherAmount(int column)
    {
        var key = headers[column].Key;
        if (key == "count" && column + 1 < headers.Count
            && meanings[column + 1] is [{ Field: ItemField.BottleSize or ItemField.PackSize }, ..]
            && meanings.Skip(column + 2).Any(found => found is [{ Field: ItemField.Quantity, Strength: >= 0.85m }, ..]))
        {
            // "Count, size, stock": how many are in a pack of what size.
            return true;
        }

        if (SalesReports.IsBareQuantity(key) && headers.Any(header => Yields.Contains(header.Key))
            && headers.Any(header => HeaderText.HasAnyWord(header.Key, ColumnPrices.OfRecipes)))
        {
            // How much goes into a dish.
            return true;
        }

        return key == "amount" ? ColumnContradictions.LookLikeMoney(evidence[column])
            || !OtherAmounts.AmountIsStock(headers, evidence, meanings)
            : (IsPricedQuantity(column, key) || OtherAmounts.Are(headers)
                || IsInNames(column) && HeaderGrammar.IsOnly(key, Word.Quantity, Word.Unit))
            || (OtherAmounts.AreTasted(headers) && HeaderGrammar.IsOnly(key, Word.Available));
    }

    /// <summary>What is left of a thing when it is trimmed and cooked: only recipes say so.</summary>
    private static readonly HashSet<string> Yields =
    [
        "yield percent", "yield", "trim percent", "waste percent", "verlust percent", "verlust", "ausbeute percent", "putzverlust percent",
        "merma percent", "rendimiento percent", "perte percent", "rendement percent", "scarto percent", "resa percent",
        "rendimento percent", "fator de correcao",
    ];

    /// <summary>Nothing but 1, beside other quantities: how many the price is for.</summary>
    private bool IsPricedQuantity(int column, string key) => evidence[column] is { Filled: >= 5, Distinct: 1, Largest: 1 }
        && headers.Any(header => header.Key != key && HeaderWords.Says(header.Key, Word.Quantity)
            && !HeaderWords.Says(header.Key, Word.Total));

    private bool IsInNames(int column) =>
        Enumerable.Range(0, headers.Count)
            .Any(i => meanings[i] is [{ Field: ItemField.Name }, ..] && OtherAmounts.StandInNames(evidence[column], evidence[i]));

    /// <summary>
    /// What is bought is counted in what it is bought in, and a price's unit is the item's where nothing is counted in another.
    /// </summary>
    private bool IsOtherUnit(int column, HeaderMeaning meaning) =>
        (HeaderText.HasAnyWord(headers[column].Key, "recipe", "usage")
            && headers.Any(header => header.Key is "purchase unit" or "order unit" or "buying unit"))
        || (meaning.Strength == HeaderMeaning.Weak
            && Beside(column).Any(found => found is [{ Field: ItemField.Quantity }, ..]
                or [{ Field: ItemField.Unit, Strength: > HeaderMeaning.Weak }, ..]));

    /// <summary>
    /// In a list of prices that counts nothing, the least and the most are what can be ordered, unless they are two levels of an item.
    /// </summary>
    private bool IsOrderLimit(int column)
    {
        var isMost = HeaderGrammar.IsOnly(headers[column].Key, Word.Maximum, Word.Quantity, Word.Unit);
        if ((!isMost && !HeaderGrammar.IsOnly(headers[column].Key, Word.Minimum, Word.Quantity, Word.Unit))
            || !Enumerable.Range(0, headers.Count).Any(prices.IsMoney))
        {
            return false;
        }

        return prices.IsShops || (!meanings.Any(found => found is [{ Field: ItemField.Quantity }, ..])
            && (evidence[column] is { Filled: >= 3, Distinct: 1 }
                || (!isMost && !meanings.Any(found => found is [{ Field: ItemField.ParLevel }, ..]))));
    }

    /// <summary>"Valid until" beside "valid from".</summary>
    private bool IsValidityOfPrices(string key) =>
        key.Split(' ') is ["valid" or "gultig" or "valido" or "valable" or "geldig" or "effective", _, ..] words
        && headers.Count(header => header.Key.StartsWith(words[0] + " ", StringComparison.Ordinal)) > 1;

    /// <summary>The house itself, or its branches, under each of which the same items are listed again.</summary>
    private bool IsOwnCompany(int column) =>
        evidence[column].Distinct == 1 || headers.Beside(column).Any(i => meanings[i] is [{ Field: ItemField.Name }, ..]
        && evidence[i] is { Filled: >= 4, DistinctIsKnown: true } names && names.Distinct * 10 <= names.Filled * 6);

    /// <summary>A "store" in a list of prices is where things are bought, in a list of stock a branch.</summary>
    private bool IsOtherCompany(int column, string field) =>
        (field == ItemField.Brand && IsOwnCompany(column))
        || Beside(column).Any(found => found is [{ Field: ItemField.Supplier or ItemField.Brand, Strength: > HeaderMeaning.Weak }, ..])
        || (field == ItemField.Supplier
            && (Enumerable.Range(0, headers.Count).Any(i => meanings[i] is [{ Field: ItemField.Quantity }, ..]
                && evidence[i].Filled * 2 > evidence[column].Filled) || !Enumerable.Range(0, headers.Count).Any(prices.IsMoney)));

    private IEnumerable<IReadOnlyList<HeaderMeaning>> Beside(int column) => meanings.Where((_, i) => i != column);
}
