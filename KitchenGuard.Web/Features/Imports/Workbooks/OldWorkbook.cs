using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Tells the two kinds of file apart that begin alike: workbooks of before 2007, and newer ones behind a password.</summary>
internal static class OldWorkbook
{
    private static readonly byte[] Start = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    internal static bool StartsLike(ReadOnlySpan<byte> start) => start.StartsWith(Start);

    /// <param name="content">Seekable; it stays open.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task<FileRefusal> RefuseAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        var kept = 0;
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(kept), ct)) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(Encrypted) >= 0)
            {
                return new(RefusalCode.Workbook, "This workbook is protected by a password. Save it without one and upload that file.");
            }

            kept = Math.Min(Encrypted.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return new(RefusalCode.Workbook, "This is an old Excel workbook (.xls). Save it as .xlsx or CSV and upload that file.");
    }
}
