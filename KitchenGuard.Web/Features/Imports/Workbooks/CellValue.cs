using System.Globalization;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Writes the stored values of cells as text that reads back without doubt.</summary>
/// <param name="uses1904">Whether the workbook counts days from 1904.</param>
internal sealed class CellValue(bool uses1904)
{
    // A spreadsheet calculates in binary and shows at most this many digits; what lies behind them is an artefact such as 0.30000000000000004.
    private const int Digits = 15;
    private const decimal MostDays = 2_958_466;

    /// <summary>A stored number under its format.</summary>
    internal string Number(ReadOnlySpan<char> stored, CellFormat format)
    {
        stored = stored.Trim();
        if (!decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return stored.ToString();
        }

        if (value == 0 && stored.ContainsAnyInRange('1', '9') && stored[..Mantissa(stored)].ContainsAnyInRange('1', '9'))
        {
            return stored.ToString();
        }

        value = Rounded(value);
        return format.Kind switch
        {
            CellKind.Date or CellKind.DateAndTime => Date(value, format.Kind) ?? Plain(value, "", ""),
            CellKind.Time => value is >= 0 and < 1 ? Clock(value) + TypedCell.Certain : Date(value, CellKind.DateAndTime) ?? Plain(value, "", ""),
            CellKind.Duration => value is >= 0 and < MostDays ? Clock(value) + TypedCell.Certain : Plain(value, "", ""),
            CellKind.Percent => Plain(value * 100, "", "%"),
            CellKind.Scaled => TypedCell.Lost + CellText.Number(value),
            CellKind.Code when value >= 0 && decimal.IsInteger(value) => CellText.Number(value).PadLeft(format.Width, '0'),
            _ => Plain(value, format.Before, format.After),
        };
    }

    /// <summary>A date that is stored as text by ISO 8601.</summary>
    internal static string Iso(string stored) =>
        DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) && stored.Length >= 10
            ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + TypedCell.Certain
            : stored;

    private static string Plain(decimal value, string before, string after)
    {
        if (decimal.IsInteger(value) && before.Length == 0 && after.Length == 0)
        {
            return Math.Abs(value) < 1_000_000_000_000_000m ? CellText.Number(value) : Shortened(value);
        }

        var text = CellText.Number(value);
        // 1.234 would be taken for a thousand by whoever reads the table without its types.
        text = NumberShape.Of(text.AsSpan().TrimStart('-')).Proof == MarkProof.PointOrGroup ? text + "0" : text;
        return before + text + after + TypedCell.Certain;
    }

    /// <summary>A code of 16 digits or more: the last are lost, and the reader says so of numbers with an exponent.</summary>
    private static string Shortened(decimal value) => value.ToString("0.00000000000000E+0", CultureInfo.InvariantCulture);

    private static decimal Rounded(decimal value)
    {
        var whole = Math.Abs(decimal.Truncate(value));
        if (whole == 0)
        {
            // Leading zeros are no digits: 0.0600000000000000012 has its first at the second place.
            var places = Digits;
            for (var rest = Math.Abs(value); rest is > 0 and < 0.1m && places < 28; rest *= 10)
            {
                places++;
            }

            return decimal.Round(value, places, MidpointRounding.AwayFromZero);
        }

        var length = CellText.Number(whole).Length;
        return length >= Digits ? decimal.Round(value, 0, MidpointRounding.AwayFromZero) : decimal.Round(value, Digits - length, MidpointRounding.AwayFromZero);
    }

    /// <returns>Null when no calendar has that day.</returns>
    private string? Date(decimal serial, CellKind kind)
    {
        if (serial < 0 || serial >= MostDays)
        {
            return null;
        }

        var day = decimal.Floor(serial);
        var seconds = decimal.Round((serial - day) * 86400, 0, MidpointRounding.AwayFromZero);
        day += seconds == 86400 ? 1 : 0;
        seconds = seconds == 86400 ? 0 : seconds;
        if (!uses1904 && day == 60)
        {
            // The day that 1900 did not have: no date, and said as it is shown.
            return "1900-02-29" + TypedCell.Certain;
        }

        var epoch = uses1904 ? new DateTime(1904, 1, 1) : day < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var date = epoch.AddDays((double)day).AddSeconds((double)seconds);
        return date.ToString(kind == CellKind.Date || seconds == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + TypedCell.Certain;
    }

    private static string Clock(decimal days)
    {
        var seconds = (long)decimal.Round(days * 86400, 0, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    private static int Mantissa(ReadOnlySpan<char> stored)
    {
        var exponent = stored.IndexOfAny('e', 'E');
        return exponent < 0 ? stored.Length : exponent;
    }
}
