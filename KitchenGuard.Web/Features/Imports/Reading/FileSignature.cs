using System.Text;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Recognises by its first bytes what is not a text table, so that it can be refused by name and is never unpacked.</summary>
internal static class FileSignature
{
    /// <summary>A workbook, or another kind of ZIP file.</summary>
    internal static bool IsZip(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);

    internal static FileRefusal? Refuse(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("%PDF"u8))
        {
            return new(RefusalCode.Pdf, "This is a PDF document. Upload the spreadsheet that it was made from, saved as .xlsx or CSV.");
        }

        if (IsImage(start))
        {
            return new(RefusalCode.Image, "This is a picture, not a table. Upload a spreadsheet saved as .xlsx or CSV.");
        }

        if (start.StartsWith(new byte[] { 0x1F, 0x8B }) || start.StartsWith("BZh"u8) || (start.StartsWith("7z"u8)
            && start.Length > 5 && start[2] == 0xBC) || start.StartsWith("Rar!"u8))
        {
            return new(RefusalCode.Archive, "This is a compressed archive. Unpack it and upload the .xlsx or CSV file inside.");
        }

        if (start.StartsWith("MZ"u8) && start.IndexOf((byte)0) is >= 0 and < 16)
        {
            return new(RefusalCode.NotText, "This is a program, not a table. Upload a spreadsheet saved as .xlsx or CSV.");
        }

        return RefuseJson(start) ?? RefuseMarkup(start) ?? RefuseBinary(start);
    }

    /// <summary>"[{" and "{"name":", as no table begins.</summary>
    private static FileRefusal? RefuseJson(ReadOnlySpan<byte> start)
    {
        var text = (start.StartsWith(new byte[] { 0xEF, 0xBB, 0xBF }) ? start[3..] : start).TrimStart(" \t\r\n"u8);
        return (text is [(byte)'[', ..] && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'{', ..]) || (text is [(byte)'{', ..] && text[1..].TrimStart(" \t\r\n"u8) is [(byte)'"', ..])
            ? new(RefusalCode.NotText, "This is JSON, not a table. Send rows as application/json, or upload a spreadsheet saved as .xlsx or CSV.")
            : null;
    }

    private static bool IsImage(ReadOnlySpan<byte> start) =>
        start.StartsWith(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })
        || start.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF })
        || start.StartsWith("GIF8"u8)
        || start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8)
        || (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8))
        || (start.Length > 12 && start[4..].StartsWith("ftyphei"u8));

    private static FileRefusal? RefuseMarkup(ReadOnlySpan<byte> start)
    {
        var text = Encoding.Latin1.GetString(start[..Math.Min(start.Length, 512)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (text.StartsWith("<!doctype html", StringComparison.Ordinal) || text.StartsWith("<html", StringComparison.Ordinal)
            || text.StartsWith("<head", StringComparison.Ordinal) || text.StartsWith("<table", StringComparison.Ordinal))
        {
            return new(RefusalCode.Html, "This is a web page, even if its name ends in .xls. Open it in a spreadsheet program and save it as .xlsx or CSV.");
        }

        if (text.StartsWith("<?xml", StringComparison.Ordinal))
        {
            return new(RefusalCode.NotText, "This is an XML document, not a table. Open it in a spreadsheet program and save it as .xlsx or CSV.");
        }

        return text.StartsWith("{\\rtf", StringComparison.Ordinal)
            ? new(RefusalCode.NotText, "This is a formatted text document, not a table. Save the table as .xlsx or CSV and upload that file.")
            : null;
    }

    private static FileRefusal? RefuseBinary(ReadOnlySpan<byte> start)
    {
        var controls = 0;
        foreach (var b in start)
        {
            if (b is > 0 and < 9 or 11 or (>= 14 and < 32 and not 0x1A))
            {
                controls++;
            }
        }

        return controls * 10 > start.Length && start.Length > 16
            ? new(RefusalCode.NotText, "This file is not text. Upload a spreadsheet saved as .xlsx or CSV.")
            : null;
    }
}
