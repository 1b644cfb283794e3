using System.Globalization;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>A page of an item's ledger. Model of <c>_Ledger</c>.</summary>
public sealed record LedgerView(ItemAnswer Item, MovementPage Page, bool MayMove)
{
    /// <summary>The ledger after the last line shown.</summary>
    public string? NextUrl => Page.Next is { } next ? $"/items/{Item.Id}?cursor={next}" : null;

    /// <summary>Where a movement is undone.</summary>
    public string UndoUrl(long movementId) => $"/items/{Item.Id}/movements/new?handler=Undo&movement={movementId}";
}

/// <summary>An item's stock on its page. Model of <c>_Stock</c>.</summary>
public sealed record StockView(ItemAnswer Item, bool MayMove);

/// <summary>Movements in words.</summary>
public static class MovementText
{
    /// <summary>What happened.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, MovementKind kind) => kind switch
    {
        MovementKind.Import => texts["Imported"],
        MovementKind.Receive => texts["Received"],
        MovementKind.Use => texts["Used"],
        MovementKind.Waste => texts["Wasted"],
        MovementKind.Transfer => texts["Transferred"],
        MovementKind.Count => texts["Counted"],
        MovementKind.Correction => texts["Corrected"],
        _ => texts["Undone"],
    };

    /// <summary>The reasons offered for waste, in the order of the chips.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> WasteReasons(this IStringLocalizer<Texts> texts) =>
    [
        new("spoiled", texts["Spoiled"]), new("expired", texts["Expired"]), new("broken", texts["Broken"]), new("spilled", texts["Spilled"]),
        new("overproduced", texts["Made too much"]), new("returned", texts["Sent back"]),
    ];

    /// <summary>A reason in words: the offered ones, else as entered.</summary>
    public static string? Reason(this IStringLocalizer<Texts> texts, string? code) =>
        texts.WasteReasons().Where(reason => reason.Key == code).Select(reason => reason.Value).FirstOrDefault() ?? code;

    /// <summary>A signed change: +5, −2.5, 0.</summary>
    public static string Change(decimal quantity) =>
        (quantity > 0 ? "+" : quantity < 0 ? "\u2212" : "") + ItemText.Quantity(Math.Abs(quantity));

    /// <summary>A moment in the restaurant's time zone and locale.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("g", CultureInfo.CurrentCulture);

    /// <summary>What was done, as a sentence for the toast.</summary>
    public static string Done(this IStringLocalizer<Texts> texts, PostedMovement posted, ItemAnswer item)
    {
        var name = item.Name;
        var (moved, left) = (
            $"{ItemText.Quantity(Math.Abs(posted.Quantity))} {posted.Unit}", $"{ItemText.Quantity(posted.OnHand)} {posted.Unit}");
        string said = posted.Kind switch
        {
            MovementKind.Receive => texts["{0} of {1} received, {2} on hand.", moved, name, left],
            MovementKind.Use => texts["{0} of {1} used, {2} left.", moved, name, left],
            MovementKind.Waste => texts["{0} of {1} wasted, {2} left.", moved, name, left],
            MovementKind.Undo when !item.Counted => texts["Undone: {0} is not counted.", name],
            MovementKind.Undo => texts["Undone: {0} of {1} on hand.", left, name],
            _ => texts["{0} counted: {1} on hand.", name, left],
        };
        return posted.Warning is null ? said : $"{said} {texts["Below zero: please count."]}";
    }
}
