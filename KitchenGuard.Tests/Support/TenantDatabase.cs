using System.Globalization;
using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Tests.Support;

/// <summary>A restaurant of a test that needs no owner: its id, and the storage area "Main".</summary>
public sealed record Place(Guid Id, Guid Main);

/// <summary>
/// A migrated database without the application: for what PostgreSQL holds by itself. Statements run as kg_app, in a transaction of their own
/// that has entered the restaurant given, exactly as the application's do.
/// </summary>
public class TenantDatabase(PostgresServer server) : TestDatabase(server, KitchenGuardApp.PrepareAsync)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A connection of the serving role.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(AppConnectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }

    /// <summary>Runs a statement as kg_app inside a restaurant (null: inside none) and returns the rows it touched.</summary>
    public async Task<int> ExecuteAsync(Guid? restaurant, string sql, params object?[] parameters)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await EnterAsync(connection, transaction, restaurant);
        await using var command = Command(sql, parameters, connection, transaction);
        var rows = await command.ExecuteNonQueryAsync(Ct);
        await transaction.CommitAsync(Ct);
        return rows;
    }

    /// <summary>The first value a query gives to kg_app inside a restaurant (null: inside none).</summary>
    public async Task<T> ScalarAsync<T>(Guid? restaurant, string sql, params object?[] parameters)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await EnterAsync(connection, transaction, restaurant);
        await using var command = Command(sql, parameters, connection, transaction);
        return (T)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Runs a statement as the owner role, as a migration would.</summary>
    public Task<List<string>> AsOwnerAsync(string sql) => ReadAsync(OwnerConnectionString, sql);

    /// <summary>The rows of a query as text, columns joined by a blank; by the superuser, who looks past every wall.</summary>
    public Task<List<string>> AsSuperuserAsync(string sql) => ReadAsync(SuperuserConnectionString, sql);

    /// <summary>Makes a restaurant with its storage area.</summary>
    public async Task<Place> RestaurantAsync()
    {
        var place = new Place(Guid.CreateVersion7(), Guid.CreateVersion7());
        await ExecuteAsync(
            place.Id,
            """
            with r as (
              insert into auth.restaurants (id, name, time_zone, currency, locale, created_at) values ($1, 'Restaurant', 'UTC', 'EUR', 'en-GB', now()))
            insert into inventory.storage_areas (id, restaurant_id, name, name_key) values ($2, $1, 'Main', 'main')
            """,
            place.Id, place.Main);
        return place;
    }

    /// <summary>Makes an item with an opening; null leaves it uncounted.</summary>
    public async Task<Guid> ItemAsync(Place place, decimal? onHand = 0, string department = "kitchen")
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(
            place.Id,
            """
            insert into inventory.items (id, restaurant_id, department, name, name_sort, name_key, search_text, unit, storage_area_id, on_hand, created_at)
            values ($1, $2, $3, 'Salt', 'salt', $1::text, 'salt', 'kg', $4, $5, now())
            """,
            id, place.Id, department, place.Main, onHand);
        return id;
    }

    /// <summary>Posts one movement.</summary>
    public Task<int> PostAsync(Guid inside, Guid restaurant, Guid item, decimal quantity, string department = "kitchen", Guid? lot = null) => ExecuteAsync(
        inside,
        """
        insert into inventory.stock_movements (restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor, occurred_at, lot_id)
        values ($1, $2, $3, 'correction', $4, $4, 'kg', 1, now(), $5)
        """,
        restaurant, item, department, quantity, lot);

    /// <summary>What the item's row says it has; nothing while it is not counted.</summary>
    public Task<decimal> OnHandAsync(Place place, Guid item) =>
        ScalarAsync<decimal>(place.Id, "select coalesce(on_hand, 0) from inventory.items where id = $1", item);

    /// <summary>What its movements add up to.</summary>
    public Task<decimal> SumAsync(Place place, Guid item) =>
        ScalarAsync<decimal>(place.Id, "select coalesce(sum(quantity), 0) from inventory.stock_movements where item_id = $1", item);

    /// <summary>How many items and lots of the whole database say something else than their movements.</summary>
    public async Task<string> DifferencesAsync() => Assert.Single(await AsSuperuserAsync(
        """
        select
          (select count(*) from inventory.items i
           where i.on_hand is distinct from (
             select sum(m.quantity) from inventory.stock_movements m where m.item_id = i.id
             having count(*) filter (where m.kind <> 'undo' and not exists (select from inventory.stock_movements back where back.reverses_id = m.id)) > 0)) +
          (select count(*) from inventory.lots l
           where l.on_hand <> (select coalesce(sum(m.quantity), 0) from inventory.stock_movements m where m.lot_id = l.id))
        """));

    /// <summary>Enters the restaurant, as the application does.</summary>
    public static async Task EnterAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid? restaurant)
    {
        if (restaurant is { } id)
        {
            await TenantSetting.EnterAsync(connection, transaction, id, Ct);
        }
    }

    /// <summary>A command with positional parameters; null is sent without a type.</summary>
    public static NpgsqlCommand Command(string sql, object?[] parameters, NpgsqlConnection connection, NpgsqlTransaction? transaction = null)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter ?? DBNull.Value });
        }

        return command;
    }

    private static async Task<List<string>> ReadAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
