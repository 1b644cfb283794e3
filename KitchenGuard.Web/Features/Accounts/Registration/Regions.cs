using System.Collections.Frozen;
using System.Globalization;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Net.Http.Headers;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>What people in one place mostly use.</summary>
/// <param name="Locale">BCP 47.</param>
/// <param name="TimeZone">IANA.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record Region(string Locale, string TimeZone, string Currency);

/// <summary>The choices of time zone, currency and locale, and what is sensible for a browser's languages.</summary>
public static class Regions
{
    // The first of a language is the one for a browser that names the language alone.
    private static readonly Region[] Known =
    [
        new("en-US", "America/New_York", "USD"), new("en-GB", "Europe/London", "GBP"), new("en-AU", "Australia/Sydney", "AUD"),
        new("en-CA", "America/Toronto", "CAD"), new("en-IE", "Europe/Dublin", "EUR"), new("en-IN", "Asia/Kolkata", "INR"),
        new("en-NZ", "Pacific/Auckland", "NZD"), new("en-SG", "Asia/Singapore", "SGD"), new("en-ZA", "Africa/Johannesburg", "ZAR"),
        new("de-DE", "Europe/Berlin", "EUR"), new("de-AT", "Europe/Vienna", "EUR"), new("de-CH", "Europe/Zurich", "CHF"),
        new("es-ES", "Europe/Madrid", "EUR"), new("es-MX", "America/Mexico_City", "MXN"), new("es-AR", "America/Argentina/Buenos_Aires", "ARS"),
        new("es-CL", "America/Santiago", "CLP"), new("es-CO", "America/Bogota", "COP"), new("es-PE", "America/Lima", "PEN"),
        new("es-US", "America/New_York", "USD"), new("fr-FR", "Europe/Paris", "EUR"), new("fr-BE", "Europe/Brussels", "EUR"),
        new("fr-CA", "America/Toronto", "CAD"), new("fr-CH", "Europe/Zurich", "CHF"), new("it-IT", "Europe/Rome", "EUR"),
        new("it-CH", "Europe/Zurich", "CHF"), new("pt-PT", "Europe/Lisbon", "EUR"), new("pt-BR", "America/Sao_Paulo", "BRL"),
        new("nl-NL", "Europe/Amsterdam", "EUR"), new("nl-BE", "Europe/Brussels", "EUR"), new("ja-JP", "Asia/Tokyo", "JPY"),
        new("da-DK", "Europe/Copenhagen", "DKK"), new("sv-SE", "Europe/Stockholm", "SEK"), new("nb-NO", "Europe/Oslo", "NOK"),
        new("fi-FI", "Europe/Helsinki", "EUR"), new("pl-PL", "Europe/Warsaw", "PLN"), new("cs-CZ", "Europe/Prague", "CZK"),
        new("hu-HU", "Europe/Budapest", "HUF"), new("ro-RO", "Europe/Bucharest", "RON"), new("el-GR", "Europe/Athens", "EUR"),
        new("tr-TR", "Europe/Istanbul", "TRY"), new("ca-ES", "Europe/Madrid", "EUR"), new("uk-UA", "Europe/Kyiv", "UAH"),
        new("ko-KR", "Asia/Seoul", "KRW"), new("zh-CN", "Asia/Shanghai", "CNY"), new("zh-TW", "Asia/Taipei", "TWD"),
        new("hi-IN", "Asia/Kolkata", "INR"), new("id-ID", "Asia/Jakarta", "IDR"), new("th-TH", "Asia/Bangkok", "THB"),
        new("vi-VN", "Asia/Ho_Chi_Minh", "VND"),
    ];

    private const string Currencies =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK " +
        "DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS " +
        "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD " +
        "OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY " +
        "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

    private static readonly FrozenSet<string> CurrencyCodes = Currencies.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<string>> Zones = new(() =>
    [
        .. TimeZoneInfo.GetSystemTimeZones()
            .Select(zone => zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var id) ? id : "")
            .Concat(Known.Select(region => region.TimeZone))
            .Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal) && char.IsLower(id[1])
                && !id.StartsWith("posix/", StringComparison.Ordinal) && !id.StartsWith("right/", StringComparison.Ordinal)
                && TimeZoneInfo.TryFindSystemTimeZoneById(id, out _))
            .Append("UTC").Distinct().Order(StringComparer.Ordinal),
    ]);

    private static readonly Lazy<IReadOnlyList<SelectListItem>> LocaleOptions = new(() =>
    [
        .. Known.Select(region => PagesSetup.CultureOf(region.Locale)).OrderBy(culture => culture.NativeName, StringComparer.InvariantCultureIgnoreCase)
            .Select(culture => new SelectListItem(
                $"{culture.NativeName}: {1234.5m.ToString("N2", culture)} · {new DateOnly(2026, 12, 31).ToString("d", culture)}", culture.Name)),
    ]);

    private static readonly Lazy<IReadOnlyList<SelectListItem>> CurrencyOptions = new(() =>
    {
        var names = new Dictionary<string, string>();
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            names.TryAdd(region.ISOCurrencySymbol, region.CurrencyEnglishName);
        }

        return [.. CurrencyCodes.Order(StringComparer.Ordinal).Select(code => new SelectListItem(names.TryGetValue(code, out var name) ? $"{code} {name}" : code, code))];
    });

    /// <summary>The region for a browser's languages; en-US when none is known.</summary>
    /// <param name="acceptLanguage">The header as sent.</param>
    public static Region For(string? acceptLanguage)
    {
        if (!StringWithQualityHeaderValue.TryParseList([acceptLanguage ?? ""], out var wishes))
        {
            return Known[0];
        }

        return wishes.OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => wish.Value.ToString())
            .Select(tag => Array.Find(Known, region => region.Locale.Equals(tag, StringComparison.OrdinalIgnoreCase))
                ?? Array.Find(Known, region => region.Locale.Split('-')[0].Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(region => region is not null) ?? Known[0];
    }

    public static bool IsTimeZone(string? id) => id is not null && Zones.Value.Contains(id);

    public static bool IsCurrency(string? code) => code is not null && CurrencyCodes.Contains(code);

    public static bool IsLocale(string? tag) => tag is not null && Known.Any(region => region.Locale == tag);

    // New items each time: the select marks the chosen one in them.
    public static IEnumerable<SelectListItem> TimeZoneChoices() => Zones.Value.Select(id => new SelectListItem(id.Replace('_', ' '), id));

    public static IEnumerable<SelectListItem> CurrencyChoices() => CurrencyOptions.Value.Select(item => new SelectListItem(item.Text, item.Value));

    public static IEnumerable<SelectListItem> LocaleChoices() => LocaleOptions.Value.Select(item => new SelectListItem(item.Text, item.Value));
}
