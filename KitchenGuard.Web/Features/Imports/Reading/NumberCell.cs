using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Reads the numbers of one column: in the item's unit, in the restaurant's currency and within the ledger's limits, or not at all.</summary>
internal sealed class NumberCell(MappedColumn column, string field, string currency, NumberFormat format, Unit? headerUnit)
{
    private const decimal MaxAmount = 1_000_000_000_000m;
    private const decimal MaxMoney = 10_000_000_000m;

    private readonly string _words = FieldWords.Of(field);

    /// <returns>False when the cell is empty or was left so, with a warning.</returns>
    internal bool TryRead(int line, string cell, ItemRow item, List<FoundIssue> issues, out decimal value)
    {
        value = 0;
        var number = NumberText.Read(cell, format);
        if (field == ItemField.Quantity && number.State is NumberState.Unreadable or NumberState.Read && (number.State == NumberState.Unreadable || number.Unit is not null)
            && CountText.TryRead(cell, format, out var count) && (item.CaseSize is not null || number.State == NumberState.Unreadable))
        {
            return TryCount(line, cell, count, item, ref value, issues) && TryLimits(line, cell, false, ref value, issues);
        }

        switch (number.State)
        {
            case NumberState.Blank:
                return false;
            case NumberState.Unreadable:
                Warn(line, cell, issues, IssueCode.NotANumber, $"'{CellText.Cut(CellText.Line(cell))}' is not a number that can be read for certain; the {_words} was left empty.");
                return false;
            case NumberState.Ambiguous:
                Warn(line, cell, issues, IssueCode.AmbiguousNumber,
                    $"'{CellText.Cut(CellText.Line(cell))}' could have a decimal or a thousands mark, and nothing in the file proves which; the {_words} was left empty.");
                return false;
            case NumberState.TooLarge:
                Warn(line, cell, issues, IssueCode.TooLarge, $"'{CellText.Cut(CellText.Line(cell))}' is too large; the {_words} was left empty.");
                return false;
        }

        if (number.Currency is { } sign && (!ItemField.IsMoney(field) || !CurrencyText.Means(sign, currency)))
        {
            Warn(line, cell, issues, IssueCode.ForeignCurrency, ItemField.IsMoney(field)
                ? $"'{CellText.Cut(CellText.Line(cell))}' is not in {currency}; the {_words} was left empty."
                : $"'{CellText.Cut(CellText.Line(cell))}' is an amount of money; the {_words} was left empty.");
            return false;
        }

        if (ItemField.IsMoney(field) && ((!number.IsPerUnit && cell.AsSpan().TrimEnd(" -=/").Contains('/')) || (column.Times is not null && number.Currency is not null)))
        {
            Warn(line, cell, issues, IssueCode.NotANumber, $"'{CellText.Cut(CellText.Line(cell))}' is not a price that can be read for certain; the {_words} was left empty.");
            return false;
        }

        if (column.ScaleUnknown && IsWhole(number) && number.Value != 0)
        {
            Warn(line, cell, issues, IssueCode.AmbiguousNumber, $"'{CellText.Cut(CellText.Line(cell))}' may be whole {currency} or hundredths, and nothing in the file proves which; the {_words} was left empty.");
            return false;
        }

        if (number.IsPercent && field != ItemField.Abv)
        {
            Warn(line, cell, issues, IssueCode.NotANumber, $"'{CellText.Cut(CellText.Line(cell))}' is a percentage; the {_words} was left empty.");
            return false;
        }

        value = column.InHundredths && IsWhole(number) ? number.Value / 100 : number.Unit is not null || column.Times is not { } times ? number.Value : ItemField.IsMoney(field) ? number.Value / times : number.Value * times;
        if (!TryUnit(number, item, ref value))
        {
            Warn(line, cell, issues, IssueCode.UnitMismatch,
                $"'{CellText.Cut(CellText.Line(cell))}' is in another unit than the item ({item.UnitCode ?? "each"}); the {_words} was left empty.");
            return false;
        }

        return TryLimits(line, cell, number.IsPercent, ref value, issues);
    }

    /// <summary>Whether nothing about the number says that it is in the currency itself: a sign, or decimals.</summary>
    private static bool IsWhole(NumberReading number) => number is { Currency: null, Unit: null, Shape.Decimal: < 0, Value.Scale: 0 };

    /// <summary>Cases and single pieces make a number only where it is known how many pieces a case holds, and the item is counted in pieces.</summary>
    private bool TryCount(int line, string cell, CountText count, ItemRow item, ref decimal value, List<FoundIssue> issues)
    {
        var piece = count.Piece ?? Unit.Each;
        var counted = item.UnitCode is null ? piece : Unit.FromCode(item.UnitCode);
        if (CountText.IsCase(counted) && count.Pieces == 0)
        {
            value = count.Cases;
            return true;
        }

        if (item.CaseSize is not { } size || !CountText.IsPiece(counted))
        {
            Warn(line, cell, issues, IssueCode.UnitMismatch, item.CaseSize is null
                ? $"'{CellText.Cut(CellText.Line(cell))}' counts cases, and the file does not say how many one case holds; the {_words} was left empty."
                : $"'{CellText.Cut(CellText.Line(cell))}' counts cases and pieces, but the item is counted in {counted.Code}; the {_words} was left empty.");
            return false;
        }

        item.UnitCode ??= count.Piece?.Code;
        value = (count.Cases * size) + count.Pieces;
        return true;
    }

    /// <summary>Brings an amount or a cost from the cell's unit to the item's.</summary>
    private bool TryUnit(NumberReading number, ItemRow item, ref decimal value)
    {
        if (ItemField.IsMoney(field))
        {
            var per = number.Unit is null ? headerUnit : number.IsPerUnit ? number.Unit : null;
            if (column.NamesUnit && item.UnitCode is null && per is { Code: not "dozen" } named)
            {
                item.UnitCode = named.Code;
            }

            return number.Unit is null ? headerUnit is null || TryCostUnit(headerUnit, item, ref value) : number.IsPerUnit && TryCostUnit(number.Unit, item, ref value);
        }

        if (number.IsPerUnit || (field == ItemField.Abv && number.Unit is not null))
        {
            return false;
        }

        var unit = number.Unit ?? (field == ItemField.Abv ? null : headerUnit);
        if (unit is null)
        {
            return true;
        }

        if (field is ItemField.CaseSize or ItemField.ParCases)
        {
            return unit.Kind == UnitKind.Count;
        }

        if (column.Times is not null && number.Unit is null)
        {
            // "Stock in packs of 6" counts pieces, "stock (100 g)" only what is weighed.
            return unit.Code == "each" ? CountText.IsPiece(Unit.FromCode(item.UnitCode ?? "each")) : item.UnitCode is not null && unit.TryConvert(value, Unit.FromCode(item.UnitCode), out value);
        }

        if (field == ItemField.Quantity && item.UnitCode is null)
        {
            item.UnitCode = unit.Code;
            return true;
        }

        return unit.TryConvert(value, Unit.FromCode(item.UnitCode ?? "each"), out value);
    }

    private bool TryCostUnit(Unit per, ItemRow item, ref decimal value)
    {
        if (field != ItemField.CaseCost)
        {
            return TryPerUnit(per, item, ref value);
        }

        // What is counted in boxes costs what one box does.
        item.CaseIsUnit |= item.UnitCode == per.Code;
        return CountText.IsCase(per) || (per.Kind == UnitKind.Count && per == headerUnit);
    }

    /// <summary>Brings a price for one of a unit to the item's.</summary>
    internal static bool TryPerUnit(Unit per, ItemRow item, ref decimal value)
    {
        if (item.UnitCode is null && per.Code is "bottle" or "can" or "keg" or "jar" or "bag" or "bunch" or "head" or "tub" or "roll" or "portion")
        {
            // An item of which the list names no unit is counted in what it is priced by.
            return item.UnitCode is null;
        }

        var counted = item.UnitCode is null ? Unit.Each : Unit.FromCode(item.UnitCode);
        if (per.Code is "each" or "dozen" && (CountText.IsPiece(counted) || counted.Kind == UnitKind.Custom) && (per.Code == "each" || counted.Code is "each" or "bottle" or "can"))
        {
            value /= per.Factor;
            return true;
        }

        if (!counted.TryConvert(1, per, out var each) || !per.TryConvert(1, counted, out var counts))
        {
            return false;
        }

        value = each < 1 ? value / counts : value * each;
        return true;
    }

    private bool TryLimits(int line, string cell, bool isPercent, ref decimal value, List<FoundIssue> issues)
    {
        var money = ItemField.IsMoney(field);
        if (Math.Abs(value) >= (money ? MaxMoney : MaxAmount))
        {
            Warn(line, cell, issues, IssueCode.TooLarge, $"'{CellText.Cut(CellText.Line(cell))}' is too large; the {_words} was left empty.");
            return false;
        }

        if (value < 0 && field != ItemField.Quantity)
        {
            Warn(line, cell, issues, IssueCode.Negative, $"The {_words} cannot be negative; '{CellText.Cut(CellText.Line(cell))}' was left empty.");
            return false;
        }

        if (field == ItemField.CaseSize && value == 0)
        {
            Warn(line, cell, issues, IssueCode.OutOfRange, "A case cannot hold 0 units; the case size was left empty.");
            return false;
        }

        if (field == ItemField.Abv)
        {
            value = column.Fraction && !isPercent ? value * 100 : value;
            if (value > 100)
            {
                Warn(line, cell, issues, IssueCode.OutOfRange, $"'{CellText.Cut(CellText.Line(cell))}' is more than 100 percent alcohol; it was left empty.");
                return false;
            }
        }

        var rounded = decimal.Round(value, money ? 4 : 6, MidpointRounding.ToEven);
        if (rounded != value)
        {
            Warn(line, cell, issues, IssueCode.Rounded, $"'{CellText.Cut(CellText.Line(cell))}' was rounded to {CellText.Number(rounded)}.");
            value = rounded;
        }

        if (value < 0)
        {
            Warn(line, cell, issues, IssueCode.NegativeStock, $"The quantity is negative ({CellText.Number(value)}); it was taken as it stands.");
        }

        return true;
    }

    private void Warn(int line, string cell, List<FoundIssue> issues, string code, string message) =>
        issues.Add(new FoundIssue(line, column.Column, field, CellText.Cut(cell), IssueSeverity.Warning, code, message));
}
