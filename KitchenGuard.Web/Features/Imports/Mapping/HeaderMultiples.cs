using System.Globalization;
using System.Text.RegularExpressions;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// What one number of a column stands for, where its header says so: "Cost (cents)", "Stock in packs of 6", "Price per dozen", "Cost in
/// pounds".
/// </summary>
internal static partial class HeaderMultiples
{
    private const int Longest = 60;

    /// <summary>From here on, a bare "per 100" may as well be for grams.</summary>
    private const int LeastOfGrams = 100;

    /// <summary>"Rate (50kg)" is what a sack costs; less may be one of several sizes.</summary>
    private const int LeastOfSacks = 5;

    /// <returns>The header without what it says about its numbers; null when it says nothing of the kind.</returns>
    internal static HeaderText? Read(string header, Func<string, HeaderText> parse)
    {
        if (header.Length is 0 or > Longest)
        {
            return null;
        }

        var spaced = Humps().Replace(header, " ");
        return Of(PerCount(), (rest, said) => IsMoney(rest) && CountOf(said) is { } pieces
                ? rest with { Times = NumberOf(said), Unit = pieces }
                : null)
            ?? Of(Dozens(), (rest, said) => (IsMoney(rest) || (IsAmount(rest) && !IsBoxes(rest, said))) && rest.Unit is null
                ? rest with { Unit = Unit.FromCode("dozen") }
                : null)
            ?? Of(Cents(), (rest, _) => IsMoney(rest) ? rest with { Times = 100 } : null)
            ?? Of(Cents(), (rest, _) => rest.Key.Length == 0 ? parse("price") with { Times = 100 } : null)
            ?? Of(Pence(), (rest, _) => IsMoney(rest) && rest.Currency is null or "£" ? rest with { Times = 100, Currency = "£" } : null)
            ?? Of(Hundreds(), (rest, _) => IsMoney(rest) ? rest with { Times = 0.01m } : IsAmount(rest) ? rest with { Times = 100 } : null)
            ?? Of(Thousands(), (rest, _) => IsMoney(rest) ? rest with { Times = 0.001m }
                : IsAmount(rest) ? rest with { Times = 1000 } : null)
            ?? Of(Packs(), (rest, said) => IsAmount(rest) && rest.Unit is null && PiecesOf(said) is > 1 and var pieces
                ? rest with { Times = pieces, Unit = Unit.Each }
                : null)
            ?? Of(Measures(), (rest, said) => IsAmount(rest) && MeasureOf(said) is { } measure
                ? rest with { Times = NumberOf(said), Unit = measure }
                : null)
            ?? Of(Measures(), (rest, said) => IsMoney(rest) && MeasureOf(said) is { Code: "kg" or "lb" } sack && NumberOf(said) >= LeastOfSacks
                ? rest with { Times = NumberOf(said), Unit = sack }
                : null)
            ?? Of(Currencies(), (rest, said) => IsMoney(rest) && rest.Currency is null
                ? rest with { Currency = SignOf(said.Groups["word"].Value) }
                : null);

        HeaderText? Of(Regex says, Func<HeaderText, Match, HeaderText?> read) =>
            says.Match(spaced) is { Success: true } said
                ? read(parse(spaced.Remove(said.Index, said.Length).Insert(said.Index, " ")), said)
                : null;
    }

    private static bool IsMoney(HeaderText header) =>
        header.Currency is not null || (HeaderAliases.Meanings(header.Key) is [{ Field: { } field }, ..] && ItemField.IsMoney(field));

    private static bool IsAmount(HeaderText header) =>
        HeaderAliases.Meanings(header.Key) is [{ Field: ItemField.Quantity or ItemField.ParLevel or ItemField.ReorderPoint }, ..];

    /// <summary>In Dutch, "dozen" are boxes.</summary>
    private static bool IsBoxes(HeaderText header, Match said) =>
        said.Groups["word"].Value.Equals("dozen", StringComparison.OrdinalIgnoreCase)
            && HeaderText.HasAnyWord(header.Key, "aantal", "voorraad");

    private static decimal PiecesOf(Match said) => said.Groups["pair"].Success ? 2 : NumberOf(said);

    private static decimal NumberOf(Match said) =>
        decimal.TryParse(said.Groups["n"].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out var number) ? number : 0.5m;

    /// <summary>The single pieces that a price for several is for; null: it is for something else, or that is not certain.</summary>
    private static Unit? CountOf(Match said) => NumberOf(said) <= 1 ? null
        : said.Groups["word"].Value is not { Length: > 0 } word ? (NumberOf(said) < LeastOfGrams ? Unit.Each : null)
        : Unit.TryParse(word, out var unit) && unit.Kind == UnitKind.Count && !CountText.IsCase(unit) && unit.Code != "dozen" ? unit : null;

    private static Unit? MeasureOf(Match said) =>
        NumberOf(said) != 1 && Unit.TryParse(said.Groups["word"].Value, out var unit) && unit.Kind is UnitKind.Weight or UnitKind.Volume
            ? unit
            : null;

    private static string SignOf(string word) =>
        word.ToLowerInvariant()[0] switch { 'd' or 'p' when !word.StartsWith("po", StringComparison.OrdinalIgnoreCase) => "$",
            'p' or 's' => "£", 'e' => "€", 'y' => "¥", 'r' => "Rs", _ => "Fr." };

    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|_")]
    private static partial Regex Humps();

    [GeneratedRegex(@"(?:(?<!\p{L})(?:per|pro|par|por|je|al|à|for|für|pour|para|x|×)|/)\s*(?<n>[0-9]{1,4})\s*(?<word>\p{L}*)\.?\s*[)\]]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PerCount();

    [GeneratedRegex(@"(?:(?<!\p{L})(?:per|pro|par|por|je|al|alla|la|à|in|en|em)\s+|[/(\[]\s*)*(?<!\p{L})(?<word>dozens?|doz|dzn?|dtzd|dutzend|docenas?|douzaines?|dozzin[ae]|d[úu]zias?|ダース)(?!\p{L})\.?\s*[)\]]?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dozens();

    /// <summary>"ct" is a count or a carton as well, unless it is in brackets, behind "in" or before a slash.</summary>
    [GeneratedRegex(@"(?:(?<!\p{L})(?:in|en|em)\s+)?(?<!\p{L}|(?:per|pour|por|pro)\s+)(?:(?:euro|us)[ -]?)?(?:cents?|centimes?|c[eéê]ntimos?|centavos?|centesim[io]|[öø]re|pence|rappen|grosz[ye]?|hal[ée][řr][eůu]?|fill[ée]r|kopecks?|paise)(?!\p{L})|(?<=(?:price|amount|cost)\s)minor(?:\s+units?)?$|¢|[(\[]\s*(?:in\s+)?cts?\.?\s*[)\]]|(?<!\p{L})in\s+cts?(?!\p{L})|(?<!\p{L})cts?(?=\s*/)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cents();

    /// <summary>A small "p" in brackets: a large one is a peso.</summary>
    [GeneratedRegex(@"[(\[]\s*p\s*[)\]]", RegexOptions.CultureInvariant)]
    private static partial Regex Pence();

    [GeneratedRegex(@"[(\[]\s*(?:in\s+)?(?:hundreds|hunderten?|centaines|centenas|centinaia|honderden|hundert)\s*[)\]]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hundreds();

    [GeneratedRegex(@"(?<!\p{L})k(?=[€$£]|(?:eur|usd|gbp|chf)(?!\p{L}))|(?<=[€$£])\s*k(?!\p{L})|(?:(?<!\p{L})in\s+|[x×(]\s*)?(?<![\d.,'’])(?:['’]?000s?|1[.,'’]?000(?:s|er))(?!\d)|(?<!\p{L})(?:in\s+|[x×]\s*)1[.,'’]?000(?!\d)|(?<!\p{L})(?:(?:in|en|em)\s+)(?:thousands?|tausend(?:ern?)?|tsd\.?|miles|milliers|migliaia|milhares|duizend(?:en|tallen)?)(?!\p{L})|[(\[](?:thousands?|tausend|tsd\.?|千)[)\]]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?:(?<!\p{L})(?:in|en|em|im)\s+)?[(\[]?(?<!\p{L})(?:packs?|packets?|cases?|crates|cartons?|boxes|bags|trays|bundles|lots?|packungen|kisten|kartons?|paquetes|cajas|lotes|caisses|paquets|confezioni|casse|caixas|pacotes|pakken|dozen)\s+(?:of|de|da|di|von|à|a|zu|van)\s+(?<n>[0-9]{1,4})[)\]]?|(?<!\p{L})(?:in\s+)?[(\[]?(?<![\d.,])(?<n>[0-9]{1,3})(?:er)?[ -]?(?:packs?|packungen|kisten|kartons|träger)[)\]]?|(?<!\p{L})(?:in\s+)?[(\[]?(?<pair>pairs|paare?n?|paires|pares|paia)(?!\p{L})[)\]]?|[(\[]\s*[x×]\s*(?<n>[0-9]{1,4})\s*[)\]]|\s[x×]\s?(?<n>[0-9]{1,4})$|(?<!\p{L})in\s+(?<n>[0-9]{1,3})(?:s|'s|er|ern)(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Packs();

    [GeneratedRegex(@"[(\[]\s*(?:in\s+)?(?:(?<n>[0-9]{1,4}(?:[.,][0-9]{1,3})?)|half(?:\s+an?)?|halbe[nrs]?|demi|medi[oa]|mezz[oi]|mei[oa]|halve|½|1/2)[\s-]*(?<word>\p{L}+)\.?\s*[)\]]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Measures();

    [GeneratedRegex(@"(?<!\p{L})(?:in|en|em)\s+(?:us\s+)?(?<word>dollars?|dollari|d[óo]lares|pounds|sterling|euros?|yen|rupees|francs|franken|pesos)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Currencies();
}
