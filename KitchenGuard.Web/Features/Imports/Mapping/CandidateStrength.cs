using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>How much a column's reading is worth beside the other columns' readings.</summary>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="meanings">What the headers say.</param>
/// <param name="prices">The prices of the table.</param>
internal sealed class CandidateStrength(
    IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, IReadOnlyList<HeaderMeaning>[] meanings, ColumnPrices prices)
{
    /// <summary>The strength of a reading, lowered where what stands in or beside the column speaks for another.</summary>
    /// <param name="column">The column.</param>
    /// <param name="field">What it may be.</param>
    /// <param name="strength">How strongly its header says so, from 0 to 1.</param>
    /// <param name="bare">Whether it is a price of which the header does not say whose.</param>
    internal decimal Of(int column, string field, decimal strength, bool bare)
    {
        var cells = evidence[column];
        if (HasNamesBeside(column, field))
        {
            return strength * 0.8m;
        }

        if (field == ItemField.Category && !ColumnFit.AreWineColours(cells)
            && Enumerable.Range(0, headers.Count)
                .Any(i => headers[i].Key is "type" or "tipo" or "typ" && evidence[i].Filled >= 3 && ColumnFit.AreWineColours(evidence[i])))
        {
            // Dry and sweet stand back behind red and white.
            return strength * 0.7m;
        }

        if (field == ItemField.Category && cells.Filled >= 3
            && cells.Values.All(value => value.Length <= 10 && CellText.HasDigit(value) && !value.Contains(' ', StringComparison.Ordinal)))
        {
            // Codes of groups stand back behind their names.
            strength *= 0.8m;
        }

        if (field == ItemField.Category && cells is { Filled: >= 12, DistinctIsKnown: true } && cells.Distinct * 10 >= cells.Filled * 9)
        {
            // A group for each item groups nothing.
            return strength * 0.65m;
        }

        if (field == ItemField.Name && cells.Filled * 2 < evidence.Max(other => other.Filled))
        {
            return strength * 0.6m;
        }

        if (field == ItemField.Name && cells is { Filled: >= 8, DistinctIsKnown: true } && cells.Distinct * 2 < cells.Filled)
        {
            // What items are called differs more.
            return strength * 0.75m;
        }

        if (field == ItemField.StorageArea && cells.Filled > 0 && cells.Numbers == cells.Filled)
        {
            // "Aisle 7" stands back behind "shelf C2".
            return Math.Min(strength, 0.6m);
        }

        if (field == ItemField.ReorderPoint && cells is { Filled: >= 5, Distinct: 1, Largest: 1 })
        {
            // Nothing but 1 is what a program fills in by itself.
            return strength * 0.4m;
        }

        if (ItemField.IsMoney(field)
            && ((cells is { Filled: >= 3, Largest: 0, Mean: 0 } && strength > 0.5m)
                || (field == ItemField.UnitCost && !bare && prices.IsToTraders(column)) || prices.IsShopsUntaxed(column)))
        {
            // Nothing but 0 is what a program fills in by itself.
            return Math.Max(strength * 0.6m, 0.5m);
        }

        if (bare && field == ItemField.UnitCost && prices.IsUnitCost(column))
        {
            return 1;
        }

        if (ItemField.IsMoney(field) && headers[column].Unit is { Kind: UnitKind.Weight or UnitKind.Volume })
        {
            // A price per kg stands back behind a price for the item itself.
            return Math.Max(strength * 0.6m, 0.5m);
        }

        if (!bare && field == ItemField.SalePrice && HeaderText.HasAnyWord(headers[column].Key, "retail") && cells.Mean is { } retail
            && prices.Others(column, meaning => meaning.IsBare && meaning.Strength >= 0.7m)
                .Any(price => evidence[price].Mean is > 0 and var asked && asked <= retail)
            && prices.Others(column, meaning => meaning is { Field: ItemField.UnitCost, IsBare: false, Strength: >= 0.8m }).Any())
        {
            // Beside a cost and a price that is not above it, "retail" is what a maker recommends.
            return 0.7m;
        }

        if (bare && field == ItemField.SalePrice)
        {
            // What the house charges, before what a maker recommends.
            return 0.75m;
        }

        if (field == ItemField.Quantity && SalesReports.IsBareQuantity(headers[column].Key)
            && headers.Beside(column).Any(i => IsWhatIsLeft(i, cells)))
        {
            // Beside "remaining", a "quantity" is what there was.
            return strength * 0.7m;
        }

        if (field == ItemField.Quantity && cells is { Filled: >= 5, Distinct: <= 2, Largest: <= 1 })
        {
            // Nothing but 1 and 0 more likely says whether than how many.
            return strength * 0.6m;
        }

        if (field == ItemField.StorageArea && cells is { Filled: >= 3, Distinct: 1 })
        {
            // All may be in one place, but a column of several comes first.
            return Math.Max(strength * 0.7m, ColumnMapping.Threshold);
        }

        // One value in all rows tells items apart no more than none.
        return cells is { Filled: >= 3, Distinct: 1 }
            && field is ItemField.Category or ItemField.Brand or ItemField.PackSize or ItemField.Sku or ItemField.Name
            ? strength * 0.7m : strength;
    }

    private bool IsWhatIsLeft(int column, ColumnEvidence others) =>
        evidence[column].Filled * 2 >= others.Filled && evidence[column].Share(evidence[column].Numbers) >= 0.9m
        && meanings[column] is [{ Field: ItemField.Quantity, Strength: >= 0.6m }, ..] && HeaderText.HasAnyWord(headers[column].Key, Left);

    /// <summary>Not "available", which leaves out what is promised.</summary>
    private static readonly string[] Left =
    [
        "remaining", "remain", "remains", "left", "balance", "bal", "rest", "restant", "restante", "restantes", "reste", "rimanente",
        "rimanenti", "residua", "quedan", "saldo", "solde", "resterend", "restbestand", "restmenge", "sisa", "kalan", "残", "残数", "剩余",
    ];

    /// <summary>Beside "category name", a "category" is its code.</summary>
    private bool HasNamesBeside(int column, string field) =>
        field is ItemField.Category or ItemField.Brand or ItemField.Supplier or ItemField.StorageArea or ItemField.Unit
        && Enumerable.Range(0, headers.Count)
            .Any(i => evidence[i].Filled > 0 && headers[i].Key.Length == headers[column].Key.Length + 5
                && headers[i].Key.EndsWith(" name", StringComparison.Ordinal)
            && headers[i].Key.StartsWith(headers[column].Key, StringComparison.Ordinal));
}
