using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What one column may be.</summary>
internal sealed record Candidate(int Column, string Field, decimal Strength, bool IsBarePrice = false);

/// <summary>Finds what columns may be, each by its own header and values, and by which prices stand beside it.</summary>
/// <param name="titles">The headers as found.</param>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
/// <param name="fits">Compares the two.</param>
/// <param name="currency">The restaurant's.</param>
/// <param name="note">Takes a code, a column and a sentence.</param>
internal sealed class ColumnCandidates(
    IReadOnlyList<string> titles, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence, ColumnFit fits, string currency, Action<string, int, string> note)
{
    private readonly HeaderVarieties _varieties = new(titles, evidence);

    private readonly VesselPrices _vessels = new(headers, evidence);

    private readonly (int Counted, int Booked)? _taking = StockTakings.Find(headers);

    private readonly int _moves = Movements.KindsOf(headers, evidence);

    private IReadOnlyList<HeaderMeaning>[] Meanings => field ??= [.. headers.Select((_, i) => MeaningsOf(i))];

    private ColumnNeighbours Neighbours => field ??= new ColumnNeighbours(headers, evidence, Meanings, Prices, currency);

    private ColumnPrices Prices => field ??= new ColumnPrices(headers, evidence, Meanings);

    private CandidateStrength Strengths => field ??= new CandidateStrength(headers, evidence, Meanings, Prices);

    /// <summary>The column of what came in for the things listed; -1: it is no report of sales.</summary>
    private readonly Lazy<int> _takings = new(() => SalesReports.TakingsOf(headers, evidence));

    /// <summary>What one column may be, by its header and by its values.</summary>
    internal IEnumerable<Candidate> Of(int column)
    {
        IReadOnlyList<HeaderMeaning> known = headers[column].Currency is null ? [] : [.. VesselPrices.Per(headers[column].Key).Select(per => per with { IsBare = per.Field == ItemField.UnitCost })];
        known = known.Count > 0 ? known : SizeOf(headers[column]) is { Count: > 0 } size ? size : CaseOf(column) is { Count: > 0 } box ? box : Meanings[column];
        if (_varieties.WhyNotCounted(column) is { } why)
        {
            note(IssueCode.ColumnUnsure, column, why);
        }

        foreach (var meaning in known)
        {
            if (meaning.Field is null)
            {
                continue;
            }

            if (ItemField.IsNumber(meaning.Field) && !ItemField.IsMoney(meaning.Field) && headers[column].Currency is { } money && (money.Length == 3 || !char.IsAsciiLetter(money[0])))
            {
                // "Stock (€)" is what the stock is worth.
                continue;
            }

            if ((meaning.Field == ItemField.Quantity && meaning.Strength < 0.85m && ColumnContradictions.LookLikeMoney(evidence[column]))
                || (meaning is { Field: ItemField.Quantity or ItemField.PackSize, Strength: <= 0.6m } && evidence[column].Filled == 0))
            {
                continue;
            }

            if (ItemField.IsMoney(meaning.Field) && WhyNotMoney(column) is { } reason)
            {
                note(IssueCode.ColumnDoesNotFit, column, $"The column '{titles[column]}' is not imported as a price or cost, because {reason}.");
                continue;
            }

            if (Neighbours.LeaveUnproven(column, meaning))
            {
                continue;
            }

            if (ItemField.IsMoney(meaning.Field) && ColumnTotals.Are(column, evidence, Meanings))
            {
                note(IssueCode.ColumnDoesNotFit, column, $"The column '{titles[column]}' is not imported as a price or cost, because it is the value of all that is there.");
                continue;
            }

            var bare = meaning.IsBare;
            if (ItemField.IsMoney(meaning.Field) && (fits.IsPoured(column) || Prices.AreForSomethingElse(column, meaning)))
            {
                note(IssueCode.ColumnDoesNotFit, column, $"The column '{titles[column]}' is not imported as a price or cost, because it is for something else than the counted unit.");
                continue;
            }

            if (meaning.Field == ItemField.Name && AreCodesBesideTexts(column))
            {
                continue;
            }

            if (Prices.FieldOf(column, meaning) is not { } named || fits.Adjust(column, named) is not { } field)
            {
                note(IssueCode.ColumnDoesNotFit, column,
                    $"The column '{titles[column]}' is not imported as {FieldWords.Of(meaning.Field)} because its values do not look like that.");
                continue;
            }

            if (field == ItemField.Quantity && SalesReports.IsBareQuantity(headers[column].Key) && _takings.Value is >= 0 and var takings)
            {
                note(IssueCode.SalesReport, column,
                    $"This looks like a report of sales: beside '{titles[takings]}', the column '{titles[column]}' says how many were sold, not how many are there. It is not imported.");
                continue;
            }

            if (field == ItemField.Quantity && MenuEvidence.ArePortions(evidence[column]) && Prices.IsMenu.Value)
            {
                note(IssueCode.ColumnDoesNotFit, column, $"This looks like a menu: the column '{titles[column]}' says how much is served, not how much is there. It is not imported.");
                continue;
            }

            if (field == ItemField.Quantity && _moves >= 0)
            {
                note(IssueCode.Movements, column, $"This looks like a list of what came and went: '{titles[_moves]}' says of each line why, so '{titles[column]}' is not what is there. It is not imported.");
                continue;
            }

            if (field == ItemField.Quantity && Openings.IsOverdue(headers, column))
            {
                note(IssueCode.ColumnUnsure, column, $"The column '{titles[column]}' is what there was before other columns say what came and went, so it is not imported as the quantity.");
                continue;
            }

            if (field == ItemField.UnitCost && SalesReports.IsCostOfSold(headers[column].Key) && SalesReports.FindTakings(headers, evidence) is >= 0 and var sales)
            {
                note(IssueCode.SalesReport, column,
                    $"This looks like a report of sales: beside '{titles[sales]}', the column '{titles[column]}' says what all that was sold has cost, not one. It is not imported.");
                continue;
            }

            if (ItemField.IsMoney(field) && headers[column].Currency is { } sign && !CurrencyText.Means(sign, currency))
            {
                note(IssueCode.ForeignCurrency, column,
                    $"The column '{titles[column]}' is not imported because its prices are in {sign}, not in {currency}.");
                continue;
            }

            if (bare && Prices.AreForComparing(column))
            {
                continue;
            }

            if (field == ItemField.Unit && meaning.Strength <= 0.6m && !fits.AreUnits(column))
            {
                continue;
            }

            var strength = Strengths.Of(column, field, meaning.Field == ItemField.Unit && field == ItemField.Quantity ? 0.7m : meaning.Strength, bare);
            if (field == ItemField.Sku && CodeFit.AreBarcodes(evidence[column]))
            {
                yield return new Candidate(column, ItemField.Barcode, strength * 0.95m);
                strength *= 0.9m;
            }

            yield return new Candidate(column, field, strength, bare);
        }

        if (fits.ByValuesAlone(column, known) is { } byValues)
        {
            yield return new Candidate(column, byValues, known.Count == 0 ? 0.55m : 0.65m);
        }
    }

    private IReadOnlyList<HeaderMeaning> MeaningsOf(int column)
    {
        if (_varieties.IsOne(column) || _taking?.Booked == column || _moves == column)
        {
            return [];
        }

        if (_taking?.Counted == column)
        {
            return [new HeaderMeaning(ItemField.Quantity, 1m)];
        }

        if (headers[column].Key.StartsWith("restock level", StringComparison.Ordinal) && headers.Any(header => header.Key.StartsWith("reorder point", StringComparison.Ordinal)))
        {
            // Up to which is ordered what falls below the other.
            return [new HeaderMeaning(ItemField.ParLevel, 0.9m)];
        }

        if (headers[column] is { Unit.Kind: UnitKind.Volume } sized && CellText.HasDigit(sized.Key) && HeaderWords.Says(sized.Key.TrimEnd("0123456789 ".ToCharArray()), Word.Bottle))
        {
            // "Fl. 0,75 l": how many of them, or what one costs.
            return [];
        }

        if (headers[column].Key is "referencia" or "reference" or "referenza" && evidence[column] is { Filled: >= 4 } named && named.Share(named.Words) >= 0.8m
            && named.Values.Count(value => value.AsSpan().Trim().Contains(' ')) * 2 >= named.Distinct && !headers.Any(header => HeaderAliases.Meanings(header.Key) is [{ Field: ItemField.Name, Strength: >= 0.6m }, ..]))
        {
            // What a Spanish wine list calls its wines.
            return [new HeaderMeaning(ItemField.Name, 0.7m)];
        }

        if ((titles[column].Contains('½', StringComparison.Ordinal) || titles[column].Contains("1/2", StringComparison.Ordinal) || HeaderText.HasAnyWord(headers[column].Key, "half", "halbe", "demi", "media", "mezza", "meia", "halve"))
            && HeaderWords.Says(headers[column].Key, Word.Bottle))
        {
            // Half a bottle is another thing.
            return [];
        }

        if (MenuEvidence.SaysOfWhat(headers[column].Key) && MenuEvidence.AreMade(evidence[column]))
        {
            return [new HeaderMeaning(ItemField.Notes, 0.6m)];
        }

        if (headers[column].Key is "value" or "amount" or "wert" or "valor" or "valeur" or "valore" && evidence[column] is { Filled: >= 4 } cells && cells.Share(cells.Volumes + cells.Weights) >= 0.6m && cells.Share(cells.Volumes + cells.Weights + cells.Compounds + cells.Numbers) >= 0.9m)
        {
            // "Rice, 2kg".
            return [new HeaderMeaning(ItemField.Quantity, 0.6m)];
        }

        return _vessels.PricesOf(column) is { Count: > 0 } priced ? priced
            : CountFit.AreNumbers(headers[column].Key, evidence[column]) ? [new HeaderMeaning(ItemField.Quantity, 0.6m)]
            : HeaderAliases.Meanings(_varieties.Undated(column) ?? headers[column].Key);
    }

    /// <summary>"Artigo, Descrição": BEB001 is how a program calls what the text beside it describes.</summary>
    private bool AreCodesBesideTexts(int column) => evidence[column] is { Filled: > 2 } cells && cells.Values.All(value => value.Length is >= 3 and <= 20 && CellText.HasDigit(value) && !value.Contains(' ', StringComparison.Ordinal) && !value.Any(char.IsLower))
        && Enumerable.Range(0, headers.Count).Any(i => i != column && HeaderWords.Says(headers[i].Key, Word.Description) && evidence[i].Filled * 10 >= cells.Filled * 9 && evidence[i].Values.Count(value => value.Contains(' ', StringComparison.Ordinal)) * 2 >= evidence[i].Distinct && evidence[i].Distinct * 10 >= evidence[i].Filled * 8);

    /// <summary>Prices in thousands are no price of a thing, and "12.95" is not in cents.</summary>
    private string? WhyNotMoney(int column) => headers[column].Times < 1 ? "its header says that it is in hundreds or thousands"
        : headers[column] is { Times: 100, Unit.Kind: not UnitKind.Count } or { Times: 100, Unit: null } && ColumnContradictions.LookLikeMoney(evidence[column]) ? "its header says cents, but its prices do not look like that" : null;

    /// <summary>"Case" or "case qty" beside a case's price and a quantity: how many are in one.</summary>
    private IReadOnlyList<HeaderMeaning> CaseOf(int column) => evidence[column] is { Filled: > 0, Largest: > 1 and <= 1000 } cells && cells.WholeNumbers == cells.Filled
        && HeaderGrammar.IsOnly(headers[column].Key, Word.Case, Word.Quantity) && HeaderWords.Says(headers[column].Key, Word.Case) && !Cases.Contains(headers[column].Key.Split(' ')[0])
        && (Beside(ItemField.CaseCost) || headers.Any(CountedInParts.AreCases)) && Beside(ItemField.Quantity) && !Beside(ItemField.CaseSize) ? [new HeaderMeaning(ItemField.CaseSize, 0.8m)] : [];

    private bool Beside(string field) => Meanings.Any(found => found is [{ Strength: >= 0.6m } meaning, ..] && meaning.Field == field);

    /// <summary>Several: how many there are, not what is in one.</summary>
    private static readonly HashSet<string> Cases = ["cases", "boxes", "cartons", "crates", "trays", "cajas", "caisses", "kisten", "kartons", "casse", "cartoni", "scatole", "caixas", "dozen", "kratten"];

    /// <summary>"Bottle (ml)" says how large, not how many.</summary>
    private static IReadOnlyList<HeaderMeaning> SizeOf(HeaderText header) =>
        header is { Unit.Kind: UnitKind.Volume, Key: "bottle" or "btl" or "flasche" or "botella" or "bouteille" or "bottiglia" or "garrafa" or "fles" or "can" } ? [new HeaderMeaning(ItemField.BottleSize, 0.8m)] : [];
}
