using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>A count in cases and single pieces, as people write it on a clipboard: "2 cs + 3 btl", "1 case", "2ケース3本".</summary>
/// <param name="Cases">Whole cases.</param>
/// <param name="Pieces">Single pieces beside them.</param>
/// <param name="Piece">What a piece is; null when the text does not say.</param>
internal readonly record struct CountText(decimal Cases, decimal Pieces, Unit? Piece)
{
    private const int Longest = 32;

    private static readonly string[] Joints = ["+", "&", ",", "and ", "und ", "y ", "et ", "e ", "en ", "plus "];

    internal static bool TryRead(ReadOnlySpan<char> text, NumberFormat format, out CountText count)
    {
        count = default;
        text = text.Trim();
        if (text.Length is 0 or > Longest || !TryPart(ref text, format, out var cases, out var box) || box is null || !IsCase(box))
        {
            return false;
        }

        foreach (var joint in Joints)
        {
            if (text.StartsWith(joint, StringComparison.OrdinalIgnoreCase))
            {
                text = text[joint.Length..].Trim();
                break;
            }
        }

        if (text.IsEmpty)
        {
            count = new CountText(cases, 0, null);
            return true;
        }

        if (!TryPart(ref text, format, out var pieces, out var piece) || !text.IsEmpty || piece is { Kind: not UnitKind.Count } || (piece is not null && IsCase(piece)))
        {
            return false;
        }

        count = new CountText(cases, pieces, piece);
        return true;
    }

    /// <summary>Brings cases and pieces of two columns together as people write them in one: "2 cs + 4".</summary>
    /// <param name="cells">A record's.</param>
    /// <param name="pieces">The column of the quantity and where its cases stand.</param>
    internal static string[] Join(string[] cells, MappedColumn pieces)
    {
        var (at, cases) = (pieces.Column - 1, pieces.CasesIn!.Value - 1);
        if (cases >= cells.Length || at >= cells.Length || NumberText.IsNothing(cells[cases]))
        {
            return cells;
        }

        string[] joined = [.. cells];
        joined[at] = Array.Find([cells[at], cells[cases]], cell => TypedCell.IsLost(cell))
            ?? $"{TypedCell.Plain(cells[cases]).Trim()} cs{(NumberText.IsNothing(cells[at]) ? "" : $" + {TypedCell.Plain(cells[at]).Trim()}")}";
        return joined;
    }

    internal static bool IsCase(Unit unit) => unit.Code is "case" or "box" or "crate" or "tray";

    /// <summary>Whether a unit is one piece of something: a bottle, a bag.</summary>
    internal static bool IsPiece(Unit unit) => unit.Kind == UnitKind.Count && !IsCase(unit) && unit.Code is not ("dozen" or "keg");

    /// <summary>Takes a number and the unit behind it off the front.</summary>
    private static bool TryPart(ref ReadOnlySpan<char> text, NumberFormat format, out decimal value, out Unit? unit)
    {
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        unit = null;
        value = 0;
        if (end == 0 || NumberText.Read(text[..end], format) is not { State: NumberState.Read } number)
        {
            return false;
        }

        value = number.Value;
        text = text[end..].TrimStart();
        var word = 0;
        while (word < text.Length && (char.IsLetter(text[word]) || text[word] == '.'))
        {
            word++;
        }

        if (word == 0)
        {
            return text.IsEmpty;
        }

        if (!Unit.TryParse(text[..word], out unit))
        {
            return false;
        }

        text = text[word..].TrimStart();
        return true;
    }
}
