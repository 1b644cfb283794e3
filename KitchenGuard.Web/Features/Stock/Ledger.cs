using System.Globalization;
using System.Text;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Stock;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>Reads an item's movements, newest first, each with the stock after it.</summary>
public sealed class Ledger(NpgsqlDataSource source, CurrentUser user)
{
    private const int UsualLimit = 50;

    /// <summary>One page.</summary>
    /// <returns>The page, or NotFound, BadCursor.</returns>
    public async Task<Result<MovementPage>> ReadAsync(Guid itemId, string? cursor, int? limit, CancellationToken ct)
    {
        (long Id, decimal Balance)? after = null;
        if (!string.IsNullOrEmpty(cursor) && (after = Decode(cursor)) is null)
        {
            return StockErrors.BadCursor;
        }

        var most = Math.Clamp(limit ?? UsualLimit, 1, 200);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(TenantSetting.Enter(user.RestaurantId));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select department from inventory.items where restaurant_id = $1 and id = $2")
        {
            Parameters = { Parameter.Of(user.RestaurantId), Parameter.Of(itemId) },
        });
        batch.BatchCommands.Add(Page(itemId, after?.Id ?? long.MaxValue, most + 1));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        await rows.NextResultAsync(ct);
        if (!await rows.ReadAsync(ct) || !user.Sees(rows.GetString(0) == "bar" ? Department.Bar : Department.Kitchen))
        {
            return StockErrors.NotFound;
        }

        await rows.NextResultAsync(ct);
        var movements = new List<MovementAnswer>();
        var balance = after?.Balance;
        while (await rows.ReadAsync(ct))
        {
            balance ??= ItemRows.Trim(rows.GetDecimal(17));
            if (movements.Count == most)
            {
                return new MovementPage(movements, Encode(movements[^1].Id, balance.Value));
            }

            var movement = Read(rows, balance.Value, user.SeesCosts());
            movements.Add(movement);
            balance -= movement.Quantity;
        }

        return new MovementPage(movements, null);
    }

    private NpgsqlBatchCommand Page(Guid itemId, long below, int rows) => new(
        """
        select m.id, m.kind, m.quantity, m.entered_quantity, m.entered_unit, m.reason_code, m.unit_cost, a.name, m.occurred_at, m.recorded_at,
          case when m.user_id is not null then coalesce(u.full_name, 'a former member') end, m.import_id, m.import_line, m.reverses_id, back.id, m.transfer_id, m.note, coalesce(m.on_hand, 0)
        from (
          select p.*, i.on_hand from inventory.items i
          join inventory.stock_movements p on p.restaurant_id = i.restaurant_id and p.item_id = i.id
          where i.restaurant_id = $1 and i.id = $2 and p.id < $3 order by p.id desc limit $4) m
        left join inventory.storage_areas a on a.restaurant_id = m.restaurant_id and a.id = m.storage_area_id
        left join auth.users u on u.id = m.user_id
        left join inventory.stock_movements back on back.reverses_id = m.id
        order by m.id desc
        """)
    {
        Parameters = { Parameter.Of(user.RestaurantId), Parameter.Of(itemId), Parameter.Of(below), Parameter.Of((long)rows) },
    };

    private static MovementAnswer Read(NpgsqlDataReader row, decimal balance, bool seesCosts) => new()
    {
        Id = row.GetInt64(0),
        Kind = Enum.Parse<MovementKind>(row.GetString(1), ignoreCase: true),
        Quantity = ItemRows.Trim(row.GetDecimal(2)),
        Balance = balance,
        EnteredQuantity = ItemRows.Trim(row.GetDecimal(3)),
        EnteredUnit = row.GetString(4),
        Reason = row.IsDBNull(5) ? null : row.GetString(5),
        UnitCost = row.IsDBNull(6) || !seesCosts ? null : ItemRows.Trim(row.GetDecimal(6)),
        StorageArea = row.IsDBNull(7) ? null : row.GetString(7),
        OccurredAt = row.GetFieldValue<DateTimeOffset>(8),
        RecordedAt = row.GetFieldValue<DateTimeOffset>(9),
        By = row.IsDBNull(10) ? null : row.GetString(10),
        ImportId = row.IsDBNull(11) ? null : row.GetGuid(11),
        Line = row.IsDBNull(12) ? null : row.GetInt32(12),
        ReversesId = row.IsDBNull(13) ? null : row.GetInt64(13),
        UndoneById = row.IsDBNull(14) ? null : row.GetInt64(14),
        TransferId = row.IsDBNull(15) ? null : row.GetGuid(15),
        Note = row.IsDBNull(16) ? null : row.GetString(16),
    };

    private static string Encode(long id, decimal balance) =>
        WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id} {balance}")));

    private static (long Id, decimal Balance)? Decode(string cursor)
    {
        try
        {
            return Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(cursor)).Split(' ') is [var id, var balance] &&
                long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var below) &&
                decimal.TryParse(balance, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var start) &&
                // What a stock can be; another would run over when movements are taken off it.
                Math.Abs(start) < 1_000_000_000_000
                ? (below, start)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
