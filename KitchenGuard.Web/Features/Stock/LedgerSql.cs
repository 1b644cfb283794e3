using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Tenancy;
using Npgsql;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>The statements that post.</summary>
internal static class LedgerSql
{
    private const string Columns =
        """
        restaurant_id, item_id, department, kind, reason_code, quantity, entered_quantity, entered_unit, factor, unit_cost, storage_area_id,
        occurred_at, user_id, note
        """;

    /// <summary>One restaurant's transactions that post to several items take this first, so that they cannot lock each other out.</summary>
    public static NpgsqlBatchCommand Lock(Guid restaurantId) => new("select pg_advisory_xact_lock(hashtextextended($1, 0))")
    {
        Parameters = { Parameter.Of(restaurantId.ToString()) },
    };

    /// <summary>
    /// Enter, hold the item, post, read the stock: one round trip, one transaction. The insert takes the item only as it was read, so that no quantity
    /// is posted in a unit that was changed in between.
    /// </summary>
    public static void Post(
        NpgsqlBatchCommandCollection batch, CurrentUser user, StockedItem item, MovementEntry entry, MovementInput input, DateTimeOffset now)
    {
        batch.Add(TenantSetting.Enter(user.RestaurantId));
        batch.Add(Hold(user.RestaurantId, item.Id));
        var isCount = input.Kind == MovementKind.Count;
        var quantity = input.Kind is MovementKind.Use or MovementKind.Waste ? -entry.Quantity : entry.Quantity;
        batch.Add(new NpgsqlBatchCommand(
            $"""
            insert into inventory.stock_movements ({Columns}, request_key, request_hash)
            select i.restaurant_id, i.id, i.department, $3, $4, {Change(isCount, input.OccurredAt)}, $6, $7, $8, coalesce($9, i.unit_cost),
              i.storage_area_id, $10, $11, $12, $15, $16
            from inventory.items i
            where i.restaurant_id = $1 and i.id = $2 and i.archived_at is null and i.unit = $13 and i.case_size is not distinct from $14
            on conflict (restaurant_id, request_key) where request_key is not null do nothing
            returning id, quantity
            """)
        {
            Parameters =
            {
                Parameter.Of(user.RestaurantId), Parameter.Of(item.Id), Parameter.Of(Word(input.Kind!.Value)),
                Parameter.Of(ItemEntry.Line(input.Reason)), Parameter.Of(quantity), Parameter.Of(entry.Entered), Parameter.Of(entry.Unit),
                Parameter.Of(entry.Factor), Parameter.Of(user.SeesCosts() ? input.UnitCost : null),
                Parameter.Of(input.OccurredAt ?? now), Parameter.Of((Guid?)user.Id), Parameter.Of(Note(input.Note)),
                Parameter.Of(item.Unit), Parameter.Of(item.CaseSize), Parameter.Of(input.RequestKey), Parameter.Of(input.HashFor(item.Id)),
            },
        });
        batch.Add(OnHand(user.RestaurantId, item.Id));
    }

    /// <summary>
    /// Holds the item's row until the transaction ends: a count finds the stock it differs from, and an item's movements get their ids in the
    /// order in which they took effect. Posting would wait for the row anyway.
    /// </summary>
    public static NpgsqlBatchCommand Hold(Guid restaurantId, Guid itemId) =>
        new("select 1 from inventory.items where restaurant_id = $1 and id = $2 for no key update")
        {
            Parameters = { Parameter.Of(restaurantId), Parameter.Of(itemId) },
        };

    /// <summary>The movement that was posted under a key, what was asked for, its item's stock now; the other item's side of a transfer.</summary>
    public static NpgsqlBatchCommand ByKey(Guid restaurantId, Guid key) => new(
        $"""
        select m.id, m.request_hash, m.quantity, coalesce(i.on_hand, 0), m.transfer_id, o.item_id, o.id, case when t.id is not null then coalesce(t.on_hand, 0) end, t.unit
        from inventory.stock_movements m
        join inventory.items i on i.restaurant_id = m.restaurant_id and i.id = m.item_id
        left join inventory.stock_movements o on o.restaurant_id = m.restaurant_id and o.transfer_id = m.transfer_id and o.kind = 'transfer'
          and o.item_id <> m.item_id and o.id between m.id and m.id + {UndoMovement.Neighbourhood}
        left join inventory.items t on t.restaurant_id = o.restaurant_id and t.id = o.item_id
        where m.restaurant_id = $1 and m.request_key = $2
        """)
    {
        Parameters = { Parameter.Of(restaurantId), Parameter.Of(key) },
    };

    /// <summary>The item's stock as this transaction sees it.</summary>
    public static NpgsqlBatchCommand OnHand(Guid restaurantId, Guid itemId) => new("select coalesce(on_hand, 0) from inventory.items where restaurant_id = $1 and id = $2")
    {
        Parameters = { Parameter.Of(restaurantId), Parameter.Of(itemId) },
    };

    /// <summary>Both sides of a transfer in one statement; the key stands at the giving one. A key that is there already is a unique violation.</summary>
    public static NpgsqlBatchCommand Transfer(CurrentUser user, MovementInput input, TransferSide from, TransferSide to, Guid transferId, DateTimeOffset now) =>
        new($"""
            insert into inventory.stock_movements ({Columns}, transfer_id, request_key, request_hash)
            select i.restaurant_id, i.id, i.department, 'transfer', $2, side.quantity, side.entered, side.unit, side.factor, i.unit_cost,
              side.area, $3, $4, $5, $6, case when side.quantity < 0 then $19::uuid end, case when side.quantity < 0 then $20::uuid end
            from (values ($7::uuid, $8::numeric, $9::numeric, $10::text, $11::numeric, $12::uuid), ($13, $14, $15, $16, $17, $18))
              as side(item, quantity, entered, unit, factor, area)
            join inventory.items i on i.restaurant_id = $1 and i.id = side.item
            order by side.quantity
            returning id, item_id, quantity
            """)
        {
            Parameters =
            {
                Parameter.Of(user.RestaurantId), Parameter.Of(ItemEntry.Line(input.Reason)), Parameter.Of(input.OccurredAt ?? now),
                Parameter.Of((Guid?)user.Id), Parameter.Of(Note(input.Note)), Parameter.Of((Guid?)transferId),
                Parameter.Of(from.ItemId), Parameter.Of(from.Quantity), Parameter.Of(from.Entered), Parameter.Of(from.Unit),
                Parameter.Of(from.Factor), Parameter.Of(from.AreaId),
                Parameter.Of(to.ItemId), Parameter.Of(to.Quantity), Parameter.Of(to.Entered), Parameter.Of(to.Unit),
                Parameter.Of(to.Factor), Parameter.Of(to.AreaId), Parameter.Of(input.RequestKey), Parameter.Of(input.HashFor(from.ItemId)),
            },
        };

    // What is counted is the stock at that moment: what moved after it stays on top.
    private static string Change(bool isCount, DateTimeOffset? at) => (isCount, at) switch
    {
        (false, _) => "$5",
        (true, null) => "$5 - coalesce(i.on_hand, 0)",
        _ => """
            $5 - (coalesce(i.on_hand, 0) - coalesce((
              select sum(m.quantity) from inventory.stock_movements m
              where m.restaurant_id = i.restaurant_id and m.item_id = i.id and m.occurred_at > $10), 0))
            """,
    };

    internal static string? Note(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    private static string Word(MovementKind kind) => kind switch
    {
        MovementKind.Receive => "receive",
        MovementKind.Use => "use",
        MovementKind.Waste => "waste",
        MovementKind.Count => "count",
        MovementKind.Correction => "correction",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

/// <summary>One side of a transfer.</summary>
internal sealed record TransferSide(Guid ItemId, decimal Quantity, decimal Entered, string Unit, decimal Factor, Guid AreaId);
