using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Puts a new item on a list. Its quantity becomes its first movement, an opening count; without one nobody has counted it yet.</summary>
public sealed class CreateItem(
    KitchenGuardDbContext db, Places places, Duplicates duplicates, CurrentUser user, Audit audit, TimeProvider clock, ILogger<CreateItem> logger)
{
    /// <summary>Creates the item.</summary>
    /// <returns>Its id, or MayNotEdit, NameMissing, NegativeOpening, UnitCostTooLarge, Duplicate.</returns>
    public async Task<Result<Guid>> RunAsync(Department department, ItemInput input, CancellationToken ct)
    {
        if (!user.Edits(department))
        {
            return user.Sees(department) ? InventoryErrors.MayNotEdit : InventoryErrors.NotFound;
        }

        if (ItemEntry.Line(input.Name) is null)
        {
            return InventoryErrors.NameMissing;
        }

        if (input.Quantity < 0)
        {
            return InventoryErrors.NegativeOpening;
        }

        if (user.SeesCosts() && input is { UnitCost: null, CaseCost: { } caseCost, CaseSize: > 0 })
        {
            input = input with { UnitCost = caseCost / input.CaseSize };
            if (input.UnitCost > (decimal)AmountAttribute.MostMoney)
            {
                return InventoryErrors.UnitCostTooLarge;
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await duplicates.LockAsync(ct);
        var item = await NewAsync(department, input, ct);
        ItemEntry.Apply(input, item, user.SeesCosts());
        if (await duplicates.FindAsync(item, ct) is { } existing)
        {
            return InventoryErrors.Duplicate(existing);
        }

        db.Items.Add(item);
        audit.Add(AuditActions.ItemCreated, item.Name, item.Id);
        await db.SaveChangesAsync(ct);
        if (input.ExpiresOn is not null || ItemEntry.Line(input.LotCode) is not null)
        {
            db.Lots.Add(OpenLots.New(item, input, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        InventoryLog.ItemCreated(logger, item.Id, department);
        return item.Id;
    }

    private async Task<InventoryItem> NewAsync(Department department, ItemInput input, CancellationToken ct)
    {
        var supplierId = await places.SupplierAsync(ItemEntry.Line(input.Supplier), ct);
        var areaId = await places.StorageAreaAsync(ItemEntry.Line(input.StorageArea), ct);
        var (id, now, onHand) = (Guid.CreateVersion7(), clock.GetUtcNow(), ItemEntry.Quantity(input.Quantity));
        return department == Department.Bar
            ? new BarSupply
            {
                Id = id, RestaurantId = user.RestaurantId, Name = "", Unit = "", StorageAreaId = areaId, SupplierId = supplierId, OnHand = onHand,
                CreatedAt = now, CreatedBy = user.Id,
            }
            : new KitchenProduce
            {
                Id = id, RestaurantId = user.RestaurantId, Name = "", Unit = "", StorageAreaId = areaId, SupplierId = supplierId, OnHand = onHand,
                CreatedAt = now, CreatedBy = user.Id,
            };
    }
}
