using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>What was entered, checked and converted into the item's unit.</summary>
/// <param name="Quantity">In the item's unit, six decimals, rounded half to even once; without the sign that the kind adds.</param>
/// <param name="Entered">The number as entered.</param>
/// <param name="Unit">The unit as entered, by its code.</param>
/// <param name="Factor">Item units in one entered unit.</param>
internal sealed record MovementEntry(decimal Quantity, decimal Entered, string Unit, decimal Factor)
{
    /// <summary>The word for cases among the units.</summary>
    public const string Case = "case";

    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);

    /// <summary>What can be said without knowing the item.</summary>
    public static Error? Check(MovementInput input, DateTimeOffset now) => input switch
    {
        { Kind: null or MovementKind.Import or MovementKind.Undo } => StockErrors.KindNotPostable,
        { Kind: MovementKind.Count, Quantity: < 0 } => StockErrors.CountBelowZero,
        { Kind: MovementKind.Correction, Quantity: null or 0 } => StockErrors.NothingToCorrect,
        { Quantity: null } => StockErrors.NotAboveZero,
        { Kind: not (MovementKind.Count or MovementKind.Correction), Quantity: <= 0 } => StockErrors.NotAboveZero,
        { Kind: not MovementKind.Transfer, To: not null } => StockErrors.TargetOfOther,
        { Kind: MovementKind.Transfer } when input.To?.Department is null == string.IsNullOrWhiteSpace(input.To?.StorageArea) => StockErrors.NoTarget,
        { OccurredAt: { } at } when at > now + ClockDifference => StockErrors.InTheFuture,
        { OccurredAt.Year: < 2000 } => StockErrors.LongAgo,
        _ => null,
    };

    /// <summary>Converts into the item's unit.</summary>
    public static Result<MovementEntry> Read(StockedItem item, MovementInput input)
    {
        var entered = ItemEntry.Quantity(input.Quantity)!.Value;
        var text = ItemEntry.Line(input.Unit);
        var own = Data.Inventory.Unit.FromCode(item.Unit);
        var from = text is null || string.Equals(text, item.Unit, StringComparison.OrdinalIgnoreCase) ? own
            : Data.Inventory.Unit.TryParse(text, out var known) ? known
            : Data.Inventory.Unit.Custom(text);
        if (from.Code == Case && own.Code != Case)
        {
            return item.CaseSize is { } size ? Of(entered * size, entered, Case, size, input.Kind) : StockErrors.NoCaseSize;
        }

        return from.TryConvert(entered, own, out var quantity) && from.TryConvert(1, own, out var factor)
            ? Of(quantity, entered, from.Code, factor, input.Kind)
            : StockErrors.UnitNotConvertible(from.Code, own.Code);
    }

    private static Result<MovementEntry> Of(decimal exact, decimal entered, string unit, decimal factor, MovementKind? kind)
    {
        var quantity = decimal.Round(exact, 6);
        return Math.Abs(quantity) > (decimal)AmountAttribute.MostQuantity ? StockErrors.TooLarge
            : quantity == 0 && kind != MovementKind.Count ? StockErrors.NotAboveZero
            : new MovementEntry(ItemRows.Trim(quantity), entered, unit, decimal.Round(factor, 12));
    }
}
