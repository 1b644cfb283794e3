using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>What is to happen to several items at once.</summary>
public enum BulkAction
{
    Archive,
    Restore,

    /// <summary>Sets the fields that are given: category, supplier, storage area.</summary>
    Set,
}

/// <summary>Several items of one list, and what is to happen to them.</summary>
public sealed record BulkInput
{
    [Required(ErrorMessage = "Name the items."), Length(1, 500, ErrorMessage = "Name 1 to 500 items.")]
    public IReadOnlyList<Guid>? Ids { get; init; }

    [Required(ErrorMessage = "Say what to do: archive, restore or set.")]
    public BulkAction? Action { get; init; }

    /// <summary>Null leaves it as it is, a blank text clears it; so with the others.</summary>
    [PlainText(200)]
    public string? Category { get; init; }

    [PlainText(200)]
    public string? Supplier { get; init; }

    [PlainText(200)]
    public string? StorageArea { get; init; }
}

/// <summary>What became of them.</summary>
/// <param name="Changed">Items of the list that were found; what was so already counts.</param>
/// <param name="NotFound">Ids the list does not have.</param>
/// <param name="Refused">Items that stayed as they are, with the reason.</param>
/// <param name="Before">What items had whose fields were set: with it the change can be taken back.</param>
public sealed record BulkAnswer(
    IReadOnlyList<Guid> Changed, IReadOnlyList<Guid> NotFound, IReadOnlyList<BulkRefusal> Refused, IReadOnlyList<BulkBefore> Before);

/// <summary>An item's fields before they were set.</summary>
public sealed record BulkBefore(Guid Id, string? Category, string? Supplier, string StorageArea);

/// <summary>Why an item stayed as it is.</summary>
public sealed record BulkRefusal(Guid Id, string Code, string Message);

/// <summary>Archives, restores or sets fields of several items.</summary>
public sealed class ChangeItems(ArchiveItem archive, UpdateItem update, KitchenGuardDbContext db, CurrentUser user, ILogger<ChangeItems> logger)
{
    /// <summary>Goes through the items one by one: those that cannot be changed do not stop the others.</summary>
    /// <returns>What became of each, or MayNotEdit, NothingToDo.</returns>
    public async Task<Result<BulkAnswer>> RunAsync(Department department, BulkInput input, CancellationToken ct)
    {
        if (!user.Edits(department))
        {
            return user.Sees(department) ? InventoryErrors.MayNotEdit : InventoryErrors.NotFound;
        }

        if (input is { Action: BulkAction.Set, Category: null, Supplier: null, StorageArea: null } or { Action: null } or { Ids: null })
        {
            return InventoryErrors.NothingToDo;
        }

        List<Guid> changed = [], missing = [];
        List<BulkRefusal> refused = [];
        List<BulkBefore> before = [];
        foreach (var id in input.Ids.Distinct().Order())
        {
            ItemInput? stored = null;
            var error = input.Action == BulkAction.Set
                ? (await update.RunAsync(department, id, item => Set(stored = item, input), null, ct)).Error
                : (await archive.RunAsync(department, id, input.Action == BulkAction.Archive, null, ct)).Error;
            db.ChangeTracker.Clear();
            if (error is null)
            {
                changed.Add(id);
                if (stored is not null)
                {
                    before.Add(new BulkBefore(id, stored.Category, stored.Supplier, stored.StorageArea ?? StorageArea.Main));
                }
            }
            else if (error is NotFoundError)
            {
                missing.Add(id);
            }
            else
            {
                refused.Add(new BulkRefusal(id, error.Code, error.Message));
            }
        }

        InventoryLog.ItemsChanged(logger, changed.Count, department);
        return new BulkAnswer(changed, missing, refused, before);
    }

    private static Result<ItemInput> Set(ItemInput item, BulkInput input) => item with
    {
        Category = input.Category ?? item.Category,
        Supplier = input.Supplier ?? item.Supplier,
        StorageArea = input.StorageArea ?? item.StorageArea,
    };
}
