using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>
/// Columns that say which of several things of one name is meant: a wine's vintage, a meat's cut, a syrup's flavour. One that was given as
/// <see cref="ItemField.NamePart"/> joins the name. Of the others nothing is stored, but rows of one name that differ there are probably two items.
/// </summary>
internal sealed class NameParts
{
    private static readonly HashSet<string> Known =
    [
        .. ("vintage|year|jahrgang|jg|millesime|annee|annata|anno|anada|cosecha|safra|colheita|jaargang|argang|rocznik|viti|年份|ヴィンテージ|"
            + "variety|varieties|varietal|grape|sorte|rebsorte|variete|cepage|variedad|variedade|varieta|vitigno|ras|druif|sort|odmiana|"
            + "cut|teilstuck|morceau|corte|taglio|flavour|flavor|geschmack|geschmacksrichtung|gout|parfum|arome|aroma|sabor|gusto|smaak|smak|"
            + "colour|color|farbe|couleur|colore|kleur|grade|calibre|caliber|kaliber|qualitat|form|zustand|"
            + "variant|variant name|variation|variation name|variante|producer|winery|estate|domaine|weingut|erzeuger|winzer|producteur|productor|bodega|produttore|cantina|produtor|producent").Split('|'),
    ];

    private readonly int[] _varieties;
    private readonly int _joined;

    internal NameParts(ReadPlan plan)
    {
        _varieties = [.. plan.Columns.Where(column => column.Field is null && Known.Contains(HeaderText.Normalize(column.Header))).Select(column => column.Column - 1)];
        _joined = (plan.ColumnOf(ItemField.NamePart)?.Column ?? 0) - 1;
    }

    /// <summary>The name with its part, unless it has it already.</summary>
    internal string Join(string name, string[] cells)
    {
        var part = TextOf(_joined, cells);
        return part is null || NumberText.IsNothing(name) || HasWords(name, part) ? name : $"{name} {part}";
    }

    /// <summary>What the other columns say; null: nothing.</summary>
    internal string? VarietyOf(string[] cells)
    {
        var said = _varieties.Select(index => TextOf(index, cells)).OfType<string>().ToList();
        return said.Count == 0 ? null : CellText.Cut(string.Join(", ", said));
    }

    private static string? TextOf(int index, string[] cells) =>
        index >= 0 && index < cells.Length && CellText.Line(TypedCell.Plain(cells[index])) is var text && !NumberText.IsNothing(text) ? text : null;

    private static bool HasWords(string name, string part) => $" {name} ".Contains($" {part} ", StringComparison.OrdinalIgnoreCase);
}
