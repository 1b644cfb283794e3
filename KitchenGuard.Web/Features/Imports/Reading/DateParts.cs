using System.Globalization;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The numbers and month names of a date, before it is known which of them is the day.</summary>
internal static class DateParts
{
    /// <summary>The first month name of each line is January; names are compared by their first letters, without a final point.</summary>
    private static readonly string[][] Months =
    [
        ["january", "jan", "enero", "ene", "janvier", "janv", "januar", "jänner", "gennaio", "gen", "janeiro"],
        ["february", "feb", "febrero", "février", "fevrier", "févr", "fév", "februar", "febbraio", "fevereiro", "fev"],
        ["march", "mar", "marzo", "mars", "märz", "mär", "mrz", "março", "marco", "maart", "mrt", "marts"],
        ["april", "apr", "abril", "abr", "avril", "avr", "aprile"],
        ["may", "mayo", "mai", "maggio", "mag", "maio", "mei", "maj"],
        ["june", "jun", "junio", "juin", "juni", "giugno", "giu", "junho"],
        ["july", "jul", "julio", "juillet", "juil", "juli", "luglio", "lug", "julho"],
        ["august", "aug", "agosto", "ago", "août", "aout", "augustus"],
        ["september", "sep", "sept", "septiembre", "septembre", "settembre", "set", "setembro"],
        ["october", "oct", "octubre", "octobre", "oktober", "okt", "ottobre", "ott", "outubro", "out"],
        ["november", "nov", "noviembre", "novembre", "novembro"],
        ["december", "dec", "diciembre", "dic", "décembre", "déc", "decembre", "dezember", "dez", "dicembre", "dezembro"],
    ];

    private static readonly Dictionary<string, int> MonthByName =
        Months.SelectMany((names, index) => names.Select(name => (name, index))).ToDictionary(pair => pair.name, pair => pair.index + 1);

    internal static bool IsMonth(string word) => MonthByName.ContainsKey(word);

    /// <summary>1 to 12; 0: it is no month.</summary>
    internal static int MonthOf(string word) => MonthByName.GetValueOrDefault(word);

    /// <summary>Takes up to three numbers or month names apart.</summary>
    internal static bool Split(ReadOnlySpan<char> cell, Span<int> parts, Span<int> widths, out int month, out char mark, out int count)
    {
        month = -1;
        mark = '\0';
        count = 0;
        var at = 0;
        while (at < cell.Length)
        {
            var start = at;
            var c = cell[at];
            if (char.IsAsciiDigit(c) || c is >= '０' and <= '９')
            {
                var value = 0;
                while (at < cell.Length && at - start < 9 && (char.IsAsciiDigit(cell[at]) || cell[at] is >= '０' and <= '９'))
                {
                    value = (value * 10) + (cell[at] >= '０' ? cell[at] - '０' : cell[at] - '0');
                    at++;
                }

                if (count == 3 || at - start > 8)
                {
                    return false;
                }

                parts[count] = value;
                widths[count++] = at - start;
            }
            else if (c is '年' or '月' or '日')
            {
                at++;
            }
            else if (char.IsLetter(c))
            {
                while (at < cell.Length && char.IsLetter(cell[at]))
                {
                    at++;
                }

                if (!ReadWord(cell[start..at], parts, widths, ref month, ref count))
                {
                    return false;
                }
            }
            else if (c is '-' or '/' or '.' or ' ' or ',' or '\u00A0')
            {
                mark = c is ' ' or ',' ? mark : mark == '\0' ? c : mark != c ? ' ' : c;
                at++;
            }
            else
            {
                return false;
            }
        }

        return count > 0;
    }

    private static bool ReadWord(ReadOnlySpan<char> word, Span<int> parts, Span<int> widths, ref int month, ref int count)
    {
        var name = word.ToString().ToLower(CultureInfo.InvariantCulture);
        if (name is "de" or "of" or "le" or "del" or "st" or "nd" or "rd" or "th")
        {
            return true;
        }

        if (month >= 0 || count == 3 || !MonthByName.TryGetValue(name, out var number))
        {
            return false;
        }

        month = count;
        parts[count] = number;
        widths[count++] = 0;
        return true;
    }
}
