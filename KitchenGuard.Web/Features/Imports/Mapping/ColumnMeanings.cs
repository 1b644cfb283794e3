using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What each header may mean, where its own values or the columns beside it make more or less of its words.</summary>
/// <param name="titles">The headers as found.</param>
/// <param name="headers">The headers taken apart.</param>
/// <param name="evidence">What the columns hold.</param>
internal sealed class ColumnMeanings(IReadOnlyList<string> titles, IReadOnlyList<HeaderText> headers,
    IReadOnlyList<ColumnEvidence> evidence)
{
    private readonly HeaderVarieties _varieties = new(titles, evidence);

    private readonly VesselPrices _vessels = new(headers, evidence);

    private readonly (int Counted, int Booked)? _taking = StockTakings.Find(headers);

    /// <summary>The column that says of each line why something came or went; -1: it is no such list.</summary>
    internal int Moves { get; } = Movements.KindsOf(headers, evidence);

    /// <summary>By column, best first; empty where a column means nothing to an item.</summary>
    internal IReadOnlyList<HeaderMeaning>[] All => field ??= [.. headers.Select((_, i) => Find(i))];

    /// <summary>What one column may be, with what only the meanings of the others can tell.</summary>
    internal IReadOnlyList<HeaderMeaning> Of(int column)
    {
        IReadOnlyList<HeaderMeaning> priced = headers[column].Currency is null
            ? []
            : [.. VesselPrices.Per(headers[column].Key).Select(per => per with { IsBare = per.Field == ItemField.UnitCost })];
        return priced.Count > 0 ? priced
            : SizeOf(headers[column]) is { Count: > 0 } size ? size
            : CaseOf(column) is { Count: > 0 } box ? box
            : All[column];
    }

    /// <summary>Why a count or level is not the item's, for one of several is; null when it may be.</summary>
    internal string? WhyNotCounted(int column) => _varieties.WhyNotCounted(column);

    private IReadOnlyList<HeaderMeaning> Find(int column) =>
        _varieties.IsOne(column) || _taking?.Booked == column || Moves == column || IsOfOneSize(column) || IsHalfBottle(column) ? []
        : _taking?.Counted == column ? [new HeaderMeaning(ItemField.Quantity, 1)]
        : IsFilledUpTo(column) ? [new HeaderMeaning(ItemField.ParLevel, 0.9m)]
        : IsNameOfWine(column) ? [new HeaderMeaning(ItemField.Name, 0.7m)]
        : MenuEvidence.SaysOfWhat(headers[column].Key)
            && MenuEvidence.AreMade(evidence[column]) ? [new HeaderMeaning(ItemField.Notes, 0.6m)]
        : IsMeasured(column) || CountFit.AreNumbers(headers[column].Key, evidence[column]) ? [new HeaderMeaning(ItemField.Quantity, 0.6m)]
        : _vessels.PricesOf(column) is { Count: > 0 } priced ? priced
        : HeaderAliases.Meanings(_varieties.Undated(column) ?? headers[column].Key);

    /// <summary>"Fl. 0,75 l": how many of them, or what one costs.</summary>
    private bool IsOfOneSize(int column) => headers[column] is { Unit.Kind: UnitKind.Volume, Key: var key } && CellText.HasDigit(key)
        && HeaderWords.Says(key.TrimEnd("0123456789 ".ToCharArray()), Word.Bottle);

    /// <summary>Half a bottle is another thing.</summary>
    private bool IsHalfBottle(int column) => HeaderWords.Says(headers[column].Key, Word.Bottle)
        && (titles[column].Contains('½', StringComparison.Ordinal) || titles[column].Contains("1/2", StringComparison.Ordinal)
            || HeaderText.HasAnyWord(headers[column].Key, Halves));

    private static readonly string[] Halves = ["half", "halbe", "demi", "media", "mezza", "meia", "halve"];

    /// <summary>Beside a reorder point, the level up to which is ordered what falls below it.</summary>
    private bool IsFilledUpTo(int column) => headers[column].Key.StartsWith("restock level", StringComparison.Ordinal)
        && headers.Any(header => header.Key.StartsWith("reorder point", StringComparison.Ordinal));

    /// <summary>A "referencia" of several words is what a Spanish wine list calls its wines.</summary>
    private bool IsNameOfWine(int column) =>
        headers[column].Key is "referencia" or "reference" or "referenza" && evidence[column] is { Filled: >= 4 } cells
            && cells.Share(cells.Words) >= 0.8m
        && cells.Values.Count(value => value.AsSpan().Trim().Contains(' ')) * 2 >= cells.Distinct
        && !headers.Any(header => HeaderAliases.Meanings(header.Key) is [{ Field: ItemField.Name, Strength: >= 0.6m }, ..]);

    /// <summary>A "value" of "2kg" is how much there is.</summary>
    private bool IsMeasured(int column) =>
        headers[column].Key is "value" or "amount" or "wert" or "valor" or "valeur" or "valore"
            && evidence[column] is { Filled: >= 4 } cells
        && cells.Share(cells.Volumes + cells.Weights) >= 0.6m
            && cells.Share(cells.Volumes + cells.Weights + cells.Compounds + cells.Numbers) >= 0.9m;

    /// <summary>"Case" or "case qty" beside a case's price and a quantity: how many are in one.</summary>
    private IReadOnlyList<HeaderMeaning> CaseOf(int column) =>
        evidence[column] is { Filled: > 0, Largest: > 1 and <= 1000 } cells && cells.WholeNumbers == cells.Filled
        && HeaderGrammar.IsOnly(headers[column].Key, Word.Case, Word.Quantity) && HeaderWords.Says(headers[column].Key, Word.Case)
            && !Cases.Contains(headers[column].Key.Split(' ')[0])
        && (Beside(ItemField.CaseCost) || headers.Any(CountedInParts.AreCases)) && Beside(ItemField.Quantity) && !Beside(ItemField.CaseSize)
            ? [new HeaderMeaning(ItemField.CaseSize, 0.8m)]
            : [];

    private bool Beside(string field) => All.Any(found => found is [{ Strength: >= 0.6m } meaning, ..] && meaning.Field == field);

    /// <summary>Several: how many there are, not what is in one.</summary>
    private static readonly HashSet<string> Cases =
    [
        "cases", "boxes", "cartons", "crates", "trays", "cajas", "caisses", "kisten", "kartons", "casse", "cartoni", "scatole", "caixas",
        "dozen", "kratten",
    ];

    /// <summary>"Bottle (ml)" says how large, not how many.</summary>
    private static IReadOnlyList<HeaderMeaning> SizeOf(HeaderText header) =>
        header is { Unit.Kind: UnitKind.Volume,
            Key: "bottle" or "btl" or "flasche" or "botella" or "bouteille" or "bottiglia" or "garrafa" or "fles" or "can" }
                ? [new HeaderMeaning(ItemField.BottleSize, 0.8m)]
                : [];
}
