using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Labels of what a list says about itself: "Items counted, 5", "Date: 31/01/2027", "Manager, A. Smith", "Target GP%, 70".</summary>
internal static class FooterLabels
{
    private const int MaxLength = 40;

    private static readonly HashSet<string> Lines = new(StringComparer.Ordinal)
    {
        "items", "item", "lines", "positions", "articles", "products", "rows", "skus", "entries", "positionen", "artikel", "produkte", "zeilen", "produits", "references", "lignes", "articulos", "productos", "lineas", "referencias",
        "articoli", "prodotti", "righe", "artigos", "produtos", "linhas", "artikelen", "producten", "regels",
    };

    private static readonly HashSet<string> Tallies = new(StringComparer.Ordinal)
    {
        "number", "no", "count", "counted", "total", "listed", "anzahl", "gezahlt", "gezahlte", "nombre", "comptes", "numero", "contados", "contati", "contadas", "contate", "quantidade", "cantidad", "aantal", "geteld", "gesamt",
    };

    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "of", "the", "de", "des", "d", "di", "der", "van", "in", "all", "stock" };

    private static readonly HashSet<string> Numbered = new(StringComparer.Ordinal)
    {
        "page", "seite", "pagina", "week", "week no", "week number", "kw", "woche", "semaine", "semana", "settimana", "period", "variance", "total variance", "target gp", "target gp percent", "gp", "gp percent", "gross profit", "gross profit percent",
        "differenz", "ecart total", "wareneinsatz", "wareneinsatz percent",
    };

    private static readonly HashSet<string> Days = new(StringComparer.Ordinal)
        { "date", "count date", "stock date", "date counted", "counted on", "printed", "printed on", "datum", "inventurdatum", "date d inventaire", "fecha", "data", "print date", "week ending", "period ending", "stand" };

    private static readonly HashSet<string> Hours = new(StringComparer.Ordinal) { "time", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd", "start time", "end time", "finish time", "time started", "time finished" };

    private static readonly HashSet<string> Persons = new(StringComparer.Ordinal)
        { "manager", "chef", "head chef", "supervisor", "auditor", "stocktaker", "kuchenchef", "verantwortlich", "responsable", "encargado", "gerente", "gerant", "direttore", "bar manager", "kitchen manager", "general manager" };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Starts =
        new HashSet<string>(Lines.Concat(Tallies).Concat(Between).Concat(Numbered).Concat(Days).Concat(Hours).Concat(Persons).Select(phrase => phrase.Split(' ')[0]).Append("Küchenchef").Append("écart"), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"Number of items: 5" alone, or "Items counted" before its number.</summary>
    internal static bool Counts(string text, bool isAlone) => WordsOf(text) is { Length: > 0 } words && words.Any(Lines.Contains) && words.Any(Tallies.Contains)
        && CellText.HasDigit(text) == isAlone && words.All(word => Lines.Contains(word) || Tallies.Contains(word) || Between.Contains(word) || (isAlone && word.All(char.IsAsciiDigit)));

    /// <summary>Whether a text is a label and the other what it is of: a day, an hour, a number, somebody.</summary>
    internal static bool Explains(string label, string value)
    {
        var words = WordsOf(label);
        if (words.Length is 0 or > 4)
        {
            return false;
        }

        var phrase = string.Join(' ', words);
        return Numbered.Contains(phrase) ? NumberText.Read(value, new NumberFormat('.', false)) is { State: NumberState.Read, Unit: null, Currency: null } or { IsPercent: true }
            : Days.Contains(phrase) ? DateText.Read(value, order: null).State is DateState.Read or DateState.Ambiguous
            : Hours.Contains(phrase) ? value.Trim() is [_, ':', _, _, ..] or [_, _, ':', _, _, ..]
            : Persons.Contains(phrase) && value.Length > 2 && !CellText.HasDigit(value) && !Unit.TryParse(value, out _);
    }

    private static string[] WordsOf(string text)
    {
        var start = text.AsSpan().TrimStart();
        var end = 0;
        while (end < start.Length && char.IsLetter(start[end]))
        {
            end++;
        }

        return end > 0 && text.Length <= MaxLength && Starts.Contains(start[..end]) ? HeaderText.Normalize(text.ToLowerInvariant()).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
