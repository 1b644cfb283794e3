using System.Buffers;
using System.Text;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>The first section of a number format's code, taken apart.</summary>
/// <param name="Bare">Its placeholders and marks, without literals, colours and locales.</param>
/// <param name="Before">The literal text before the first digit.</param>
/// <param name="After">The literal text after it.</param>
/// <param name="IsElapsed">It counts hours, minutes or seconds beyond their usual end, as [h]:mm.</param>
/// <param name="IsConditional">It chooses between sections by the number's size.</param>
internal sealed record FormatParts(string Bare, string Before, string After, bool IsElapsed, bool IsConditional)
{
    private static readonly SearchValues<char> Clock = SearchValues.Create("hHmMsS");

    internal static FormatParts Of(string code)
    {
        StringBuilder bare = new(), before = new(), after = new();
        var literal = before;
        bool isElapsed = false, isConditional = false;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = code[i];
            switch (c)
            {
                case '"':
                    var close = End(code, '"', i + 1);
                    literal.Append(code.AsSpan(i + 1, close - i - 1));
                    i = close;
                    break;
                case '[':
                    var end = End(code, ']', i + 1);
                    var inside = code.AsSpan(i + 1, end - i - 1);
                    isElapsed |= !inside.IsEmpty && !inside.ContainsAnyExcept(Clock);
                    isConditional |= inside is ['<' or '>' or '=', ..];
                    if (inside is ['$', ..])
                    {
                        var dash = inside.IndexOf('-');
                        literal.Append(inside[1..(dash < 0 ? inside.Length : dash)]);
                    }

                    i = end;
                    break;
                case '\\':
                    i++;
                    literal.Append(i < code.Length ? code[i] : ' ');
                    break;
                case '_' or '*':
                    // As wide as a sign, or filled up with it.
                    i++;
                    literal.Append(' ');
                    break;
                case '$' or ' ' or > '\u007F':
                    literal.Append(c);
                    break;
                default:
                    literal = c is '0' or '#' or '?' or 'G' or 'g' ? after : literal;
                    bare.Append(c);
                    break;
            }
        }

        return new FormatParts(bare.ToString(), before.ToString().Trim(), after.ToString().Trim() is { Length: > 0 } text ? " " + text : "", isElapsed, isConditional);
    }

    private static int End(string code, char mark, int from)
    {
        var at = code.IndexOf(mark, from);
        return at < 0 ? code.Length : at;
    }
}
