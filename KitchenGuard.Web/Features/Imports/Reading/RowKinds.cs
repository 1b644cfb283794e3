using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Tells records that are not items from those that are: repeated headers, totals, headings, prose.</summary>
internal sealed class RowKinds(ReadPlan plan)
{
    private static readonly System.Buffers.SearchValues<char> Ruling = System.Buffers.SearchValues.Create("-=_*~+:|# \t–—─━│┼");

    private static readonly HashSet<string> TotalWords = new(StringComparer.Ordinal)
    {
        "total", "totals", "subtotal", "subtotals", "sub-total", "totale", "totali", "totaux", "sous-total", "gesamt", "gesamtsumme", "zwischensumme", "summe", "somme",
        "suma", "subtotale", "totaal", "合計", "総合計", "小計", "総計", "計", "sum",
    };

    private static readonly HashSet<string> AroundTotal = new(StringComparer.Ordinal)
    {
        "grand", "general", "général", "generale", "geral", "inventory", "inventario", "inventaire", "value", "valor", "valeur", "valore", "wert", "stock", "cost", "costs", "of", "de", "del", "the",
        "amount", "items", "units", "kitchen", "bar", "all", "overall", "qty", "quantity", "ttc", "ht", "page", "report", "des", "items:", "und", "count", "usd", "eur",
        "net", "gross", "netto", "brutto", "excl", "incl", "exkl", "inkl", "ex", "inc", "excluding", "including", "without", "with", "vat", "gst", "tax", "mwst", "iva", "tva", "btw", "ust",
    };

    private readonly HashSet<int> _titles = [.. plan.Rows.Titles];
    private readonly int[] _counts = [.. plan.Columns.Where(column => column.Field is not null and not ItemField.Name && !ItemField.IsMoney(column.Field)).Select(column => column.Column - 1)];

    private readonly string[] _header = [.. plan.Columns.Select(column => ItemIdentity.Normalize(column.Header))];
    private readonly int _name = (plan.ColumnOf(ItemField.Name)?.Column ?? 0) - 1;

    private readonly int[] _numbers = [.. plan.Columns.Where(column => ItemField.IsNumber(column.Field)).Select(column => column.Column - 1)];

    private readonly int[] _texts = [.. plan.Columns
        .Where(column => column.Field is ItemField.Sku or ItemField.Barcode or ItemField.Category or ItemField.Brand or ItemField.Supplier or ItemField.BottleSize
            or ItemField.PackSize or ItemField.Unit or ItemField.StorageArea)
        .Select(column => column.Column - 1)];

    /// <summary>The code of the notice under which a record is skipped; null when it may be an item.</summary>
    internal string? Skip(int line, string[] cells)
    {
        int filled = 0, first = -1;
        for (var i = 0; i < cells.Length; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]))
            {
                first = first < 0 ? i : first;
                filled++;
            }
        }

        if (first < 0)
        {
            return null;
        }

        if (!char.IsLetterOrDigit(cells[first][0]) && (IsRule(cells) || IsComment(cells, first)))
        {
            return IssueCode.Prose;
        }

        if (IsTotal(cells, first))
        {
            return IssueCode.Total;
        }

        if (filled >= 1 && IsHeader(cells, filled))
        {
            return IssueCode.RepeatedHeader;
        }

        if (plan.Columns.Count < 2 ? Footers.IsPageMark(cells[first]) : Footers.AreBeside(cells))
        {
            return IssueCode.Prose;
        }

        if (filled > 1 || plan.Columns.Count < 2)
        {
            return null;
        }

        if (SectionTexts.IsCall(cells[first]))
        {
            return IssueCode.Prose;
        }

        if (_titles.Contains(line) || (first == _name && plan.Rows.Headings && SectionTexts.PlaceOf(cells[first]) is not null))
        {
            return IssueCode.Heading;
        }

        if (plan.Rows.LastTableLine is { } last && line > last)
        {
            return IssueCode.Prose;
        }

        if (first != _name && IsWord(cells[first]))
        {
            return plan.Rows.VariantOf == first + 1 ? null : IssueCode.Heading;
        }

        var heads = plan.Rows.Headings || cells[first].TrimEnd().EndsWith(':') || (plan.Rows.CapitalHeadings && IsCapital(cells[first]));
        return first == _name && heads ? IssueCode.Heading : null;
    }

    /// <summary>A line of dashes, as drawn tables have under their header.</summary>
    private static bool IsRule(string[] cells)
    {
        var longest = 0;
        foreach (var cell in cells)
        {
            if (cell.AsSpan().ContainsAnyExcept(Ruling))
            {
                return false;
            }

            longest = Math.Max(longest, cell.AsSpan().Trim().Length);
        }

        return longest >= 3;
    }

    /// <summary>"# checked by Anna": a mark, a blank and words. "#10 can" is an item.</summary>
    private bool IsComment(string[] cells, int first)
    {
        var text = cells[first].AsSpan().TrimStart();
        return first == 0 && text.Length > 3 && text[0] == '#' && text[1] == ' ' && char.IsLetter(text[2]) && IsBlank(cells, _numbers, first);
    }

    private bool IsHeader(string[] cells, int filled)
    {
        if (plan.Detected.HeaderLine == 0 || cells.Length < _header.Length - 1)
        {
            return false;
        }

        var same = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
            {
                continue;
            }

            // Most records differ from the header in their first filled cell.
            if (i >= _header.Length || cells[i].Length > 200 || ItemIdentity.Normalize(cells[i]) != _header[i])
            {
                return false;
            }

            same++;
        }

        return same == filled && (same >= 2 || _header.Length == 1);
    }

    private bool IsTotal(string[] cells, int first)
    {
        // The label stands in the name's column or in the first filled one.
        return IsTotalLabel(cells, first) || (_name >= 0 && _name != first && _name < cells.Length && IsTotalLabel(cells, _name));
    }

    private bool IsTotalLabel(string[] cells, int at)
    {
        var text = cells[at];
        if (text.Length is 0 or > 60)
        {
            return false;
        }

        if (at == _name && Footers.IsSum(text, isCounted: !IsBlank(cells, _counts, at)) && IsBlank(cells, _texts, at) && (_texts.Length > 0 || text.Contains(' ')))
        {
            return true;
        }

        if (!MayBeTotal(text))
        {
            return false;
        }

        var words = WordsOf(text);
        var label = IsLabel(words);
        if (!label && !NamesGroup(text, words))
        {
            return false;
        }

        // "Total Beer" is a total only where nothing else says that it is an item.
        return IsBlank(cells, _texts, at)
            && (label ? _texts.Length > 0 || words.Length > 1 || TotalWords.Contains(words[0]) : _texts.Length > 0);
    }

    /// <summary>Whether a text that stands alone in its record says that it is a total: "Grand total:", "Summe Wein", a formula that adds up.</summary>
    internal static bool SaysTotal(string text) => text.Length is > 0 and <= 60 && MayBeTotal(text) && WordsOf(text) is var words && (IsLabel(words) || NamesGroup(text, words));

    /// <summary>Whether a text is set apart as headings are: in capitals, or with a colon behind it.</summary>
    internal static bool IsCapital(string text) => text.AsSpan().TrimEnd().EndsWith(":") || (text.Any(char.IsUpper) && !text.Any(char.IsLower));

    private static string[] WordsOf(string text) => ItemIdentity.Normalize(text).TrimEnd(':', ' ', '.').Split(' ');

    private static bool IsLabel(string[] words) => words.All(word => TotalWords.Contains(word) || AroundTotal.Contains(word.Trim(':', '(', ')', '.')));

    private static bool NamesGroup(string text, string[] words) =>
        TotalWords.Contains(words[0].TrimEnd(':')) || TotalWords.Contains(words[^1]) || (text[0] == '=' && text.EndsWith(')'));

    private static bool IsBlank(string[] cells, int[] columns, int except) =>
        Array.TrueForAll(columns, column => column == except || column >= cells.Length || string.IsNullOrWhiteSpace(cells[column]));

    private static bool MayBeTotal(string text) =>
        text.Contains("tot", StringComparison.OrdinalIgnoreCase) || text.Contains("sum", StringComparison.OrdinalIgnoreCase)
        || text.Contains("somme", StringComparison.OrdinalIgnoreCase) || text.Contains("gesamt", StringComparison.OrdinalIgnoreCase) || text.Contains('計');

    private static bool IsWord(string text) => text.AsSpan().Trim() is var trimmed && trimmed.Length > 0 && !char.IsDigit(trimmed[0]) && trimmed.ContainsAnyInRange('A', '\uFFFC');
}
