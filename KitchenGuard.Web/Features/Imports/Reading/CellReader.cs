using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Reads the cells of one mapped column into items. What is not certain is left empty with a warning.</summary>
internal sealed partial class CellReader
{
    private readonly bool _asItStands;
    private readonly bool _isPack;
    private readonly MappedColumn _column;
    private readonly string _field;
    private readonly string _currency;
    private readonly NumberFormat _format;
    private readonly Unit? _unit;
    private readonly NumberCell _number;
    private readonly bool _saysUnit;

    /// <param name="column">The column.</param>
    /// <param name="currency">The restaurant's currency.</param>
    /// <param name="asItStands">True: sizes and packs are our own and not rewritten.</param>
    /// <param name="isPack">True: reads what the column's pack text says beside itself, see <see cref="MappedColumn.Gives"/>.</param>
    internal CellReader(MappedColumn column, string currency, bool asItStands = false, bool isPack = false)
    {
        _isPack = isPack;
        _asItStands = asItStands;
        _column = column;
        _currency = currency;
        _field = column.Field!;
        _format = new NumberFormat(column.DecimalMark is [var mark] ? mark : '\0', column.BlankGroups);
        _unit = column.Unit is null ? null : Unit.FromCode(column.Unit);
        _saysUnit = HeaderText.Parse(column.Header).Unit is not null;
        _number = new NumberCell(column, _field, currency, _format, _unit);
    }

    internal int Index => _column.Column - 1;

    /// <summary>Whether a cell could stand in this column at all.</summary>
    internal bool MayHold(string cell) => _field switch
    {
        _ when NumberText.IsNothing(cell) => true,
        ItemField.ExpiresOn => DateText.Read(cell, _column.DateOrder, _column.DaySerials).State != DateState.Unreadable || (_column.MonthEnds && DateText.ReadMonth(cell).State == DateState.Read),
        _ when ItemField.IsNumber(_field) => NumberText.Read(cell, _format).State != NumberState.Unreadable,
        ItemField.Category or ItemField.Supplier or ItemField.Brand or ItemField.StorageArea =>
            NumberText.Read(cell, _format).State != NumberState.Read,
        _ => true,
    };

    /// <param name="byHand">A person wrote the cell: a mark that can only be decimal is, whatever the file's mark.</param>
    internal void Read(int line, string cell, ItemRow item, List<FoundIssue> issues, bool byHand = false)
    {
        if (cell.Length == 0)
        {
            return;
        }

        if (TypedCell.IsLost(cell))
        {
            Warn(line, cell, issues, IssueCode.NoValue, $"{TypedCell.WhyLost(cell)}; the {Words} was left empty.");
            return;
        }

        if (_isPack)
        {
            TakePack(line, cell, item, issues);
        }
        else if (ItemField.IsNumber(_field))
        {
            if ((byHand ? ByHand(cell) : _number).TryRead(line, cell, item, issues, out var value))
            {
                Set(item, value);
            }
        }
        else if (_field == ItemField.ExpiresOn)
        {
            ReadDate(line, cell, item, issues);
        }
        else
        {
            ReadText(line, cell, item, issues);
        }
    }

    private NumberCell ByHand(string cell) => NumberText.Read(cell, default).Shape.Proof switch
    {
        MarkProof.Point => new NumberCell(_column, _field, _currency, _format with { Mark = '.' }, _unit),
        MarkProof.Comma => new NumberCell(_column, _field, _currency, _format with { Mark = ',' }, _unit),
        _ => _number,
    };

    private void Set(ItemRow item, decimal value)
    {
        switch (_field)
        {
            case ItemField.Quantity: item.Quantity = value; break;
            case ItemField.CaseSize: item.CaseSize = value; break;
            case ItemField.CaseCost: item.CaseCost = value; break;
            case ItemField.UnitCost: item.UnitCost = value; break;
            case ItemField.SalePrice: item.SalePrice = value; break;
            case ItemField.ParLevel: item.ParLevel = value; break;
            case ItemField.ParCases: item.ParCases = value; break;
            case ItemField.ReorderPoint: item.ReorderPoint = value; break;
            case ItemField.Abv: item.Abv = value; break;
        }
    }

    private void ReadDate(int line, string cell, ItemRow item, List<FoundIssue> issues)
    {
        var date = _column.MonthEnds && DateText.ReadMonth(cell) is { State: DateState.Read } month ? month : DateText.Read(cell, _column.DateOrder, _column.DaySerials);
        switch (date.State)
        {
            case DateState.Read:
                item.ExpiresOn = date.Date;
                break;
            case DateState.Unreadable:
                Warn(line, cell, issues, IssueCode.NotADate, $"'{Shown(cell)}' is not a date that can be read for certain; the {Words} was left empty.");
                break;
            case DateState.Ambiguous:
                Warn(line, cell, issues, IssueCode.AmbiguousDate,
                    $"'{Shown(cell)}' could start with the day or the month, and nothing in the file proves which; the {Words} was left empty.");
                break;
            case DateState.OutOfRange:
                Warn(line, cell, issues, IssueCode.DateOutOfRange, $"'{Shown(cell)}' is not between 2000 and 2100; the {Words} was left empty.");
                break;
        }
    }

    private void ReadText(int line, string cell, ItemRow item, List<FoundIssue> issues)
    {
        var text = _field == ItemField.Notes ? CellText.Lines(cell) : CellText.Line(cell);
        if (text.Length == 0 || (_field != ItemField.Notes && !_asItStands && NumberText.IsNothing(text) && !(text.Length == 1 && char.IsLetterOrDigit(text[0]))))
        {
            return;
        }

        if (CellText.IsDamaged(text))
        {
            Warn(line, cell, issues, IssueCode.DamagedText, $"Some characters of the {Words} are damaged in the file; it was left empty.");
            return;
        }

        if (text.Length > ReadLimits.MaxTextLength && _field != ItemField.Notes)
        {
            Warn(line, cell, issues, IssueCode.TextTooLong, $"The {Words} has more than {ReadLimits.MaxTextLength} characters; it was left empty.");
            return;
        }

        SetText(line, cell, text, item, issues);
    }

    private void SetText(int line, string cell, string text, ItemRow item, List<FoundIssue> issues)
    {
        switch (_field)
        {
            case ItemField.Sku: item.Sku = Code(line, cell, text, issues); break;
            case ItemField.Barcode: item.Barcode = Code(line, cell, text, issues); break;
            case ItemField.Brand: item.Brand = text; break;
            case ItemField.Category: item.Category = text; break;
            case ItemField.Supplier: item.Supplier = text; break;
            case ItemField.StorageArea: item.StorageArea = text; break;
            case ItemField.LotCode: item.LotCode = text; break;
            case ItemField.Notes: item.Notes = text; break;
            case ItemField.BottleSize: item.BottleSize = _asItStands ? text : BottleSize(line, cell, text, item.UnitCode, issues); break;
            case ItemField.PackSize when IsUnitAmongPacks(text, out _): break;
            case ItemField.PackSize: item.PackSize = _asItStands ? text : Pack(text, FormatOf(cell), item); break;
            case ItemField.Unit: SetUnit(line, cell, text, item, issues); break;
        }
    }

    /// <summary>A spreadsheet's 8.41E+12 has lost the last digits of a code.</summary>
    private string? Code(int line, string cell, string text, List<FoundIssue> issues)
    {
        if (CellText.IsShortened(text))
        {
            Warn(line, cell, issues, IssueCode.DigitsLost, $"A spreadsheet program shortened this code to '{Shown(cell)}' and its digits are lost; the {Words} was left empty.");
            return null;
        }

        if (TypedCell.IsCertain(cell) && text.LastIndexOf('-') > 0)
        {
            Warn(line, cell, issues, IssueCode.DigitsLost, $"A spreadsheet program took this code for a date, {Shown(cell)}, and what it was is lost; the {Words} was left empty.");
            return null;
        }

        if (_field == ItemField.Barcode && !_asItStands && !CellText.HasDigit(text))
        {
            Warn(line, cell, issues, IssueCode.NoValue, $"'{Shown(cell)}' has no digits, so it is no barcode; the {Words} was left empty.");
            return null;
        }

        var code = _column.WholeCodes && !_asItStands && CellText.IsWholeNumber(text) ? text[..^2] : text;
        return code.AsSpan().ContainsAnyExcept('0') ? code : null;
    }

    private NumberFormat FormatOf(string cell) => TypedCell.IsCertain(cell) ? new NumberFormat('.', false) : _format;

    private string Words => FieldWords.Of(_field);

    private static string Shown(string cell) => CellText.Cut(CellText.Line(cell));

    private void Warn(int line, string cell, List<FoundIssue> issues, string code, string message) =>
        issues.Add(new FoundIssue(line, _column.Column, _field, CellText.Cut(cell), IssueSeverity.Warning, code, message));
}
