using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Settles what a row's prices are for and in which money, by the cells beside them. What is not certain is left empty with a warning.</summary>
internal sealed class RowPrices
{
    private readonly string _currency;
    private readonly int? _packs;
    private readonly bool _counts;
    private readonly MappedColumn[] _told;

    internal RowPrices(ReadPlan plan)
    {
        _currency = plan.Currency;
        // Where a list says what a pack costs and not what it counts, it counts packs.
        _counts = (plan.ColumnOf(ItemField.Quantity) ?? plan.ColumnOf(ItemField.ParLevel)) is { } counted && HeaderText.Parse(counted.Header).Key is var key
            && !HeaderWords.Says(key, Word.Bottle) && !HeaderWords.Says(key, Word.Unit);
        _packs = plan.ColumnOf(ItemField.PackSize)?.Column;
        _told = [.. plan.Columns.Where(column => column.CurrencyIn is not null || column.PriceUnitIn is not null)];
    }

    internal void Settle(int line, string[] cells, ItemRow item, List<FoundIssue> issues)
    {
        foreach (var column in _told)
        {
            if (Get(item, column.Field!) is { } price && !SettleCurrency(line, cells, column, item, issues))
            {
                SettleUnit(line, cells, column, price, item, issues);
            }
        }

        if (item is { IsComplete: false, UnitCode: { } unit, UnitCost: { } cost, CaseCost: { } whole, CaseSize: > 1 and var size } && CountText.IsCase(Unit.FromCode(unit))
            && cost * 2 <= whole && Math.Abs((cost * size) - whole) <= 0.01m * size / 2)
        {
            // Beside the price of the counted case, which is so many times as high, it is the price of one piece in it.
            (item.UnitCost, item.CaseIsUnit) = (null, true);
        }
    }

    private bool SettleCurrency(int line, string[] cells, MappedColumn column, ItemRow item, List<FoundIssue> issues)
    {
        var sign = CellAt(cells, column.CurrencyIn);
        if (!CurrencyText.IsCurrency(sign) || CurrencyText.Means(sign, _currency))
        {
            return false;
        }

        Set(item, column.Field!, null);
        Warn(line, column, cells, issues, IssueCode.ForeignCurrency, $"The {FieldWords.Of(column.Field!)} of this line is in {sign}, not in {_currency}; it was left empty.");
        return true;
    }

    private void SettleUnit(int line, string[] cells, MappedColumn column, decimal price, ItemRow item, List<FoundIssue> issues)
    {
        var text = CellAt(cells, column.PriceUnitIn);
        var format = new NumberFormat(column.DecimalMark is [var mark] ? mark : '\0', column.BlankGroups);
        if (NumberText.IsNothing(text) || text.Equals(item.UnitCode, StringComparison.OrdinalIgnoreCase) || NumberText.Read(CellAt(cells, column.Column), format).Unit is not null)
        {
            return;
        }

        var isRead = PriceBasis.TryRead(text, format, out var basis);
        var isOfPack = isRead && item.UnitCode is null && basis.Pack is { Count: > 1 };
        if (column.PriceUnitIn == _packs && item.UnitCode is null && !isOfPack)
        {
            // What is bought is what is counted: a bag, a keg.
            return;
        }

        if (column.Field == ItemField.UnitCost && (isOfPack || (isRead && basis.IsCase(item))))
        {
            item.CaseSize ??= basis.Pack?.Count;
            item.UnitCode ??= isOfPack && _counts ? "case" : null;
            item.CaseCost ??= decimal.Round(price / basis.Count, 4, MidpointRounding.ToEven);
            item.UnitCost = null;
            return;
        }

        var converted = price;
        if (!isRead || !basis.TryConvert(item, ref converted))
        {
            Set(item, column.Field!, null);
            Warn(line, column, cells, issues, IssueCode.UnitMismatch,
                $"The {FieldWords.Of(column.Field!)} is for '{CellText.Cut(text)}', and the item is counted in {item.UnitCode ?? "each"}; it was left empty.");
            return;
        }

        var rounded = decimal.Round(converted, 4, MidpointRounding.ToEven);
        Set(item, column.Field!, rounded);
        if (rounded != converted)
        {
            Warn(line, column, cells, issues, IssueCode.Rounded, $"The {FieldWords.Of(column.Field!)} is for '{CellText.Cut(text)}'; for one {item.UnitCode ?? "each"} it was rounded to {CellText.Number(rounded)}.");
        }
    }

    private static decimal? Get(ItemRow item, string field) =>
        field switch { ItemField.UnitCost => item.UnitCost, ItemField.CaseCost => item.CaseCost, ItemField.SalePrice => item.SalePrice, _ => null };

    private static void Set(ItemRow item, string field, decimal? price)
    {
        switch (field)
        {
            case ItemField.UnitCost: item.UnitCost = price; break;
            case ItemField.CaseCost: item.CaseCost = price; break;
            case ItemField.SalePrice: item.SalePrice = price; break;
        }
    }

    private static string CellAt(string[] cells, int? column) => column is { } at && at <= cells.Length ? CellText.Line(TypedCell.Plain(cells[at - 1])) : "";

    private static void Warn(int line, MappedColumn column, string[] cells, List<FoundIssue> issues, string code, string message) =>
        issues.Add(new FoundIssue(line, column.Column, column.Field, CellText.Cut(CellAt(cells, column.Column)), IssueSeverity.Warning, code, message));
}
