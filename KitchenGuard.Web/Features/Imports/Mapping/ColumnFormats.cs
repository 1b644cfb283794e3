using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// How each column writes numbers and dates: by its own evidence, else by what the rest of the file proves without contradiction.
/// </summary>
internal sealed class ColumnFormats(IReadOnlyList<ColumnEvidence> evidence, ImportOptions given, string currency)
{
    /// <summary>Currencies without a smaller unit: three digits after a mark in their prices are thousands.</summary>
    private static readonly HashSet<string> WholeCurrencies =
    [
        "JPY", "KRW", "VND", "CLP", "PYG", "ISK", "UGX", "XAF", "XOF", "IDR", "COP", "HUF", "CRC", "TZS", "RWF",
    ];

    internal static bool IsWhole(string currency) => WholeCurrencies.Contains(currency);

    /// <summary>
    /// Currencies with cents in countries that write a decimal point: "$1,449" has a thousands mark there. Canada and South Africa write
    /// both.
    /// </summary>
    private static readonly HashSet<string> PointCurrencies =
    [
        "USD", "GBP", "AUD", "NZD", "MXN", "INR", "HKD", "SGD", "TWD", "CNY", "THB", "PHP", "MYR", "KES", "NGN", "GHS", "PKR", "LKR", "NPR",
        "BDT", "EGP", "ILS", "AED", "SAR",
    ];

    private readonly ColumnEvidence[] _numeric = [.. evidence.Where(column => column.Filled > 0
        && column.Share(column.Numbers + column.PerUnit + column.Volumes + column.Weights) >= 0.5m)];

    private readonly ColumnEvidence[] _dated = [.. evidence.Where(column => column.Filled > 0 && column.Share(column.Dates) >= 0.5m)];

    /// <summary>The decimal mark that most of the file's numbers prove.</summary>
    internal string? FileMark =>
        given.DecimalMark ?? Most(_numeric.Sum(column => column.Points), _numeric.Sum(column => column.Commas), ".", ",");

    internal string? FileOrder => given.DateOrder
        ?? Most(_dated.Sum(column => column.DayFirst), _dated.Sum(column => column.MonthFirst), "dmy", "mdy")
        ?? (_dated.Any(column => column.YearFirst > 0) && _dated.All(column => column.DayFirst == 0 && column.MonthFirst == 0)
            ? "ymd"
            : null);

    internal string? MarkOf(ColumnEvidence column)
    {
        if (given.DecimalMark is not null)
        {
            return given.DecimalMark;
        }

        if (column.Points > 0 || column.Commas > 0)
        {
            return column.DecimalMark;
        }

        var points = _numeric.Any(other => other.Points > 0);
        return points == _numeric.Any(other => other.Commas > 0) ? null : points ? "." : ",";
    }

    internal string? OrderOf(ColumnEvidence column)
    {
        if (given.DateOrder is not null)
        {
            return given.DateOrder;
        }

        if (column.DayFirst > 0 || column.MonthFirst > 0)
        {
            // Where both are proven, only cells that prove themselves can be read.
            return column.DayFirst > 0 && column.MonthFirst > 0 ? null : column.DateOrder;
        }

        var dayFirst = _dated.Any(other => other.DayFirst > 0);
        return dayFirst != _dated.Any(other => other.MonthFirst > 0) ? (dayFirst ? "dmy" : "mdy") : column.YearFirst > 0 ? "ymd" : null;
    }

    internal MappedColumn Describe(MappedColumn column, ColumnEvidence cells, HeaderText header) => column with
    {
        Samples = [.. cells.Samples],
        Unit = header.Unit?.Code
            ?? (ItemField.IsMoney(column.Field) && column.Field != ItemField.CaseCost && HeaderText.HasAnyWord(header.Key, Pieces)
                ? "each"
                : null)
            ?? WrappingOf(column, header) ?? (column.Field == ItemField.BottleSize ? BareSizes.UnitOf(cells) : null),
        Times = ItemField.IsMoney(column.Field) ? PriceScales.TimesOf(header, given.Prices)
            : header.Times != 1 && column.Field is ItemField.Quantity or ItemField.ParLevel or ItemField.ReorderPoint ? header.Times
            : null,
        InHundredths = ItemField.IsMoney(column.Field) && PriceScales.AreHundredths(cells, header, given.Prices),
        DecimalMark = MarkOf(cells) ?? WholeMark(column, cells) ?? PointMark(column, cells, header),
        BlankGroups = cells.BlankGroups > 0 && cells.AgainstBlankGroups == 0,
        Fraction = column.Field == ItemField.Abv && IsFraction(cells, header),
        WholeCodes = column.Field is ItemField.Sku or ItemField.Barcode && CodeFit.AreWholeNumbers(cells),
        DateOrder = OrderOf(cells),
        DaySerials = column.Field == ItemField.ExpiresOn && cells.DaySerials > 0 && cells.Share(cells.DaySerials + cells.Dates) >= 0.8m,
    };

    /// <summary>"Price per piece" is for one, also where things are weighed; "per unit" is for whatever they are counted in.</summary>
    private static readonly string[] Pieces =
    [
        "piece", "pc", "pcs", "ea", "each", "stuck", "stk", "stuckpreis", "pieza", "pza", "pezzo", "pz", "peca", "stuk",
    ];

    /// <summary>"Box price": the case that is priced is a box.</summary>
    private static string? WrappingOf(MappedColumn column, HeaderText header) => column.Field != ItemField.CaseCost ? null
        : header.Key.Split(' ')
            .Select(word => Unit.TryParse(word, out var unit) && (CountText.IsCase(unit) || unit.Code is "pack" or "keg" or "bag")
                ? unit.Code
                : null)
            .FirstOrDefault(code => code is not null);

    private string? WholeMark(MappedColumn column, ColumnEvidence cells) =>
        !ItemField.IsMoney(column.Field) || !WholeCurrencies.Contains(currency) || cells.AmbiguousMarks == 0
            || cells.Points + cells.Commas > 0 ? null
        : cells.AmbiguousCommas == cells.AmbiguousMarks ? "."
        : cells.AmbiguousCommas == 0 ? "," : null;

    /// <summary>
    /// Prices that name the currency, all with a comma before exactly three digits or below a thousand, none with another number of
    /// decimals.
    /// </summary>
    private string? PointMark(MappedColumn column, ColumnEvidence cells, HeaderText header) =>
        ItemField.IsMoney(column.Field) && PointCurrencies.Contains(currency) && cells.AmbiguousCommas >= 2
            && cells.AmbiguousCommas == cells.AmbiguousMarks
        && cells.Points + cells.Commas + cells.AgainstBlankGroups == 0 && (header.Currency is not null
            || cells.Share(cells.WithCurrency) >= 0.9m) ? "." : null;

    /// <summary>Alcohol written as 0.05: nothing above one, and no percent in sight.</summary>
    private static bool IsFraction(ColumnEvidence cells, HeaderText header) =>
        cells.LooksLikeFraction && !header.Key.Contains("percent", StringComparison.Ordinal);

    private static string? Most(int first, int second, string firstMark, string secondMark) =>
        first > second ? firstMark : second > first ? secondMark : null;
}
