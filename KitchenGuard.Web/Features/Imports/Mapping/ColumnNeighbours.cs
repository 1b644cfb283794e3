using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Words that mean two things need the word of the columns beside them, or of the values.</summary>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="meanings">What each header may mean by itself.</param>
/// <param name="prices">Compares the columns of money.</param>
/// <param name="currency">The restaurant's.</param>
internal sealed class ColumnNeighbours(
    IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings, ColumnPrices prices, string currency)
{
    private static readonly HashSet<string> Origins = ["region", "regione", "regiao", "regio", "wine region", "weinregion", "appellation", "denominazione", "denomination", "anbaugebiet"];

    /// <summary>Words that mean something else as often need the neighbours' word for it.</summary>
    internal bool LeaveUnproven(int column, HeaderMeaning meaning)
    {
        var cells = evidence[column];
        if (meaning is { Field: ItemField.SalePrice, Strength: HeaderMeaning.Weak } && HeaderGrammar.IsOnly(headers[column].Key, Word.Sale))
        {
            // "Vendita" says how many were sold unless there is a cost that it is above, and cents.
            var costs = prices.Others(column, meaning => meaning is { Field: ItemField.UnitCost, IsBare: false }).ToList();
            return cells.Share(cells.Points + cells.Commas + cells.WithCurrency) < 0.5m || costs.Count == 0 || costs.Exists(cost => evidence[cost].Mean >= cells.Mean);
        }

        if (meaning is { Field: ItemField.UnitCost, Strength: HeaderMeaning.Weak } && HeaderGrammar.IsOnly(headers[column].Key, Word.Purchase) && headers[column].Unit is null)
        {
            return cells.Share(cells.Points + cells.Commas + cells.WithCurrency) < 0.5m || !prices.Others(column, meaning => meaning.Field == ItemField.SalePrice).Any();
        }

        if (meaning.Field == ItemField.Quantity && OtherAmounts.Are(headers) && HeaderGrammar.IsOnly(headers[column].Key, Word.Quantity, Word.Unit))
        {
            return true;
        }

        if (OtherAmounts.AreTasted(headers) && (headers[column].Key == "body" || (meaning.Field == ItemField.Quantity && HeaderGrammar.IsOnly(headers[column].Key, Word.Available))))
        {
            // Beside acidity and tannin, the body is the wine's and the balance a taster's.
            return true;
        }

        if (meaning.Field == ItemField.ExpiresOn && headers[column].Key.Split(' ') is [var valid, _, ..] && headers.Count(header => header.Key.StartsWith(valid + " ", StringComparison.Ordinal)) > 1)
        {
            // "Valid until" beside "valid from" is a price's.
            return HeaderText.HasAnyWord(valid, "valid", "gultig", "valido", "valable", "geldig", "effective");
        }

        if (meaning.Field == ItemField.Unit && HeaderText.HasAnyWord(headers[column].Key, "recipe", "usage") && headers.Any(header => header.Key is "purchase unit" or "order unit" or "buying unit"))
        {
            // What is bought is counted in what it is bought in.
            return true;
        }

        if (meaning is { Field: ItemField.SalePrice, Strength: 0.7m } && headers[column].Key == "list price" && headers.Any(header => HeaderText.HasAnyWord(header.Key, "your", "net", "discount")))
        {
            // Beside "your price" it is the supplier's.
            return true;
        }

        if (meaning is { Field: ItemField.Unit, Strength: HeaderMeaning.Weak })
        {
            // What a price is for is the unit where nothing is counted in another.
            return meanings.Where((_, i) => i != column).Any(found => found is [{ Field: ItemField.Quantity }, ..] or [{ Field: ItemField.Unit, Strength: > HeaderMeaning.Weak }, ..]);
        }

        if (meaning.Field == ItemField.StorageArea && headers[column].Key is "zone" or "zona" or "area" && headers.Any(header => Origins.Contains(header.Key)))
        {
            // Beside a region, a zone is a part of it.
            return true;
        }

        if (meaning.Field == ItemField.UnitCost && HeaderWords.Says(headers[column].Key, Word.Average) && HeaderWords.Says(headers[column].Key, Word.Price))
        {
            // Beside another price it is what was charged on average.
            return prices.Others(column, other => other.IsBare || other.Field == ItemField.SalePrice).Any();
        }

        if (meaning.Field == ItemField.UnitCost && headers[column].Key is "food cost" or "beverage cost")
        {
            // It is a share in percent as often: it needs a price that it is below.
            return !Enumerable.Range(0, headers.Count).Any(i => i != column && prices.IsMoney(i) && evidence[i].Mean > cells.Mean);
        }

        if (meaning.Field == ItemField.SalePrice && (prices.IsOffer(column) || prices.IsOfChannel(column)))
        {
            return true;
        }

        if (meaning is { Field: ItemField.Supplier or ItemField.Brand, Strength: HeaderMeaning.Weak } && HeaderAliases.IsListed(headers[column].Key))
        {
            // A "store" in a list of prices is where things are bought, in a list of stock a branch.
            return meanings.Where((_, i) => i != column).Any(found => found is [{ Field: ItemField.Supplier or ItemField.Brand, Strength: > HeaderMeaning.Weak }, ..])
                || (meaning.Field == ItemField.Supplier && (meanings.Any(found => found is [{ Field: ItemField.Quantity }, ..]) || !Enumerable.Range(0, headers.Count).Any(prices.IsMoney)));
        }

        if (meaning is { Field: ItemField.UnitCost, Strength: HeaderMeaning.Weak, IsBare: true })
        {
            // "Valor" is a price where nothing else is, and nothing is counted that it could be the value of.
            return !ColumnContradictions.LookLikeMoney(cells) && cells.Share(cells.WithCurrency + cells.Points + cells.Commas) < 0.9m
                || meanings.Where((_, i) => i != column).Any(found => found.Any(other => other.Field == ItemField.Quantity || ItemField.IsMoney(other.Field)));
        }

        if (meaning.Field == ItemField.Quantity && headers[column].Key == "amount")
        {
            return ColumnContradictions.LookLikeMoney(cells) || !OtherAmounts.AmountIsStock(headers, evidence, meanings);
        }

        if (meaning.IsBare && ColumnFormats.IsWhole(currency) && cells is { Filled: >= 3, Largest: <= 5, Mean: not null })
        {
            // Nothing costs five won: this says how dear, not how much.
            return true;
        }

        return meaning.Field is ItemField.ReorderPoint or ItemField.ParLevel && IsOrderLimit(column);
    }

    /// <summary>In a list of prices that counts nothing, the least and the most are what can be ordered, unless they are two levels of an item.</summary>
    private bool IsOrderLimit(int column)
    {
        var isMost = HeaderGrammar.IsOnly(headers[column].Key, Word.Maximum, Word.Quantity, Word.Unit);
        if ((!isMost && !HeaderGrammar.IsOnly(headers[column].Key, Word.Minimum, Word.Quantity, Word.Unit)) || !Enumerable.Range(0, headers.Count).Any(prices.IsMoney))
        {
            return false;
        }

        if (prices.IsShops || meanings.Any(found => found is [{ Field: ItemField.Quantity }, ..]))
        {
            return prices.IsShops;
        }

        return evidence[column] is { Filled: >= 3, Distinct: 1 } || (!isMost && !meanings.Any(found => found is [{ Field: ItemField.ParLevel }, ..]));
    }
}
