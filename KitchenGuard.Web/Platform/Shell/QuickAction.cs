using System.Globalization;

namespace KitchenGuard.Web.Platform.Shell;

/// <summary>
/// The form of the four quick actions on one item: in the bottom sheet, and on a page of its own without JavaScript.
/// Model of <c>_QuickAction</c>. It posts <c>kind</c> (receive, use, waste, count), <c>quantity</c> (text, see the decimal binder),
/// <c>unit</c> ("base" or "case"), <c>reason</c> (a code; only for waste) and <c>key</c> (the same for a form sent twice).
/// </summary>
public sealed record QuickAction
{
    /// <summary>Where the form posts to; the same address answers GET with this form.</summary>
    public required string Url { get; init; }

    public required string ItemName { get; init; }

    /// <summary>The item's own page, for details and history.</summary>
    public string? ItemUrl { get; init; }

    /// <summary>In the base unit; null while nobody has counted the item.</summary>
    public required decimal? OnHand { get; init; }

    /// <summary>The base unit as shown: kg, bottle, each.</summary>
    public required string Unit { get; init; }

    /// <summary>Base units in a case; when set, the quantity can be entered in cases.</summary>
    public decimal? CaseSize { get; init; }

    /// <summary>What − and + change the quantity by.</summary>
    public decimal Step { get; init; } = 1;

    public string Kind { get; init; } = "use";

    /// <summary>What was typed, given back with its error.</summary>
    public string? Quantity { get; init; }

    public string EnteredUnit { get; init; } = "base";

    public string? Reason { get; init; }

    /// <summary>Reasons offered for waste: code and text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Reasons { get; init; } = [];

    /// <summary>What is wrong with the quantity, a whole sentence.</summary>
    public string? Error { get; init; }

    /// <summary>Sent back with the form, so that a form sent twice counts once.</summary>
    public Guid Key { get; init; } = Guid.CreateVersion7();

    /// <summary>A number for a data attribute: invariant, without trailing zeros.</summary>
    public static string Plain(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
