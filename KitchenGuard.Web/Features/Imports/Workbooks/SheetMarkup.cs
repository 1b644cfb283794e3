using System.Text;
using System.Xml;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Reads a workbook's XML: as a stream, without document types or anything from outside, with an end to every text.</summary>
internal static class SheetMarkup
{
    // A little more than a cell may have, so that a longer one is seen to be too long.
    private const int MaxText = ReadLimits.MaxCellLength * 4;

    internal static XmlReader Open(Stream part) => XmlReader.Create(part, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    /// <summary>Appends the text inside the element that the reader stands on, and leaves it on the element's end.</summary>
    internal static void AppendText(XmlReader xml, StringBuilder text, char[] buffer)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                for (int read; text.Length <= MaxText && (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
                {
                    text.Append(buffer, 0, read);
                }
            }
        }
    }

    /// <summary>Appends the text of an &lt;si&gt; or &lt;is&gt; element: all its runs, without the reading aids of Japanese words.</summary>
    internal static void AppendRichText(XmlReader xml, StringBuilder text, char[] buffer)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            while (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                xml.Skip();
            }

            if (xml.Depth <= depth)
            {
                return;
            }

            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t")
            {
                AppendText(xml, text, buffer);
            }
        }
    }

    /// <summary>A text as a cell of one line: escapes such as _x000D_ undone, line breaks as <see cref="TypedCell.Break"/>, our own marks made visible.</summary>
    internal static string Clean(StringBuilder found)
    {
        var text = found.ToString();
        if (text.Contains("_x", StringComparison.Ordinal))
        {
            text = Unescape(text);
        }

        if (!text.AsSpan().ContainsAny(Special))
        {
            return text;
        }

        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', TypedCell.Break).Replace('\n', TypedCell.Break)
            .Replace(SheetText.Delimiter, '\uFFFD').Replace(TypedCell.Certain, '\uFFFD').Replace(TypedCell.Lost, '\uFFFD').Replace('\0', '\uFFFD');
    }

    private static readonly System.Buffers.SearchValues<char> Special =
        System.Buffers.SearchValues.Create(['\r', '\n', '\0', SheetText.Delimiter, TypedCell.Certain, TypedCell.Lost]);

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
