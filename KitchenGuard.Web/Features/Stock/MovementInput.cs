using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>A movement as people and programs enter it.</summary>
public sealed record MovementInput
{
    /// <summary>receive, use, waste, transfer, count or correction.</summary>
    [Required(ErrorMessage = "Say what happened: receive, use, waste, transfer, count or correction.")]
    public MovementKind? Kind { get; init; }

    /// <summary>Above zero for receive, use, waste and transfer; zero or more for a count; signed for a correction.</summary>
    [Required(ErrorMessage = "Enter a quantity."), Amount(Least = -AmountAttribute.MostQuantity)]
    public decimal? Quantity { get; init; }

    /// <summary>The item's unit (also when blank), another of its kind, or <c>case</c> where the case size is known.</summary>
    [PlainText(40)]
    public string? Unit { get; init; }

    /// <summary>Why, in a word or two: spoiled, staff meal.</summary>
    [PlainText(40)]
    public string? Reason { get; init; }

    /// <summary>Cost of one of the item's units; the item's own when blank.</summary>
    [Amount(Most = AmountAttribute.MostMoney)]
    public decimal? UnitCost { get; init; }

    /// <summary>Where a transfer goes.</summary>
    public TransferTarget? To { get; init; }

    /// <summary>When it happened; now when blank.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    [PlainText(500, ManyLines = true)]
    public string? Note { get; init; }

    /// <summary>What the sender calls this posting, so that sending it twice posts it once: the form's own key, or the header Idempotency-Key.</summary>
    [JsonIgnore]
    public Guid? RequestKey { get; init; }

    /// <summary>A hash of all that is asked for of an item, the same for what means the same; null without a key.</summary>
    internal Guid? HashFor(Guid itemId) => RequestKey is null ? null : new Guid(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[]
    {
        itemId.ToString(), Kind?.ToString(), Number(Quantity), ItemEntry.Line(Unit), ItemEntry.Line(Reason), Number(UnitCost), To?.Department?.ToString(), ItemEntry.Line(To?.StorageArea),
        OccurredAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), LedgerSql.Note(Note),
    })).AsSpan(0, 16));

    private static string? Number(decimal? number) => number is { } value ? ItemRows.Trim(value).ToString(CultureInfo.InvariantCulture) : null;
}

/// <summary>One of the two: the other department, or a storage area of the same.</summary>
public sealed record TransferTarget
{
    public Department? Department { get; init; }

    /// <summary>The area's name; made when it is new.</summary>
    [PlainText(120)]
    public string? StorageArea { get; init; }
}
