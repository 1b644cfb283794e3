using System.Text;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>
/// The texts that a workbook's cells name by number, as UTF-8: in memory while they are small, else in a temporary file, so that a
/// workbook of any size takes little memory.
/// </summary>
internal sealed class SharedTexts : IDisposable
{
    private const int MostTexts = 4_000_000;
    private const int MemoryBytes = 8 * 1024 * 1024;

    private readonly List<uint> _starts = [0];
    private Stream _store = new MemoryStream();
    private uint _length;

    /// <exception cref="WorkbookException">There are more texts than can be kept.</exception>
    internal static SharedTexts Read(Stream? part)
    {
        var texts = new SharedTexts();
        if (part is null)
        {
            return texts;
        }

        using var xml = SheetMarkup.Open(part);
        var (text, buffer) = (new StringBuilder(), new char[4096]);
        while (xml.Read())
        {
            if (xml.NodeType == System.Xml.XmlNodeType.Element && xml.LocalName == "si")
            {
                text.Clear();
                SheetMarkup.AppendRichText(xml, text, buffer);
                texts.Add(SheetMarkup.Clean(text));
            }
        }

        return texts;
    }

    /// <summary>The bytes of a text; null when the workbook has no such number.</summary>
    internal byte[]? Find(int number)
    {
        if (number < 0 || number + 1 >= _starts.Count)
        {
            return null;
        }

        var bytes = new byte[_starts[number + 1] - _starts[number]];
        _store.Position = _starts[number];
        _store.ReadExactly(bytes);
        return bytes;
    }

    private void Add(string text)
    {
        if (_starts.Count > MostTexts)
        {
            throw new WorkbookException(Reading.RefusalCode.TooLarge, $"The workbook has more than {MostTexts:N0} different texts. Split it, or save the sheet as CSV.");
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (_store is MemoryStream memory && memory.Length + bytes.Length > MemoryBytes)
        {
            _store = TemporaryFile.Create();
            memory.Position = 0;
            memory.CopyTo(_store);
            memory.Dispose();
        }

        _store.Write(bytes);
        _length = checked(_length + (uint)bytes.Length);
        _starts.Add(_length);
    }

    public void Dispose() => _store.Dispose();
}
