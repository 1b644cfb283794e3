namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Currency signs and codes, and which currencies each may mean.</summary>
internal static class CurrencyText
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = "USD CAD AUD NZD MXN SGD HKD TWD ARS CLP COP UYU BZD BBD BMD BSD JMD TTD FJD XCD DOP LRD NAD GYD",
        ["US$"] = "USD", ["USD$"] = "USD", ["C$"] = "CAD", ["CA$"] = "CAD", ["A$"] = "AUD", ["AU$"] = "AUD", ["NZ$"] = "NZD", ["S$"] = "SGD",
        ["HK$"] = "HKD", ["NT$"] = "TWD", ["MX$"] = "MXN", ["R$"] = "BRL",
        ["€"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR", ["£"] = "GBP EGP LBP GIP FKP", ["¥"] = "JPY CNY", ["￥"] = "JPY CNY", ["円"] = "JPY", ["\\"] = "JPY", ["元"] = "CNY TWD",
        ["₹"] = "INR", ["Rs"] = "INR PKR LKR NPR MUR SCR", ["Rs."] = "INR PKR LKR NPR MUR SCR", ["₩"] = "KRW", ["원"] = "KRW", ["₽"] = "RUB", ["₺"] = "TRY",
        ["TL"] = "TRY", ["₴"] = "UAH", ["₪"] = "ILS", ["฿"] = "THB", ["₫"] = "VND", ["₱"] = "PHP", ["₦"] = "NGN", ["₡"] = "CRC", ["₲"] = "PYG", ["₸"] = "KZT",
        ["zł"] = "PLN", ["zl"] = "PLN", ["Kč"] = "CZK", ["Kc"] = "CZK", ["Ft"] = "HUF", ["lei"] = "RON MDL", ["лв"] = "BGN", ["лв."] = "BGN", ["лева"] = "BGN",
        ["din"] = "RSD", ["din."] = "RSD", ["kn"] = "HRK", ["KM"] = "BAM", ["lek"] = "ALL", ["lekë"] = "ALL", ["руб"] = "RUB", ["руб."] = "RUB",
        ["kr"] = "SEK NOK DKK ISK", ["kr."] = "DKK SEK NOK ISK", ["Fr"] = "CHF", ["Fr."] = "CHF", ["SFr"] = "CHF", ["SFr."] = "CHF", ["RM"] = "MYR",
        ["Rp"] = "IDR", ["S/"] = "PEN", ["S/."] = "PEN", ["Bs"] = "BOB VES", ["Bs."] = "BOB VES", ["Q"] = "GTQ", ["R"] = "ZAR", ["KSh"] = "KES", ["DH"] = "MAD AED",
        ["MXP"] = "MXN", ["M.N."] = "MXN", ["MXN$"] = "MXN", ["AR$"] = "ARS", ["COP$"] = "COP", ["HKD$"] = "HKD", ["KShs"] = "KES", ["Ksh."] = "KES", ["Kshs."] = "KES", ["৳"] = "BDT", ["Tk"] = "BDT",
        ["₵"] = "GHS", ["GH₵"] = "GHS", ["FCFA"] = "XAF XOF", ["Dhs"] = "AED MAD", ["Dhs."] = "AED MAD", ["LE"] = "EGP", ["L.E."] = "EGP",
        ["đ"] = "VND", ["vnđ"] = "VND", ["ден"] = "MKD", ["ден."] = "MKD", ["грн"] = "UAH", ["грн."] = "UAH", ["дин"] = "RSD", ["дин."] = "RSD", ["р."] = "RUB", ["тг"] = "KZT", ["сум"] = "UZS", ["сом"] = "KGS",
        ["֏"] = "AMD", ["₾"] = "GEL", ["₼"] = "AZN", ["₭"] = "LAK", ["៛"] = "KHR", ["₮"] = "MNT", ["₨"] = "INR PKR LKR NPR MUR SCR", ["บาท"] = "THB", ["RMB"] = "CNY", ["NTD"] = "TWD", ["NT"] = "TWD",
        ["N$"] = "NAD", ["J$"] = "JMD", ["TT$"] = "TTD", ["B$"] = "BSD", ["Bds$"] = "BBD", ["EC$"] = "XCD", ["RD$"] = "DOP", ["FJ$"] = "FJD", ["B/."] = "PAB", ["C$."] = "NIO", ["USh"] = "UGX", ["TSh"] = "TZS",
        ["रू"] = "NPR INR", ["रू."] = "NPR INR", ["रु"] = "INR NPR", ["रु."] = "INR NPR", ["CFA"] = "XAF XOF", ["د.إ"] = "AED", ["ر.س"] = "SAR", ["ج.م"] = "EGP", ["د.م."] = "MAD", ["ش"] = "ILS", ["ש\"ח"] = "ILS",
    };

    private static readonly HashSet<string> Codes = new(
        ("USD EUR GBP JPY CNY INR AUD CAD NZD CHF SEK NOK DKK ISK PLN CZK HUF RON BGN HRK RUB UAH TRY ILS ZAR BRL MXN ARS CLP COP PEN UYU BOB PYG VES CRC GTQ DOP " +
         "SGD HKD TWD KRW THB VND PHP IDR MYR PKR LKR NPR BDT AED SAR QAR KWD EGP MAD TND NGN KES GHS KZT GEL RSD " +
         // Codes that are words or units besides ("ALL", "CUP", "BBD": best before) are left out.
         "AFN AMD ANG AOA AWG AZN BAM BHD BIF BMD BND BSD BTN BWP BYN BZD CDF CVE DJF DZD ERN ETB FJD FKP GIP GMD GNF GYD HNL HTG IQD IRR JMD JOD KGS KHR KMF KYD LBP LRD LSL LYD MDL MGA MKD MMK MNT " +
         "MRU MUR MVR MWK MZN NAD NIO OMR PAB PGK RWF SBD SCR SLE SRD SYP SZL TJS TMT TTD TZS UGX UZS VUV WST XAF XCD XOF XPF YER ZMW").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    internal static bool IsCurrency(ReadOnlySpan<char> text) =>
        Signs.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(text) || Codes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(text);

    /// <summary>"$200 MXN": a sign before and a code behind that says which.</summary>
    internal static bool AreSame(string sign, ReadOnlySpan<char> code) =>
        Signs.TryGetValue(sign, out var meanings) && (Signs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var one) ? one : code.ToString()) is { Length: 3 } currency
        && meanings.Contains(currency, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a sign or code may mean a currency (ISO 4217).</summary>
    internal static bool Means(string sign, string currency) =>
        Signs.TryGetValue(sign, out var meanings)
            ? meanings.Contains(currency, StringComparison.OrdinalIgnoreCase)
            : sign.Equals(currency, StringComparison.OrdinalIgnoreCase);
}
