using System.Globalization;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What a number's marks prove.</summary>
internal enum MarkProof
{
    /// <summary>No mark, or one that cannot be a number's.</summary>
    None,

    /// <summary>The decimal mark is a point.</summary>
    Point,

    /// <summary>The decimal mark is a comma.</summary>
    Comma,

    /// <summary>One point before three digits: decimal or thousands.</summary>
    PointOrGroup,

    /// <summary>One comma before three digits: decimal or thousands.</summary>
    CommaOrGroup,
}

/// <summary>The arrangement of digits and marks of a number such as <c>1 234,50</c>.</summary>
/// <param name="IsNumber">False when no way of writing numbers looks like this.</param>
/// <param name="Proof">What it proves about the decimal mark.</param>
/// <param name="Group">The thousands mark, when it has one for certain; \0 otherwise.</param>
/// <param name="Decimal">Where the decimal mark stands for certain or perhaps; -1: nowhere.</param>
internal readonly record struct NumberShape(bool IsNumber, MarkProof Proof, char Group, int Decimal)
{
    internal static NumberShape None => new(false, MarkProof.None, '\0', -1);

    internal static NumberShape Whole => new(true, MarkProof.None, '\0', -1);

    internal static bool IsMark(char c) => c is '.' or ',' or '\'' or ' ' or '\u00A0';

    /// <param name="core">Begins with a digit or one mark, ends with a digit; marks stand alone between digits.</param>
    internal static NumberShape Of(ReadOnlySpan<char> core)
    {
        int marks = 0, last = -1, run = 0, firstRun = -1;
        char group = '\0', lastMark = '\0';
        bool groupsOfThree = true, groupsOfTwo = true;
        for (var i = 0; i < core.Length; i++)
        {
            if (char.IsAsciiDigit(core[i]))
            {
                run++;
                continue;
            }

            if (marks > 0)
            {
                // The run between two marks: a group, by the mark before it.
                groupsOfThree &= run == 3;
                groupsOfTwo &= run == 2;
                if (group != '\0' && lastMark != group)
                {
                    return None;
                }

                group = lastMark;
            }
            else
            {
                firstRun = run;
            }

            marks++;
            last = i;
            lastMark = core[i];
            run = 0;
        }

        if (marks == 0)
        {
            return core.Length > 0 ? Whole : None;
        }

        var canGroup = firstRun is >= 1 and <= 3 && core[0] != '0';
        if (marks == 1)
        {
            return OfOneMark(lastMark, firstRun, run, canGroup, last);
        }

        // Several marks: the last is either another group's or the decimal mark.
        var indian = group == ',' && groupsOfTwo && firstRun <= 2;
        if (lastMark == group)
        {
            if (!canGroup || run != 3 || !(groupsOfThree || indian))
            {
                return None;
            }

            return new NumberShape(true, group == '.' ? MarkProof.Comma : group == ',' ? MarkProof.Point : MarkProof.None, group, -1);
        }

        var lakhs = group == ',' && EndsInLakhs(core[..last]);
        if (!canGroup || lastMark is not ('.' or ',') || !(groupsOfThree || lakhs))
        {
            return None;
        }

        return new NumberShape(true, lastMark == '.' ? MarkProof.Point : MarkProof.Comma, group, last);
    }

    /// <summary>Reads a number of this shape in a column's format.</summary>
    internal NumberState TryValue(ReadOnlySpan<char> core, NumberFormat format, out decimal value)
    {
        value = 0;
        if (!IsNumber || (Group == ' ' && !format.BlankGroups))
        {
            return NumberState.Unreadable;
        }

        var mark = format.Mark;
        var decimalAt = Decimal;
        switch (Proof)
        {
            case MarkProof.Point or MarkProof.Comma when mark == '\0':
                return NumberState.Ambiguous;
            case MarkProof.Point when mark != '.':
            case MarkProof.Comma when mark != ',':
                return NumberState.Unreadable;
            case MarkProof.PointOrGroup or MarkProof.CommaOrGroup when mark == '\0':
                return NumberState.Ambiguous;
            case MarkProof.PointOrGroup when mark == ',':
            case MarkProof.CommaOrGroup when mark == '.':
                decimalAt = -1;
                break;
        }

        Span<char> plain = stackalloc char[66];
        var length = 0;
        plain[length++] = '0';
        for (var i = 0; i < core.Length; i++)
        {
            if (char.IsAsciiDigit(core[i]))
            {
                plain[length++] = core[i];
            }
            else if (i == decimalAt)
            {
                plain[length++] = '.';
            }
        }

        // Digits beyond what a decimal can hold are cut here and reported as rounded by the caller's own limit.
        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            ? NumberState.Read
            : NumberState.TooLarge;
    }

    private static NumberShape OfOneMark(char mark, int before, int after, bool canGroup, int at) => mark switch
    {
        '.' => new(true, canGroup && after == 3 && before > 0 ? MarkProof.PointOrGroup : MarkProof.Point, '\0', at),
        ',' => new(true, canGroup && after == 3 && before > 0 ? MarkProof.CommaOrGroup : MarkProof.Comma, '\0', at),
        _ => canGroup && after == 3 ? new(true, MarkProof.None, mark, -1) : None,
    };

    /// <summary>Indian grouping: the last group before the decimal mark has three digits, those before it two.</summary>
    private static bool EndsInLakhs(ReadOnlySpan<char> whole)
    {
        var last = whole.LastIndexOf(',');
        if (whole.Length - last - 1 != 3)
        {
            return false;
        }

        foreach (var range in whole[..last].Split(','))
        {
            if (whole[..last][range].Length > 2)
            {
                return false;
            }
        }

        return true;
    }
}
