using System.Diagnostics.CodeAnalysis;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <content>Units, packs and sizes, which are written into each other: "24x330 ml" may be what is counted, what it comes in, or both.</content>
internal sealed partial class CellReader
{
    private const decimal LargestBottle = 6;
    private const decimal LeastOfCrate = 4;

    private void TakePack(int line, string cell, ItemRow item, List<FoundIssue> issues)
    {
        var text = CellText.Line(cell);
        var isUnit = _column.Gives.Contains(ItemField.Unit);
        if (IsUnitAmongPacks(text, out var named))
        {
            item.UnitCode ??= named.Code;
            return;
        }

        if (!PackText.TryRead(text, _format, out var pack))
        {
            if (!PackText.IsUnclear(text, _format))
            {
                return;
            }

            item.UnitCode ??= isUnit && text.Any(char.IsLetter) && text.Length <= Unit.MaxNameLength ? Unit.Custom(text).Code : null;
            if (_column.Gives.Contains(ItemField.CaseSize) && !_column.PacksUnclear)
            {
                Warn(line, cell, issues, IssueCode.PackUnclear, $"'{Shown(cell)}' does not say for certain how many are in one case; the case size was left empty.");
            }

            return;
        }

        item.UnitCode ??= isUnit && pack.Count > 1 ? "case" : null;
        if (_column.Gives.Contains(ItemField.CaseSize))
        {
            item.CaseSize ??= pack.CountIn(item.UnitCode);
        }

        if (_column.Gives.Contains(ItemField.BottleSize) && pack.Measure is { Kind: UnitKind.Volume } measure)
        {
            item.BottleSize ??= CellText.Size(pack.Amount, measure);
        }
    }

    /// <summary>"kg" among "70cl" and "500 ml" is what the item is counted in, not what it comes in.</summary>
    private bool IsUnitAmongPacks(string text, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        return _column.Gives.Contains(ItemField.Unit) && Unit.TryParse(text, out unit);
    }

    /// <summary>A bare 20 beside 0.7 is how many are in the crate, unless it is a keg.</summary>
    private string? BottleSize(int line, string cell, string text, string? unit, List<FoundIssue> issues)
    {
        var format = FormatOf(cell);
        if (_unit is { Code: "l" } && NumberText.Read(text, format) is { State: NumberState.Read, Unit: null } number
            && (unit is not null && CountText.IsCase(Unit.FromCode(unit)) ? number.Value >= LeastOfCrate : number.Value > LargestBottle && unit != "keg" && !_saysUnit))
        {
            Warn(line, cell, issues, IssueCode.OutOfRange, $"No bottle holds {Shown(cell)} litres, so this may be how many there are; the {Words} was left empty.");
            return null;
        }

        return CellText.Size(text, format, _unit);
    }

    /// <summary>A bare number is an amount of the item's unit when that is a weight or a volume.</summary>
    private string Pack(string text, NumberFormat format, ItemRow item)
    {
        var unit = _unit ?? (item.UnitCode is null ? null : Unit.FromCode(item.UnitCode));
        return unit is { Kind: UnitKind.Weight or UnitKind.Volume } && NumberText.Read(text, format) is { State: NumberState.Read, Unit: null, IsPercent: false, Currency: null } number
            ? $"{CellText.Number(number.Value)} {unit.Code}"
            : text;
    }

    private void SetUnit(int line, string cell, string text, ItemRow item, List<FoundIssue> issues)
    {
        if (Unit.TryParse(text, out var unit))
        {
            item.UnitCode = unit.Code;
        }
        else if (TryPacked(text, out unit, out var inside))
        {
            item.UnitCode = unit.Code;
            item.PackSize ??= inside;
        }
        else if (!_asItStands && NumberText.Read(text, _format) is { Shape.IsNumber: true, Unit: null })
        {
            Warn(line, cell, issues, IssueCode.NotAUnit, $"'{Shown(cell)}' is a number, not a unit; the unit was left empty.");
        }
        else if (!_asItStands && PackText.TryRead(text, _format, out var pack) && pack.Count > 1)
        {
            // A "unit" of "24x330 ml" is what is counted and paid: a case.
            (item.UnitCode, item.PackSize, item.CaseSize) = ("case", item.PackSize ?? text, item.CaseSize ?? pack.Count);
        }
        else if (text.Length <= Unit.MaxNameLength)
        {
            item.UnitCode = Unit.Custom(text).Code;
        }
        else
        {
            Warn(line, cell, issues, IssueCode.TextTooLong, $"The unit has more than {Unit.MaxNameLength} characters; it was left empty.");
        }
    }

    /// <summary>"Stück (0,2 l)": counted in pieces, of which each holds so much. "1 box" is a box.</summary>
    private bool TryPacked(string text, [NotNullWhen(true)] out Unit? unit, out string? inside)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        (unit, inside) = (null, null);
        if (!_asItStands && NumberText.Read(text, _format) is { State: NumberState.Read, Value: 1, IsPerUnit: false, Unit: { } one })
        {
            // "1 box".
            unit = one;
            return true;
        }

        if (_asItStands || open <= 0 || text[^1] != ')' || !Unit.TryParse(text.AsSpan(0, open).Trim(), out unit) || unit.Kind != UnitKind.Count)
        {
            return false;
        }

        inside = text[(open + 1)..^1].Trim();
        return NumberText.Read(inside, _format) is { Shape.IsNumber: true, IsPerUnit: false, Unit.Kind: UnitKind.Weight or UnitKind.Volume };
    }
}
