using System.Buffers;
using System.Globalization;
using System.Text;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>A header taken apart: what it names, and the unit and currency that it gives for all cells.</summary>
/// <param name="Key">Lower case without accents, marks and what stands in brackets; <c>#</c> is "number", <c>%</c> "percent", <c>/</c>
/// "per".</param>
/// <param name="Unit">The unit in brackets or at the end, as in "Size (ml)", "bottle_size_ml".</param>
/// <param name="Currency">The currency sign or code in brackets or at the end, as in "Unit Cost ($)".</param>
internal sealed record HeaderText(string Key, Unit? Unit, string? Currency)
{
    /// <summary>
    /// How many of the unit one number is about: 6 of "stock (x6)" and "price per 6", 100 of prices in cents, 0.001 of prices in thousands.
    /// </summary>
    internal decimal Times { get; init; } = 1;

    internal static HeaderText Parse(string header) => HeaderMultiples.Read(header, ParseRest) ?? ParseRest(header);

    private static HeaderText ParseRest(string header)
    {
        Unit? unit = null;
        string? currency = null;
        var plain = new StringBuilder(header.Length);
        var at = 0;
        while (at < header.Length)
        {
            var close = header[at] switch { '(' => ')', '[' => ']', '（' => '）', '{' => '}', '【' => '】', '［' => '］', '〔' => '〕', _ => '\0' };
            var end = close == '\0' ? -1 : header.IndexOf(close, at);
            if (end < 0)
            {
                plain.Append(header[at++]);
                continue;
            }

            ReadBrackets(header[(at + 1)..end].Trim(), plain, ref unit, ref currency);
            plain.Append(' ');
            at = end + 1;
        }

        var key = Normalize(plain.ToString());
        if (OnlyCurrency(plain.ToString(), out var sign, out var priced))
        {
            return new HeaderText(priced?.Code == "portion" ? "price per portion" : "price", priced ?? unit, sign);
        }

        var taken = TakeEnd(key, unit
            ?? (key is "ml" or "cl" ? Data.Inventory.Unit.FromCode(key) : Litres.Contains(key) ? Data.Inventory.Unit.FromCode("l") : null),
                currency);
        return taken.Unit is null ? HeaderCases.Take(TakePer(taken)) : taken;
    }

    /// <summary>"Euro", "$/kg", "HKD/元": a header that is nothing but a currency, perhaps per unit, is over prices.</summary>
    private static bool OnlyCurrency(string header, out string? sign, out Unit? per)
    {
        (sign, per) = (null, null);
        foreach (var part in header.Split(['/', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            // "$HKD": the code says which dollar.
            var code = part.Length > 3 && char.GetUnicodeCategory(part[0]) == UnicodeCategory.CurrencySymbol ? part[1..] : part;
            if (IsClearCurrency(code))
            {
                sign ??= code;
            }
            else if (sign is null || per is not null || !Unit.TryParse(part, out per))
            {
                return false;
            }
        }

        return sign is not null;
    }

    /// <summary>"Fr" may be a Friday and "Q" a quantity.</summary>
    private static bool IsClearCurrency(string text) =>
        CurrencyText.IsCurrency(text) && (text.Length > 2 || !char.IsAsciiLetter(text[0]) || text is "kr" or "Kr" or "Rs" or "Rp" or "RM");

    /// <summary>Headers that are nothing but the unit of a bottle's size.</summary>
    internal static readonly HashSet<string> Litres = ["l", "liter", "liters", "litre", "litres", "litri", "litro", "litros"];

    internal static bool HasWord(string key, string word) => Array.IndexOf(key.Split(' '), word) >= 0;

    internal static bool HasAnyWord(string key, params string[] words) => key.Split(' ').Intersect(words).Any();

    private static readonly string[] PerWords = [" per ", " pro ", " par ", " por ", " je ", " al "];

    /// <summary>
    /// "Cost per kg", "Preis/Fl.": what is priced is one such unit. "Per unit" and "per piece" say no more than "unit cost".
    /// </summary>
    private static HeaderText TakePer(HeaderText header)
    {
        foreach (var word in PerWords)
        {
            var at = header.Key.IndexOf(word, StringComparison.Ordinal);
            if (at > 0 && UnitOf(header.Key[(at + word.Length)..]) is { } unit && unit.Code is not ("each" or "dozen" or "portion")
                && HeaderAliases.Meanings(header.Key[..at]) is [{ Field: { } field }, ..] && ItemField.IsMoney(field))
            {
                return HeaderAliases.IsListed(header.Key)
                    ? header with { Unit = unit }
                    : header with { Key = header.Key[..at], Unit = unit };
            }
        }

        return header;
    }

    /// <summary>The unit of "kg", or the first of "case / box".</summary>
    private static Unit? UnitOf(string key) => Unit.TryParse(key, out var unit) ? unit
        : key.Split(" per ") is [var first, var other] && Unit.TryParse(first, out unit) && Unit.TryParse(other,
            out var second) && unit.Kind == UnitKind.Count && second.Kind == UnitKind.Count ? unit : null;

    /// <summary>
    /// Brackets hold a currency, a unit or both ("$/kg"); words such as "per case" belong to the header itself, others do not.
    /// </summary>
    private static void ReadBrackets(string inside, StringBuilder plain, ref Unit? unit, ref string? currency)
    {
        inside = inside.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? inside[3..].Trim() : inside;
        if (inside.Contains('y', StringComparison.OrdinalIgnoreCase) && !inside.AsSpan().ContainsAnyExcept(DatePattern))
        {
            return;
        }

        if (CurrencyText.IsCurrency(inside))
        {
            currency ??= inside;
            return;
        }

        var slash = inside.IndexOf('/');
        var front = slash < 0 ? "" : inside[..slash].Trim();
        if (Unit.TryParse(inside[(slash + 1)..].Trim(), out var found) && (front.Length == 0 || CurrencyText.IsCurrency(front)))
        {
            unit ??= found;
            currency = front.Length > 0 ? front : currency;
            return;
        }

        // What examples have in common is said before them, and a slash between two words is no "per".
        var words = Normalize(slash < 0 ? inside : inside.Replace('/', ' ')).Split(' ');
        if (!AreExamples(inside, words) && (inside == "%" || words.Intersect(Telling).Any() || HeaderWords.AreTelling(words)))
        {
            plain.Append(' ').Append(inside);
        }
    }

    /// <summary>"Type (red, white, rosé)", "Unit (kg/l/pcs)", "区分（例: 純米）", and what is only said about filling in.</summary>
    private static bool AreExamples(string inside, string[] words) =>
        inside.Count(Between.Contains) >= 2 || ExampleMarks.Any(mark => inside.Contains(mark, StringComparison.OrdinalIgnoreCase))
            || (words is [var only] && FillingIn.Contains(only)) || words is [_, _, .., "only" or "change" or "editable"];

    private static readonly HashSet<char> Between = ['/', ',', '、', '，', ';', '|', '／'];

    private static readonly string[] ExampleMarks =
    [
        "e.g", "eg.", "eg:", "etc", "ex:", "ex.:", "exemple", "example", "ejemplo", "p. ej", "p.ej", "par ex", "p. ex", "z.b", "z. b",
        "bijv", "np.", "např", "pl.:", "напр", "örn", "contoh", "ví dụ", "เช่น", "例", "예", "...", "…",
    ];

    private static readonly HashSet<string> FillingIn =
    [
        "required", "optional", "mandatory", "obligatorio", "opcional", "obligatoire", "facultatif", "optionnel", "pflichtfeld", "pflicht",
        "obbligatorio", "facoltativo", "verplicht", "optioneel", "必須", "任意", "必填", "选填", "選填", "필수", "선택",
    ];

    /// <summary>"Expiry (dd/mm/yyyy)".</summary>
    private static readonly SearchValues<char> DatePattern = SearchValues.Create("dmyDMY/.- ");

    private static readonly string[] Telling =
    [
        "per", "case", "cases", "cs", "carton", "total", "retail", "sale", "percent", "pro", "por", "par", "caja", "kiste", "karton",
        "cartone", "caixa", "max", "min", "m3", "cbm", "ケース",
    ];

    /// <summary>Header or alias for comparison.</summary>
    internal static string Normalize(string header)
    {
        var spaced = new StringBuilder(header.Length + 8);
        for (var i = 0; i < header.Length; i++)
        {
            var c = header[i];
            if (i > 0 && char.IsLower(header[i - 1]) && (char.IsUpper(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol))
            {
                spaced.Append(' ');
            }

            spaced.Append(c switch
            {
                '#' or '№' => " number ",
                '%' => " percent ",
                // "Q.tà", "P.V.P." and "U/M" are one word each.
                '.' or '/' when IsInitial(header, i) => "",
                '/' or '／' => " per ",
                '°' or 'º' => "o",
                'ß' => "ss",
                // Vowels of Indian scripts are marks.
                _ when char.IsLetterOrDigit(c)
                    || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                        or UnicodeCategory.CurrencySymbol => c.ToString(),
                _ => " ",
            });
        }

        var result = new StringBuilder(spaced.Length);
        foreach (var c in ItemIdentity.Normalize(spaced.ToString()).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                // "İ" is lower only without its point.
                result.Append(char.ToLowerInvariant(c));
            }
        }

        return ItemIdentity.Collapse(result.ToString());
    }

    /// <summary>Whether a mark stands after a single letter and before another (a point also before several).</summary>
    private static bool IsInitial(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1])
            && (at == 1 || !char.IsLetterOrDigit(text[at - 2]))
        && (text[at] == '.' || at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    /// <summary>"Precio mililitro", "prix litre": nothing but a price and what it is for.</summary>
    private static bool IsPrice(string key) =>
        key is "price" or "precio" or "prix" or "preis" or "prezzo" or "preco" or "prijs" or "cost" or "coste" or "costo" or "custo"
            or "cout";

    /// <summary>Takes a unit of measure or a currency off the end of a key of several words.</summary>
    private static HeaderText TakeEnd(string key, Unit? unit, string? currency)
    {
        var blank = key.LastIndexOf(' ');
        if (blank > 0 && !key[..blank].EndsWith(" per", StringComparison.Ordinal))
        {
            var last = key[(blank + 1)..];
            if (unit is null && (last.Length <= 4 || IsPrice(key[..blank])) && Unit.TryParse(last, out var found)
                && found.Kind is UnitKind.Volume or UnitKind.Weight)
            {
                // "Stock in kg".
                var end = blank > 3 && key[..blank] is [.., ' ', 'i' or 'e', 'n' or 'm'] ? blank - 3 : blank;
                return new HeaderText(key[..end], found, currency);
            }

            if (currency is null && last is not ("r" or "q") && !(last == "le" && key[..blank] == "gia")
                && !(last == "cad" && key[..blank] is "fecha" or "fec" or "f" or "data") && CurrencyText.IsCurrency(last))
            {
                return new HeaderText(key[..blank], unit, last);
            }
        }

        return new HeaderText(key, unit, currency);
    }
}
