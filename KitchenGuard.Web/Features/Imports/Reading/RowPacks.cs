using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Settles what a row's counts and sizes of packs say together: 4 packs of 10 lb are a case of 40 lb, 10 l in a crate of 20 x 0.5 l are bottles of 500 ml.</summary>
internal sealed class RowPacks
{
    private readonly MappedColumn? _counts;
    private readonly NumberFormat _format;

    internal RowPacks(ReadPlan plan)
    {
        _counts = plan.Columns.FirstOrDefault(column => column.PackOf is not null);
        _format = plan.ColumnOf(ItemField.PackSize) is { } packs ? new NumberFormat(packs.DecimalMark is [var mark] ? mark : '\0', packs.BlankGroups) : default;
    }

    internal void Settle(int line, ItemRow item, List<FoundIssue> issues)
    {
        if (item.IsComplete || item.PackSize is not { } size)
        {
            return;
        }

        if (item.BottleSize is { } bottle && PackText.TryRead(size, _format, out var pack) && pack is { Count: > 1, Measure: { Kind: UnitKind.Volume } measure }
            && bottle == CellText.Size(pack.Count * pack.Amount, measure))
        {
            item.BottleSize = CellText.Size(pack.Amount, measure);
        }

        if (_counts is not null && item is { CaseSize: { } count, UnitCode: { } code } && Unit.FromCode(code) is { Kind: UnitKind.Weight or UnitKind.Volume } counted)
        {
            item.CaseSize = NumberText.Read(size, _format) is { State: NumberState.Read, IsPerUnit: false, Unit: { } unit, Value: > 0 } one && unit.TryConvert(count * one.Value, counted, out var whole) && decimal.Round(whole, 6) == whole
                ? whole : null;
            if (item.CaseSize is null)
            {
                issues.Add(new FoundIssue(line, _counts.Column, ItemField.CaseSize, CellText.Cut(size), IssueSeverity.Warning, IssueCode.PackUnclear,
                    $"'{CellText.Cut(size)}' does not say for certain how many {counted.Code} are in one pack; the case size was left empty."));
            }
        }
    }
}
