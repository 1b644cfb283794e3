using System.Globalization;

namespace KitchenGuard.Web.Platform.Shell;

/// <summary>How pages write amounts, money and moments, in the current culture.</summary>
public static class Amounts
{
    private static readonly string[] WithoutCents = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];

    /// <summary>A quantity with up to three decimals: 1,250.5.</summary>
    public static string Quantity(decimal value, CultureInfo? culture = null) => value.ToString("#,0.###", culture ?? CultureInfo.CurrentCulture);

    /// <summary>A quantity with its sign and unit: +2.5 kg.</summary>
    public static string Change(decimal value, string unit) => value.ToString("+#,0.###;\u2212#,0.###;0", CultureInfo.CurrentCulture) + "\u00A0" + unit;

    /// <summary>Money with its ISO code: 1,250.50 EUR.</summary>
    public static string Money(decimal value, string currency) =>
        value.ToString(WithoutCents.Contains(currency) ? "#,0" : "#,0.00", CultureInfo.CurrentCulture) + "\u00A0" + currency;

    /// <summary>A count of things.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.CurrentCulture);

    /// <summary>The day of a moment, in words: 23 December 2026.</summary>
    public static string Day(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString(CultureInfo.CurrentCulture.DateTimeFormat.LongDatePattern, CultureInfo.CurrentCulture);

    /// <summary>A moment in the restaurant's time zone, date and time.</summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).ToString("g", CultureInfo.CurrentCulture);
}
