using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Words for money that mean something else as often need the word of the prices beside them, or of the values.</summary>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="meanings">What each header may mean by itself.</param>
/// <param name="prices">Compares the columns of money.</param>
/// <param name="currency">The restaurant's.</param>
internal sealed class PriceNeighbours(
    IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings, ColumnPrices prices,
        string currency)
{
    internal bool LeaveUnproven(int column, HeaderMeaning meaning)
    {
        if (meaning.IsBare && ColumnFormats.IsWhole(currency) && evidence[column] is { Filled: >= 3, Largest: <= 5, Mean: not null })
        {
            // Nothing costs five won: this says how dear, not how much.
            return true;
        }

        if (OldPrices.Contains(headers[column].Key)
            && prices.Others(column, other => other.IsBare || other.Field == ItemField.SalePrice).Any())
        {
            return true;
        }

        return meaning.Field == ItemField.SalePrice
            ? LeaveSale(column, meaning.Strength)
            : meaning.Field == ItemField.UnitCost && LeaveCost(column, meaning);
    }

    /// <summary>What things cost before they were cheaper: "de 32,90 por 24,90".</summary>
    private static readonly HashSet<string> OldPrices =
    [
        "preco de", "precio de", "preco antigo", "preco anterior", "preco original", "precio anterior", "precio antes", "precio original",
        "old price", "original price", "was price", "price was", "previous price", "price before", "ancien prix",
        "prix barre", "prix initial", "alter preis", "preis alt", "streichpreis", "statt preis", "uvp alt", "vecchio prezzo",
        "prezzo originale", "prezzo barrato", "oude prijs", "stara cena", "eski fiyat", "harga lama", "harga asli", "原价", "原價",
    ];

    private bool LeaveSale(int column, decimal strength)
    {
        if (strength == HeaderMeaning.Weak && headers[column].Unit is null && HeaderGrammar.IsOnly(headers[column].Key, Word.Sale))
        {
            // "Vendita", but not "vendita per bottiglia", says how many were sold unless there is a cost that it is above, and cents.
            var costs = prices.Others(column, meaning => meaning is { Field: ItemField.UnitCost, IsBare: false }).ToList();
            return !HasCents(column) || costs.Count == 0 || costs.Exists(cost => evidence[cost].Mean >= evidence[column].Mean);
        }

        // Beside "your price", a "list price" is the supplier's.
        return (headers[column].Key == "list price" && headers.Any(header => HeaderText.HasAnyWord(header.Key, "your", "net", "discount")))
            || prices.IsOffer(column) || prices.IsOfChannel(column);
    }

    private bool LeaveCost(int column, HeaderMeaning meaning)
    {
        var key = headers[column].Key;
        if (prices.IsAfterDiscount(column))
        {
            return false;
        }

        if (key is "food cost" or "beverage cost")
        {
            // It is a share in percent as often: it needs a price that it is below.
            return !headers.Beside(column).Any(i => prices.IsMoney(i) && evidence[i].Mean > evidence[column].Mean);
        }

        if (HeaderWords.Says(key, Word.Average) && HeaderWords.Says(key, Word.Price))
        {
            // Beside another price it is what was charged on average.
            return prices.Others(column, other => other.IsBare || other.Field == ItemField.SalePrice).Any();
        }

        if (meaning.IsBare && HeaderWords.Says(key, Word.Opening))
        {
            // Beside another price it is an old one.
            return prices.Others(column, other => ItemField.IsMoney(other.Field)).Any();
        }

        if (meaning.Strength != HeaderMeaning.Weak)
        {
            return prices.IsBeforeDiscount(column);
        }

        if (HeaderGrammar.IsOnly(key, Word.Purchase) && headers[column].Unit is null)
        {
            // "Einkauf" beside "Verkauf".
            return !HasCents(column) || !prices.Others(column, other => other.Field == ItemField.SalePrice).Any();
        }

        // "Valor" is a price where nothing else is, and nothing is counted that it could be the value of.
        var cells = evidence[column];
        return meaning.IsBare
            && ((!ColumnContradictions.LookLikeMoney(cells) && cells.Share(cells.WithCurrency + cells.Points + cells.Commas) < 0.9m)
            || meanings.Where((_, i) => i != column)
                .Any(found => found.Any(other => other.Field == ItemField.Quantity || ItemField.IsMoney(other.Field))));
    }

    private bool HasCents(int column) =>
        evidence[column] is var cells && cells.Share(cells.Points + cells.Commas + cells.WithCurrency) >= 0.5m;
}
