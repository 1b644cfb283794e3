using System.Buffers.Binary;
using System.IO.Compression;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>
/// Looks at a ZIP file's directory before anything is unpacked: refuses by name what is no .xlsx, and bombs by the sizes they declare.
/// An entry never unpacks to more than it declares, so what is checked here holds later.
/// </summary>
internal static class ZipGuard
{
    internal const long MostInflated = 512L * 1024 * 1024;
    internal const int MostEntries = 10_000;

    /// <summary>Texts of a sheet pack well, but not like this; small entries are let be.</summary>
    internal const int MostRatio = 100;
    private const long SmallEntry = 1024 * 1024;
    private const int MostDirectoryBytes = 4 * 1024 * 1024;

    /// <param name="content">Seekable; it stays open.</param>
    /// <returns>Null when it is a workbook that may be opened.</returns>
    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    internal static FileRefusal? Refuse(Stream content)
    {
        if (!HasUsualDirectory(content))
        {
            return TooLarge;
        }

        content.Position = 0;
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long inflated = 0;
        foreach (var entry in zip.Entries)
        {
            names.Add(entry.FullName.Replace('\\', '/').TrimStart('/'));
            inflated += entry.Length;
            if (entry.Length > SmallEntry && entry.Length / MostRatio > entry.CompressedLength)
            {
                return TooLarge;
            }
        }

        return RefuseKind(names) ?? (names.Count > MostEntries || inflated > MostInflated ? TooLarge : null);
    }

    /// <summary>Whether a file that cannot be opened was meant as a workbook.</summary>
    internal static bool BeginsLikeWorkbook(Stream content)
    {
        content.Position = 0;
        var start = new byte[Math.Min(4096, content.Length)];
        content.ReadExactly(start);
        return start.AsSpan().IndexOf("xl/"u8) >= 0 || start.AsSpan().IndexOf("[Content_Types].xml"u8) >= 0;
    }

    private static FileRefusal TooLarge => new(RefusalCode.TooLarge,
        "This workbook unpacks to far more than a stock list needs, so it was not opened. Save only the list as a new .xlsx or as CSV.");

    private static FileRefusal? RefuseKind(HashSet<string> names)
    {
        bool Has(string start) => names.Any(name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return names.Contains("xl/workbook.xml") || (names.Contains("[Content_Types].xml") && Has("xl/") && !Has("xl/workbook.bin")) ? null
            : Has("xl/workbook.bin") ? new(RefusalCode.Workbook, "This is a binary Excel workbook (.xlsb). Save it as .xlsx or CSV and upload that file.")
            : Has("word/") ? new(RefusalCode.NotText, "This is a Word document. Save its table as .xlsx or CSV and upload that file.")
            : Has("ppt/") ? new(RefusalCode.NotText, "This is a presentation. Save its table as .xlsx or CSV and upload that file.")
            : Has("Index/") || names.Contains("Index.zip") ? new(RefusalCode.Workbook, "This is a Numbers document. Export it as Excel (.xlsx) or CSV and upload that file.")
            : names.Contains("mimetype") && names.Contains("content.xml")
                ? new(RefusalCode.Workbook, "This is an OpenDocument file (.ods). Save it as .xlsx or CSV and upload that file.")
            : new(RefusalCode.Archive, "This is a ZIP archive. Unpack it and upload the .xlsx or CSV file inside.");
    }

    /// <summary>Each entry of the directory becomes an object, so its size is bounded before it is read.</summary>
    private static bool HasUsualDirectory(Stream content)
    {
        const int endSize = 22;
        var tail = new byte[Math.Min(content.Length, endSize + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < endSize)
        {
            throw new InvalidDataException("The directory at the end is missing.");
        }

        var end = tail.AsSpan(at);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        return entries <= MostEntries && content.Length - tail.Length + at - start is >= 0 and <= MostDirectoryBytes;
    }
}
