using System.Buffers;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

internal enum CellKind
{
    Number,
    Percent,

    /// <summary>A code that a format such as 00000 fills up with zeros.</summary>
    Code,
    Date,
    DateAndTime,
    Time,

    /// <summary>Hours that may be more than 24, as [h]:mm.</summary>
    Duration,

    /// <summary>Shown in thousands, or in one unit or another by its size: what it means depends on what is shown.</summary>
    Scaled,
}

/// <summary>What a number format says about the numbers under it.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Width">Digits of a code.</param>
/// <param name="Before">A currency that is shown before the number.</param>
/// <param name="After">A currency or unit that is shown after it.</param>
internal sealed record CellFormat(CellKind Kind, int Width = 0, string Before = "", string After = "")
{
    internal static readonly CellFormat General = new(CellKind.Number);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0#?");
    private static readonly SearchValues<char> Calendar = SearchValues.Create("yYdDeE");
    private static readonly SearchValues<char> Clock = SearchValues.Create("hHsS");

    /// <summary>The format of a built-in or own id.</summary>
    /// <param name="id">The id that a cell's style names.</param>
    /// <param name="code">The workbook's own format of that id; null: it has none.</param>
    internal static CellFormat Of(int id, string? code) => code is not null ? Parse(code) : id switch
    {
        9 or 10 => new(CellKind.Percent),
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(CellKind.Date),
        18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 47 or 55 or 56 => new(CellKind.Time),
        22 => new(CellKind.DateAndTime),
        46 => new(CellKind.Duration),
        _ => General,
    };

    /// <summary>Reads a format's code; of several sections the first is that of positive numbers.</summary>
    internal static CellFormat Parse(string code)
    {
        var parts = FormatParts.Of(code);
        var bare = parts.Bare;
        if (bare.Contains("general", StringComparison.OrdinalIgnoreCase))
        {
            return WithLiterals(parts);
        }

        if (parts.IsElapsed)
        {
            return new(CellKind.Duration);
        }

        var hours = bare.AsSpan().ContainsAny(Clock);
        var days = bare.AsSpan().ContainsAny(Calendar) || (bare.AsSpan().ContainsAny('m', 'M') && !hours);
        var isScientific = bare.Contains("E+", StringComparison.OrdinalIgnoreCase) || bare.Contains("E-", StringComparison.OrdinalIgnoreCase);
        if ((hours || days) && !isScientific && (hours || !bare.AsSpan().ContainsAny(Digits)))
        {
            return new(days ? hours ? CellKind.DateAndTime : CellKind.Date : CellKind.Time);
        }

        if (bare.Contains('%', StringComparison.Ordinal))
        {
            return new(CellKind.Percent);
        }

        var digits = bare.Trim();
        return digits.Length > 1 && !digits.AsSpan().ContainsAnyExcept('0') ? new(CellKind.Code, digits.Length)
            : parts.IsConditional || IsScaled(bare) ? new(CellKind.Scaled)
            : WithLiterals(parts);
    }

    /// <summary>A comma after the last digit divides what is shown by a thousand.</summary>
    private static bool IsScaled(string bare) => bare.LastIndexOf(',') > bare.AsSpan().LastIndexOfAny(Digits);

    /// <summary>What stands around the number counts when it is a currency or a unit, and nothing else.</summary>
    private static CellFormat WithLiterals(FormatParts parts)
    {
        var number = NumberText.Read($"{parts.Before}1{parts.After}", new NumberFormat('.', false));
        return number is { State: NumberState.Read, IsPercent: false } && (number.Currency is not null || number.Unit is not null)
            ? new(CellKind.Number, 0, parts.Before, parts.After)
            : General;
    }
}
