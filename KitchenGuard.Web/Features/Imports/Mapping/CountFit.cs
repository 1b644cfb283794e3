using System.Text.RegularExpressions;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What stands under words for units and places: their names, or bare numbers that say how many there are.</summary>
internal sealed partial class CountFit(IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence)
{
    internal string? AdjustUnit(int column)
    {
        var cells = evidence[column];
        if (cells.Share(cells.UnitNames) >= 0.5m)
        {
            return ItemField.Unit;
        }

        if (cells.Share(cells.Volumes + cells.Weights) >= 0.3m)
        {
            return ItemField.PackSize;
        }

        return cells.Share(cells.Numbers) >= 0.5m ? CountedUnits(column, cells)
            : cells.Characters <= 20L * cells.Filled ? ItemField.Unit : ItemField.PackSize;
    }

    /// <summary>
    /// Under a word that may mean something else: "NR" is no container, nor is what no unit is called, which may as well be a material.
    /// </summary>
    internal bool AreUnits(int column)
    {
        var cells = evidence[column];
        return cells.Filled == 0 || cells.Share(cells.Numbers) >= 0.5m || (cells.Share(cells.UnitNames) >= 0.5m
            && (!HeaderWords.Says(headers[column].Key, Word.Wrapping)
                || cells.Values.Any(value => Unit.TryParse(value, out var unit) && unit.Code != "each")));
    }

    /// <summary>Whether most units beside a column are weights or volumes.</summary>
    internal bool AreMeasured(int column) =>
        headers.Beside(column).Any(i => HeaderAliases.Meanings(headers[i].Key) is [{ Field: ItemField.Unit }, ..]
        && evidence[i].Values.Count(value => Unit.TryParse(value, out var unit)
            && unit.Kind is UnitKind.Weight or UnitKind.Volume) * 2 >= evidence[i].Distinct && evidence[i].Filled > 0);

    /// <summary>"4 items", "1 bulb", "200g": how many, of whatever is said.</summary>
    internal static bool AreSpoken(ColumnEvidence cells) =>
        cells.Distinct > 2 && cells.Values.Count(value => Spoken().IsMatch(value)) * 10 >= cells.Distinct * 8;

    [GeneratedRegex(@"^\s*[0-9]{1,6}([.,/][0-9]{1,3})?\s?(\p{L}{1,12}( \p{L}{1,12})?)?\.?\s*$")]
    private static partial Regex Spoken();

    /// <summary>Whether another column says how many there are, in whole numbers.</summary>
    internal bool IsCountedBeside(int column) => headers.Beside(column).Any(i => evidence[i].Share(evidence[i].WholeNumbers) >= 0.9m
        && (AreNumbers(headers[i].Key, evidence[i])
            || HeaderAliases.Meanings(headers[i].Key).Any(meaning => meaning is { Field: ItemField.Quantity, Strength: >= 0.6m })));

    /// <summary>"Nombre" over numbers is the French for how many, not the Spanish for a name.</summary>
    internal static bool AreNumbers(string key, ColumnEvidence cells) =>
        key == "nombre" && cells.Filled > 1 && cells.Share(cells.WholeNumbers) >= 0.9m;

    /// <summary>"1 box" is a unit, "24 pcs" a pack, and bare numbers under "pieces" say how many there are.</summary>
    private string? CountedUnits(int column, ColumnEvidence cells)
    {
        var counts = cells.Values.Select(value => NumberText.Read(value, new NumberFormat('\0', BlankGroups: false))).ToList();
        return counts.Count(count => count is { Unit: not null, IsPerUnit: false, State: NumberState.Read }) * 10 >= counts.Count * 8
            ? counts.TrueForAll(count => count.Value == 1) ? ItemField.Unit : ItemField.PackSize
            : counts.TrueForAll(count => count.Unit is null) && ArePieces(headers[column].Key)
                && (cells.Points + cells.Commas == 0 || !HeaderText.HasAnyWord(headers[column].Key, "each", "ea"))
                && !ColumnContradictions.LookLikeMoney(cells) && !Others(column, ItemField.Quantity) && !Others(column, ItemField.CaseSize)
            ? ItemField.Quantity : null;
    }

    /// <summary>"Stk", "pcs", "n. pezzi": what is counted in pieces, not what a unit is called.</summary>
    private static bool ArePieces(string key) =>
        key is not ("unit" or "unidad" or "unite" or "unita" or "unidade" or "u" or "un" or "um" or "ct" or "no" or "nr")
        && ((Unit.TryParse(key[(key.LastIndexOf(' ') + 1)..], out var unit) && unit.Code is "each" or "bottle" or "can")
            || HeaderWords.Says(key, Word.Quantity))
        && HeaderGrammar.IsOnly(key, Word.Unit, Word.Number, Word.Bottle, Word.Quantity, Word.Stock, Word.Storage, Word.Counted,
            Word.Available, Word.Current)
        && !(HeaderWords.Says(key, Word.Stock)
            && HeaderText.HasAnyWord(key, "unit", "unidad", "unite", "unita", "unidade", "einheit", "eenheid"));

    /// <summary>Shelves have small numbers; under "Lager" a number says how many are there.</summary>
    internal string? AdjustPlace(int column)
    {
        var cells = evidence[column];
        if (cells.WholeNumbers < cells.Filled || cells.Distinct < 2 || cells.Largest >= 1000 || cells.Sequential + 1 >= cells.Filled)
        {
            return null;
        }

        return Array.Exists(headers[column].Key.Split(' '), Numbered.Contains) ? ItemField.StorageArea
            : (headers[column].Key is "lager" or "sklad" or "varasto" or "depo" or "raktar"
                || HeaderWords.Says(headers[column].Key, Word.Stock)) && !Others(column, ItemField.Quantity) ? ItemField.Quantity : null;
    }

    private static readonly HashSet<string> Numbered =
    [
        "ort", "bin", "shelf", "rack", "aisle", "regal", "fach", "platz", "lagerplatz", "scaffale", "estante", "etagere", "plank", "vak",
        "hylla", "hylde", "hylle", "棚",
    ];

    private bool Others(int column, string field) =>
        headers.Beside(column)
            .Any(i => evidence[i].Filled > 0 && HeaderAliases.Meanings(headers[i].Key) is [{ Strength: >= 0.6m } meaning, ..]
                && meaning.Field == field);
}
