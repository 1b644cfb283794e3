using System.Xml;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>A cell that spans rows.</summary>
internal sealed record MergedCell(int Column, int First, int Last);

/// <summary>Finds the cells that span several rows. A sheet lists them after its cells, so this is a pass of its own where there are any.</summary>
internal static class MergedCells
{
    private const int MostCells = 200_000;

    /// <summary>In the order of their first rows.</summary>
    internal static IReadOnlyList<MergedCell> Find(WorkbookFile workbook, SheetTab sheet)
    {
        using (var part = workbook.OpenPart(sheet))
        {
            if (!Mentions(part, "mergeCell "u8))
            {
                return [];
            }
        }

        var found = new List<MergedCell>();
        using var xml = SheetMarkup.Open(workbook.OpenPart(sheet));
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } range
                && CellPlace.TryParseRange(range, out var from, out var to) && to.Row > from.Row)
            {
                found.Add(new MergedCell(from.Column, from.Row, to.Row));
                if (found.Count > MostCells)
                {
                    throw new WorkbookException(RefusalCode.TooLarge, "The sheet has too many merged cells. Save it as CSV and upload that file.");
                }
            }
        }

        found.Sort((one, other) => one.First.CompareTo(other.First));
        return found;
    }

    private static bool Mentions(Stream part, ReadOnlySpan<byte> word)
    {
        var buffer = new byte[256 * 1024];
        var kept = 0;
        for (int read; (read = part.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(word) >= 0)
            {
                return true;
            }

            kept = Math.Min(word.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }
}

/// <summary>A place such as B12; both numbers are 1-based.</summary>
internal readonly record struct CellPlace(int Column, int Row)
{
    internal static bool TryParse(ReadOnlySpan<char> text, out CellPlace place)
    {
        int at = 0, column = 0;
        place = default;
        while (at < text.Length && char.IsAsciiLetter(text[at]) && column < 1_000_000)
        {
            column = (column * 26) + (char.ToUpperInvariant(text[at++]) - 'A' + 1);
        }

        if (column == 0 || !int.TryParse(text[at..], System.Globalization.NumberStyles.None, null, out var row) || row == 0)
        {
            return false;
        }

        place = new CellPlace(column, row);
        return true;
    }

    internal static bool TryParseRange(ReadOnlySpan<char> text, out CellPlace from, out CellPlace to)
    {
        to = default;
        var colon = text.IndexOf(':');
        return TryParse(colon < 0 ? text : text[..colon], out from) && TryParse(colon < 0 ? text : text[(colon + 1)..], out to);
    }

    /// <summary>A column as a spreadsheet names it: 28 is AB.</summary>
    internal static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }
}
