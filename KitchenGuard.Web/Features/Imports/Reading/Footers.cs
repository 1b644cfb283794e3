using System.Text.RegularExpressions;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What stands around a list on its pages: page marks, sums carried over, taxes, what all is worth, who counted when, lines to sign.</summary>
internal static partial class Footers
{
    private const int MaxLength = 60;
    private const int MostTexts = 3;

    /// <summary>Sums carried from one page to the next.</summary>
    private static readonly HashSet<string> Carried = new(StringComparer.Ordinal)
    {
        "brought forward", "carried forward", "balance brought forward", "balance carried forward", "carry forward", "carried over", "bf", "cf", "b per f", "c per f",
        "report", "reports", "a reporter", "report a nouveau", "ubertrag", "uebertrag", "vortrag", "riporto", "a riportare", "da riportare", "suma y sigue", "suma anterior", "suma y va", "viene de",
        "transporte", "a transportar", "transport", "overdracht", "te transporteren", "over te brengen", "繰越", "前頁より", "次頁へ",
    };

    private static readonly HashSet<string> Taxes = new(StringComparer.Ordinal)
        { "tax", "taxes", "vat", "gst", "hst", "pst", "mwst", "ust", "umsatzsteuer", "mehrwertsteuer", "iva", "igic", "impuestos", "imposta", "tva", "taxe", "btw", "moms", "消費税" };

    /// <summary>What invoices list below the items beside taxes.</summary>
    private static readonly HashSet<string> Charges = new(StringComparer.Ordinal)
        { "delivery", "delivery fee", "freight", "shipping", "discount", "rounding", "balance due", "amount due" };

    /// <summary>What is worth something as a whole, with words for worth: "stock value", "valeur du stock", "Warenwert".</summary>
    private static readonly HashSet<string> Worth = new(StringComparer.Ordinal)
        { "value", "valuation", "valeur", "wert", "valor", "valore", "waarde", "warenwert", "lagerwert", "bestandswert", "inventarwert", "inventurwert", "voorraadwaarde", "在庫金額" };

    private static readonly HashSet<string> OfStock = new(StringComparer.Ordinal)
        { "stock", "inventory", "goods", "inventaire", "marchandises", "inventario", "existencias", "estoque", "magazzino", "scorte", "merce", "warenwert", "lagerwert", "bestandswert", "inventarwert", "inventurwert", "voorraad", "voorraadwaarde", "在庫金額" };

    private static readonly HashSet<string> Signatures = new(StringComparer.Ordinal)
        { "signature", "signatures", "signed", "unterschrift", "unterschriften", "firma", "assinatura", "handtekening", "署名", "担当者" };

    private static readonly HashSet<string> Done = new(StringComparer.Ordinal)
    {
        "checked", "counted", "prepared", "printed", "approved", "verified", "signed", "completed", "created", "exported", "generated", "recorded", "controle", "verifie", "compte", "prepare", "imprime", "edite", "fait", "etabli", "saisi",
        "gepruft", "gezahlt", "gedruckt", "erstellt", "kontrolliert", "erfasst", "aufgenommen", "controllato", "verificato", "contato", "stampato", "preparato", "compilato", "revisado", "contado", "impreso", "comprobado", "elaborado",
        "preparado", "conferido", "impresso", "verificado", "gecontroleerd", "geteld", "afgedrukt", "geprint", "opgesteld",
    };

    private static readonly HashSet<string> By = new(StringComparer.Ordinal) { "by", "on", "at", "par", "le", "von", "am", "durch", "da", "il", "por", "el", "em", "a", "door", "op" };

    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
        { "of", "the", "in", "on", "du", "de", "des", "del", "do", "di", "der", "van", "percent", "incl", "inkl", "zzgl", "plus", "dont", "total", "sales", "net", "gross", "netto", "brutto", "ht", "ttc", "excl", "exkl", "ex" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PageStarts =
        Lookup(["page", "seite", "página", "pagina", "pag", "pág", "bladzijde", "blz", "sida", "side", "strona", "stránka", "stranka", "p", "s"]);

    /// <summary>First words, to look no closer at other texts; all beyond ASCII are looked at.</summary>
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PersonStarts = Lookup([.. Signatures, .. Done]);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SumStarts =
        Lookup([.. Carried.Concat(Charges).Select(phrase => phrase.Split(' ')[0]), .. Taxes, .. Worth, .. OfStock, .. Fillers]);

    /// <summary>"Page 1 of 2", "Seite 1/2", "- 3 -".</summary>
    internal static bool IsPageMark(string text) =>
        text.Length <= MaxLength && CellText.HasDigit(text) && FirstWord(text) is var first && (first.IsEmpty || PageStarts.Contains(first)) && PageMark().IsMatch(text);

    /// <summary>Whether a record belongs to the page and not to the table: up to three texts of which each does, or "Counted by" and a name.</summary>
    internal static bool AreBeside(string[] cells)
    {
        int filled = 0, first = -1, last = -1;
        for (var i = 0; i < cells.Length && filled <= MostTexts; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]))
            {
                filled++;
                first = first < 0 ? i : first;
                last = i;
            }
        }

        if (filled == 2 && CellText.HasDigit(cells[last]) && char.IsLetter(cells[last].AsSpan().TrimStart()[0]) && !CellText.HasDigit(cells[first]) && IsPageMark(cells[last]))
        {
            // "Stock report … Page 2".
            return true;
        }

        if (filled is 0 or > MostTexts || !(IsBeside(cells[first]) || FooterLabels.Counts(cells[first], isAlone: filled == 1) || (filled == 2 && FooterLabels.Explains(cells[first], cells[last]))))
        {
            return false;
        }

        if (filled == 2 && FooterLabels.Counts(cells[first], isAlone: false))
        {
            return NumberText.Read(cells[last], default) is { State: NumberState.Read, Unit: null, Currency: null };
        }

        return cells[(first + 1)..].All(cell => string.IsNullOrWhiteSpace(cell) || IsBeside(cell) || (filled == 2 && FooterLabels.Explains(cells[first], cell)))
            || (filled == 2 && IsOfPerson(cells[first]) && !CellText.HasDigit(cells[last]) && !Unit.TryParse(cells[last], out _));
    }

    private static bool IsBeside(string text) =>
        text.Length <= MaxLength && (IsPageMark(text) || IsToFillIn(text) || EndsWithDate(text) || IsOfPerson(text));

    /// <summary>"Signature", "Checked by Ann".</summary>
    private static bool IsOfPerson(string text) => text.Length <= MaxLength && WordsOf(text, PersonStarts) is [var first, ..] words
        && ((Signatures.Contains(first) && (words.Length == 1 || text.AsSpan().TrimEnd().EndsWith(":"))) || (words.Length > 1 && Done.Contains(first) && By.Contains(words[1])));

    /// <summary>Whether a text is the label of an amount that is no item's: carried over, a tax, what all is worth.</summary>
    /// <param name="text">The label.</param>
    /// <param name="isCounted">Whether there may be a quantity beside it: only sums that are carried over have one.</param>
    internal static bool IsSum(string text, bool isCounted)
    {
        if (text.Length > MaxLength || WordsOf(text, SumStarts) is not { Length: > 0 } words)
        {
            return false;
        }

        var phrase = string.Join(' ', words);
        return Carried.Contains(phrase) || IsMadeOf(words, Worth, OfStock)
            || (!isCounted && (Charges.Contains(phrase) || IsMadeOf(words, Taxes, Taxes)));
    }

    /// <summary>Words of both kinds and nothing else but fillers and numbers.</summary>
    private static bool IsMadeOf(string[] words, HashSet<string> one, HashSet<string> other) =>
        words.Any(one.Contains) && words.Any(other.Contains) && words.All(word => one.Contains(word) || other.Contains(word) || Fillers.Contains(word) || char.IsAsciiDigit(word[0]));

    private static string[] WordsOf(string text, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> starts) =>
        FirstWord(text) is { IsEmpty: false } first && (starts.Contains(first) || first.ContainsAnyInRange('\u0080', '\uFFFF'))
            ? HeaderText.Normalize(text.ToLowerInvariant()).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string[] words) =>
        new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"Firma del encargado: ______".</summary>
    private static bool IsToFillIn(string text) => text.Contains("___", StringComparison.Ordinal) || text.Contains(".....", StringComparison.Ordinal) || text.Contains("………", StringComparison.Ordinal);

    /// <summary>"Printed 03/02/2027 14:05", "Inventaire du 3 février 2027".</summary>
    private static bool EndsWithDate(string text)
    {
        var rest = text.AsSpan().TrimEnd();
        if (rest.Length < 8 || !char.IsAsciiDigit(rest[^1]) || !char.IsLetter(rest.TrimStart()[0]))
        {
            return false;
        }

        for (var blank = rest.IndexOf(' '); blank >= 0; blank = rest.IndexOf(' '))
        {
            rest = rest[(blank + 1)..];
            if (rest.ContainsAnyExceptInRange('0', '9') && DateText.Read(rest, order: null).State is DateState.Read or DateState.Ambiguous)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\W*((page|seite|p[aá]gina|p[aá]g|bladzijde|blz|sida|side|strona|str[aá]nka)\b\.?|[ps]\.)?\s*(nr\.?|no\.?|n[°º])?\s*\d{1,4}\s*(/|of|von|de|di|sur|van|av)\s*\d{1,4}\W*$"
        + @"|^\W*((page|seite|p[aá]gina|p[aá]g|bladzijde|blz|sida|side|strona|str[aá]nka)\b\.?|[ps]\.)\s*(nr\.?|no\.?|n[°º])?\s*\d{1,4}\W*$|^[-–—]\s*\d{1,4}\s*[-–—]$|^\d{1,4}\s*(/\s*\d{1,4}\s*)?(ページ|頁)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageMark();
}
