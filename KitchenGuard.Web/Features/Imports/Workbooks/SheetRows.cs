using System.Globalization;
using System.Text;
using System.Xml;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>Reads a sheet's rows one after the other, with the memory of one row.</summary>
internal sealed class SheetRows : IDisposable
{
    private readonly WorkbookFile _workbook;
    private readonly XmlReader _xml;
    private readonly SharedTexts _texts;
    private readonly CellFormat[] _formats;
    private readonly CellValue _values;
    private readonly SpannedTexts _spanned;
    private readonly StringBuilder _text = new();
    private readonly char[] _buffer = new char[4096];

    /// <param name="workbook">Disposed with the rows.</param>
    /// <param name="sheet">One of its sheets.</param>
    /// <param name="headerLine">Texts that span rows below this one are taken for each of these rows; null: none are.</param>
    internal SheetRows(WorkbookFile workbook, SheetTab sheet, int? headerLine)
    {
        (_workbook, _values, _formats) = (workbook, new CellValue(workbook.Uses1904), workbook.ReadFormats());
        _spanned = new SpannedTexts(headerLine is { } line ? [.. MergedCells.Find(workbook, sheet).Where(cell => cell.First > line)] : []);
        _texts = workbook.ReadTexts();
        _xml = SheetMarkup.Open(workbook.OpenPart(sheet));
    }

    /// <summary>The number of the row that was read last.</summary>
    internal int Row { get; private set; }

    /// <summary>The cells of that row as UTF-8, empty where there is none.</summary>
    internal byte[][] Cells { get; } = Enumerable.Repeat(Array.Empty<byte>(), ReadLimits.MaxColumns).ToArray();

    /// <summary>How many of <see cref="Cells"/> the row has, up to the last that is not empty.</summary>
    internal int Count { get; private set; }

    /// <summary>What a person should know of the sheet; complete after the last row.</summary>
    internal SheetFacts Facts { get; } = new();

    /// <summary>Reads on to the next row with something in it.</summary>
    /// <exception cref="WorkbookException">The sheet is larger than what is taken.</exception>
    /// <exception cref="XmlException">The sheet is damaged.</exception>
    internal bool Read()
    {
        while (_xml.Read())
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (_xml.LocalName == "row" && ReadRow())
            {
                return true;
            }

            if (_xml.LocalName == "col" && _xml.GetAttribute("hidden") is "1" or "true")
            {
                Facts.HideColumns(Whole(_xml.GetAttribute("min")), Whole(_xml.GetAttribute("max")));
            }
        }

        return false;
    }

    private bool ReadRow()
    {
        var row = _xml.GetAttribute("r") is { } number ? Whole(number) : Row + 1;
        if (row <= Row)
        {
            throw new InvalidDataException("The sheet's rows are out of order.");
        }

        Row = row;
        var isHidden = _xml.GetAttribute("hidden") is "1" or "true";
        Cells.AsSpan(0, Count).Fill([]);
        Count = 0;
        if (_xml.IsEmptyElement)
        {
            return false;
        }

        var depth = _xml.Depth;
        var column = 0;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "c")
            {
                ReadCell(ref column);
            }
        }

        if (Count == 0)
        {
            return false;
        }

        Count = _spanned.Fill(Row, Cells, Count);
        Facts.Add(Row, isHidden);
        return true;
    }

    private void ReadCell(ref int column)
    {
        var place = _xml.GetAttribute("r") is { } name
            ? CellPlace.TryParse(name, out var found) ? found : throw new InvalidDataException("A cell has no place.")
            : new CellPlace(column + 1, Row);
        if (place.Column <= column)
        {
            throw new InvalidDataException("A row's cells are out of order.");
        }

        column = place.Column;
        var type = _xml.GetAttribute("t");
        var style = Whole(_xml.GetAttribute("s"));
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var value = Value(type, style < _formats.Length ? _formats[style] : CellFormat.General);
        if (value.Length == 0)
        {
            return;
        }

        if (column > ReadLimits.MaxColumns)
        {
            throw new WorkbookException(RefusalCode.TooManyColumns,
                $"The sheet has a cell in column {column:N0} ({CellPlace.Letters(column)}); at most {ReadLimits.MaxColumns} columns can be read. Delete what does not belong to the list.");
        }

        Cells[column - 1] = value;
        Count = column;
        _spanned.Note(place with { Row = Row }, value, type is "s" or "inlineStr" or "str");
    }

    private byte[] Value(string? type, CellFormat format)
    {
        var depth = _xml.Depth;
        var isFormula = false;
        byte[] value = [];
        _text.Clear();
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_xml.LocalName)
            {
                case "v":
                    SheetMarkup.AppendText(_xml, _text, _buffer);
                    value = Stored(type, format);
                    break;
                case "is":
                    SheetMarkup.AppendRichText(_xml, _text, _buffer);
                    value = Encoding.UTF8.GetBytes(SheetMarkup.Clean(_text));
                    break;
                case "f":
                    isFormula = true;
                    _xml.Skip();
                    // Skipping ends on the next node, which the loop would read past.
                    if (_xml.Depth > depth && _xml.NodeType == XmlNodeType.Element && _xml.LocalName == "v")
                    {
                        goto case "v";
                    }

                    if (_xml.Depth <= depth)
                    {
                        return Missing(type, isFormula, value);
                    }

                    break;
            }
        }

        return Missing(type, isFormula, value);
    }

    /// <summary>A formula without a value says so; one that gives an empty text does have a value.</summary>
    private static byte[] Missing(string? type, bool isFormula, byte[] value) =>
        isFormula && value.Length == 0 && type != "str" ? Lost("") : value;

    private byte[] Stored(string? type, CellFormat format)
    {
        switch (type)
        {
            case "s":
                return int.TryParse(_text.ToString(), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
                    ? _texts.Find(number) ?? throw new InvalidDataException("A text is missing.")
                    : [];
            case "str":
                return Encoding.UTF8.GetBytes(SheetMarkup.Clean(_text));
            case "b":
                return _text.Length == 0 ? [] : _text[0] == '1' ? "TRUE"u8.ToArray() : "FALSE"u8.ToArray();
            case "e":
                return Lost(_text.Length == 0 ? "#ERROR" : SheetMarkup.Clean(_text));
            case "d":
                return Encoding.UTF8.GetBytes(CellValue.Iso(_text.ToString()));
            default:
                Span<char> digits = stackalloc char[400];
                if (_text.Length > digits.Length)
                {
                    return Encoding.UTF8.GetBytes(SheetMarkup.Clean(_text));
                }

                _text.CopyTo(0, digits, _text.Length);
                return _text.Length == 0 ? [] : Encoding.UTF8.GetBytes(_values.Number(digits[.._text.Length], format));
        }
    }

    private static byte[] Lost(string what) => Encoding.UTF8.GetBytes(TypedCell.Lost + what);

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public void Dispose()
    {
        _xml.Dispose();
        _texts.Dispose();
        _workbook.Dispose();
    }
}
