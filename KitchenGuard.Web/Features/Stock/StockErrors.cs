using System.Globalization;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>Every expected failure of stock movements.</summary>
public static class StockErrors
{
    public static readonly NotFoundError NotFound = new();

    public static readonly ForbiddenError MayNotPost = new("may_not_post", "Your role looks at the stock and does not change it.");

    public static readonly ConflictError Archived = new("item_archived", "This item is archived. Put it back on the list first.");

    public static readonly InvalidError KindNotPostable =
        new("kind_not_postable", "Imports and undos post their own movements. Post receive, use, waste, transfer, count or correction.", "kind");

    public static readonly InvalidError NotAboveZero = new("quantity_not_above_zero", "Enter a quantity above zero.", "quantity");

    public static readonly InvalidError CountBelowZero = new("count_below_zero", "A count is zero or more.", "quantity");

    public static readonly InvalidError NothingToCorrect = new("nothing_to_correct", "A correction adds or takes away something.", "quantity");

    public static readonly InvalidError TooLarge = new("quantity_too_large", "This quantity is too large to be kept.", "quantity");

    public static readonly InvalidError NoCaseSize =
        new("no_case_size", "How many units a case holds is not known for this item. Enter the quantity in its unit, or add the case size.", "unit");

    public static readonly InvalidError InTheFuture = new("in_the_future", "This has not happened yet: the time is in the future.", "occurredAt");

    public static readonly InvalidError LongAgo = new("long_ago", "This time is before the year 2000.", "occurredAt");

    public static readonly InvalidError NoTarget =
        new("no_target", "Say where it goes: to the other department or to a storage area, one of the two.", "to");

    public static readonly InvalidError SamePlace = new("same_place", "It is there already. Name another place.", "to");

    public static readonly InvalidError TargetOfOther = new("target_not_taken", "Only a transfer goes somewhere.", "to");

    public static readonly ConflictError AlreadyUndone = new("already_undone", "This movement has been undone already.");

    public static readonly InvalidError UndoOfUndo = new("undo_of_undo", "An undo is not undone. Post the movement again instead.");

    public static readonly InvalidError UndoTheImport =
        new("undo_the_import", "This came from an imported file. Undo the import, or count the item.");

    public static readonly InvalidError BadCursor = new("bad_cursor", "This cursor does not belong to this ledger.", "cursor");

    public static readonly InvalidError KeyReused =
        new("key_reused", "Another movement was sent under this key before. Send a new one with a key of its own.");

    public static readonly ConflictError Busy = new("busy", "Somebody changes this item at this very moment. Try again.");

    public static InvalidError UnitNotConvertible(string from, string to) =>
        new("unit_not_convertible", $"{from} cannot be converted into {to}, the unit of this item.", "unit");

    public static InvalidError TargetUnit(string name, string from, string to) =>
        new("target_unit", $"“{name}” there is counted in {to}, and {from} cannot be converted into it.", "to");

    public static string BelowZero(decimal onHand, string unit) =>
        string.Create(CultureInfo.CurrentCulture, $"The stock is now below zero: {onHand:0.######} {unit}. A count puts it right.");
}
