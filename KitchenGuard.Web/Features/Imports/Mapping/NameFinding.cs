using System.Text.RegularExpressions;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>Finds what the items are called where no column says so.</summary>
internal sealed partial class NameFinding(ColumnFields columns, IReadOnlyList<HeaderText> headers, IReadOnlyList<ColumnEvidence> evidence,
    int headerLine, Pivot? pivot)
{
    /// <summary>Whether no header says anything of most columns.</summary>
    private bool IsBare =>
        headerLine == 0 || Enumerable.Range(0, headers.Count).Where(i => evidence[i].Filled > 0).ToList() is var filled
            && filled.Count(i => headers[i].Key.Length > 0) * 3 <= filled.Count;

    /// <summary>Without a column called name, a brand or description that differs from row to row is what the items are called.</summary>
    internal void Find(List<Candidate> candidates)
    {
        var best = candidates.Where(c => c.Field == ItemField.Name && evidence[c.Column].Filled > 0).OrderByDescending(c => c.Strength)
            .FirstOrDefault();
        var column = best?.Column ?? -1;
        column = column >= 0 ? column : Speaking(Describes);
        column = column >= 0 ? column : Speaking(i => headers[i].Key is "brand" or "marca" or "marque" or "marke");

        if (column < 0)
        {
            column = DifferentGroup();
        }

        if (column < 0)
        {
            // What was bought several times is described several times.
            column = Enumerable.Range(0, headers.Count)
                .FirstOrDefault(i => !columns.IsGiven[i] && Describes(i) && evidence[i] is { Distinct: > 1 } cells
                    && cells.Share(cells.Numbers) < 0.5m && !IsProse(cells), -1);
        }

        // Under an unknown title, the one column of text is the name only in what is clearly a list of stock or prices.
        if (column < 0 && (IsBare || columns.Fields.Count(field => field is not null) + (pivot?.Columns.Count ?? 0) >= 2
            || IsCountOrPriceList()))
        {
            column = OnlyText();
            if (column >= 0 && !IsBare)
            {
                columns.Note(IssueCode.ColumnUnsure, column,
                    $"No column says that it holds the items' names, so '{columns.TitleOf(column)}' was taken. Change it if it does not.");
            }
        }

        if (column >= 0 && !columns.IsGiven[column])
        {
            columns.Give(column, ItemField.Name, 0.6m);
        }
    }

    /// <summary>
    /// "Fruit, Qty", "Cake, Price": one text, all others numbers, one of which clearly says how many or how dear. A "rate" may be an
    /// hour's.
    /// </summary>
    private bool IsCountOrPriceList() =>
        Enumerable.Range(0, headers.Count).Count(i => evidence[i].Filled > 0 && evidence[i].Share(evidence[i].Numbers) < 0.9m) == 1
        && Enumerable.Range(0, headers.Count)
            .Any(i => columns.Fields[i] is ItemField.Quantity or ItemField.UnitCost or ItemField.SalePrice && columns.Confidence[i] >= 0.7m
                && !HeaderWords.Says(headers[i].Key, Word.Rate) && evidence[i].Filled >= 4);

    /// <summary>The first text that differs from row to row under a header of a kind.</summary>
    private int Speaking(Func<int, bool> ofKind) =>
        Enumerable.Range(0, headers.Count)
            .FirstOrDefault(i => !columns.IsGiven[i] && ofKind(i) && !(IsProse(evidence[i]) && DifferentGroup() >= 0)
        && evidence[i].Distinct * 2 >= evidence[i].Filled && evidence[i].Share(evidence[i].Numbers) < 0.5m, -1);

    private bool Describes(int column) =>
        HeaderWords.Says(headers[column].Key, Word.Description) || Descriptions.Contains(headers[column].Key)
            || FirstLine().IsMatch(headers[column].Key);

    /// <summary>Notes beside a name, and the name where there is none.</summary>
    private static readonly HashSet<string> Descriptions =
    [
        "opis", "popis", "beskrivning", "beskrivelse", "kuvaus", "leiras", "descriere", "aciklama", "описание", "опис", "περιγραφη",
        "mo ta", "deskripsi", "keterangan", "uraian", "detalle", "detalles", "説明", "说明", "說明", "描述", "설명", "תיאור", "وصف",
    ];

    /// <summary>"Zeile 1", "Text1": the first line of a label.</summary>
    [GeneratedRegex("^(text|texto|texte|testo|tekst|line|zeile|ligne|linea|linha|regel|riga) ?1$")]
    private static partial Regex FirstLine();

    /// <summary>
    /// "Art", "Sorte", "Variety": a group that is another one in each row is what the items are called; -1: there is none.
    /// </summary>
    private int DifferentGroup()
    {
        var group = columns.ColumnOf(ItemField.Category);
        return group >= 0 && !columns.IsGiven[group] && TellApart(evidence[group], evidence) ? group : -1;
    }

    /// <summary>Whether a text is another one in nearly each row.</summary>
    internal static bool TellApart(ColumnEvidence cells, IReadOnlyList<ColumnEvidence> all) =>
        cells is { Filled: >= 4, DistinctIsKnown: true } && cells.Distinct * 10 >= cells.Filled * 9
        && cells.Filled * 10 >= all.Max(other => other.Filled) * 9 && cells.Share(cells.Numbers) < 0.1m;

    /// <summary>
    /// "Freshly picked, on the tree": several words each, half of them without a capital at the start or with a stop at the end.
    /// </summary>
    internal static bool IsProse(ColumnEvidence cells)
    {
        var texts = cells.Values.Take(100).Select(value => value.Trim()).Where(value => value.Length > 0).ToList();
        return texts.Count >= 4 && texts.Sum(text => text.Count(c => c == ' ') + 1) >= 3 * texts.Count
            && texts.Count(text => char.IsLower(text[0]) || text[^1] is '.' or '!' || text.Count(c => c == ' ') >= 9) * 2 >= texts.Count;
    }

    /// <summary>
    /// The one column of text that differs from row to row, beside others that say the same in many; -1 when there are several or none.
    /// </summary>
    private int OnlyText()
    {
        var texts = Enumerable.Range(0, headers.Count)
            .Where(i => columns.IsOpen(i) && evidence[i] is var cells && cells.Filled > 0 && !HeaderWords.Says(headers[i].Key, Word.Other)
                && !(!IsBare && HeaderGrammar.IsOnly(headers[i].Key, Word.Sale))
            && !ColumnContradictions.SpeakAgainst(ItemField.Name, cells)
            && cells.Share(cells.Numbers + cells.Volumes + cells.Weights + cells.Dates + cells.UnitNames) < 0.3m
            && !(IsBare && (IsCodes(cells) || cells is { Filled: >= 3, Distinct: 1 })))
            .OrderByDescending(i => evidence[i].Distinct).ToList();
        if (IsBare && texts.Exists(i => !IsProse(evidence[i])))
        {
            texts.RemoveAll(i => IsProse(evidence[i]));
        }
        else if (IsBare && texts.Count > 1)
        {
            // Names in small letters before what is said about them at length.
            texts.RemoveAll(i => i > texts.Min() && evidence[i].Characters > evidence[texts.Min()].Characters);
        }

        if (IsBare && texts is [var only] && evidence[only].Share(evidence[only].Words) >= 0.9m
            && evidence[only].Distinct * 10 >= evidence[only].Filled * 4)
        {
            // Nothing else can be: what comes again was bought again.
            return only;
        }

        if (texts.Count == 0 || evidence[texts[0]].Distinct * 10 < Math.Min(evidence[texts[0]].Filled, 4096) * 8)
        {
            return -1;
        }

        // Who writes no header writes the name before what describes it.
        if (IsBare && texts.Where(i => evidence[i].Distinct * 10 >= evidence[texts[0]].Distinct * 9).OrderBy(i => IsSlugs(evidence[i]))
            .ThenBy(i => i).First() is var first
            && TellApart(evidence[first], evidence) && !IsProse(evidence[first]))
        {
            return first;
        }

        return texts.Count == 1 || (evidence[texts[0]].Filled >= 6 && evidence[texts[1]].Distinct * 10 <= evidence[texts[0]].Distinct * 6)
            ? texts[0]
            : -1;
    }

    /// <summary>"A1", "D12": most are codes of shelves or machines.</summary>
    private static bool IsCodes(ColumnEvidence cells) =>
        cells.Values.Count(value => CellText.HasDigit(value)
            && !value.Contains(' ', StringComparison.Ordinal)) * 10 >= cells.Values.Count * 6;

    /// <summary>"iced-coffee": names as addresses have them.</summary>
    private static bool IsSlugs(ColumnEvidence cells) => cells.Values.Count(Slug().IsMatch) * 10 >= cells.Values.Count * 6;

    [GeneratedRegex("^(?=.*[a-z])[a-z0-9]+([-_][a-z0-9]+)+$")]
    private static partial Regex Slug();
}
