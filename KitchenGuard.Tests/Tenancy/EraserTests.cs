using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>What deletes a restaurant, attacked: only one whose day has come, wholly or not at all, and nobody but the eraser.</summary>
public sealed class EraserTests(TenantDatabase db) : IClassFixture<TenantDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("delete_after = now()")]
    [InlineData("delete_after = now() - interval '1 day'")]
    [InlineData("delete_after = now() + interval '28 days'")]
    [InlineData("delete_after = '-infinity'")]
    public async Task The_serving_role_cannot_shorten_the_grace(string set)
    {
        var place = await db.RestaurantAsync();
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(() => db.ExecuteAsync(place.Id, $"update auth.restaurants set {set}")));
        await db.ExecuteAsync(place.Id, "update auth.restaurants set delete_after = now() + interval '30 days'");
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(() => db.ExecuteAsync(place.Id, $"update auth.restaurants set {set}")));
        var mine = Guid.CreateVersion7();
        Assert.Equal(PostgresErrorCodes.CheckViolation, await RefusalAsync(() => db.ExecuteAsync(
            mine, "insert into auth.restaurants (id, name, time_zone, currency, locale, created_at, delete_after) values ($1, 'X', 'UTC', 'EUR', 'en-GB', now(), now())", mine)));
        await db.ExecuteAsync(place.Id, "update auth.restaurants set delete_after = null");
    }

    [Fact]
    public async Task Before_its_day_nothing_is_deleted_wherever_the_caller_is()
    {
        var (place, other) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await db.ItemAsync(place, 3);
        await db.ExecuteAsync(place.Id, "update auth.restaurants set delete_after = now() + interval '29 days 1 hour'");
        foreach (var entered in new Guid?[] { place.Id, other.Id, null })
        {
            Assert.False(await db.ScalarAsync<bool>(entered, "select auth.delete_restaurant($1)", place.Id));
            Assert.False(await db.ScalarAsync<bool>(entered, "select auth.delete_restaurant($1)", other.Id));
            Assert.False(await db.ScalarAsync<bool>(entered, "select auth.delete_restaurant($1)", Guid.CreateVersion7()));
            Assert.False(await db.ScalarAsync<bool>(entered, "select auth.delete_restaurant(null) is true"));
        }

        Assert.Equal(["1 1"], await db.AsSuperuserAsync(
            $"select (select count(*) from inventory.items where restaurant_id = '{place.Id}'), (select count(*) from inventory.stock_movements where restaurant_id = '{place.Id}')"));
    }

    [Fact]
    public async Task The_day_is_the_databases_and_not_one_that_a_caller_names()
    {
        var place = await db.RestaurantAsync();
        await db.ExecuteAsync(place.Id, "update auth.restaurants set delete_after = now() + interval '30 days'");
        Assert.False(await db.ScalarAsync<bool>(
            place.Id,
            "with mine as (select set_config('search_path', 'pg_temp, auth', true)) select auth.delete_restaurant($1) from mine", place.Id));
        // A now() of one's own is not found by a function that says where it looks.
        await using var connection = await db.OpenAsync();
        await using var trick = new NpgsqlCommand(
            $"""
            create function pg_temp.now() returns timestamptz language sql as $$ select timestamptz '2100-01-01' $$;
            set search_path = pg_temp, pg_catalog, auth;
            select auth.delete_restaurant('{place.Id}');
            """, connection);
        await using var answer = await trick.ExecuteReaderAsync(Ct);
        Assert.True(await answer.ReadAsync(Ct));
        Assert.False(answer.GetBoolean(0));
    }

    [Fact]
    public async Task On_its_day_it_is_deleted_wholly_and_the_other_one_is_not()
    {
        var (place, other) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await db.ItemAsync(place, 3);
        await db.ItemAsync(other, 5);
        await DayComesAsync(place);
        await db.ExecuteAsync(null, "select auth.delete_restaurant($1)", place.Id);
        Assert.False(await db.ScalarAsync<bool>(null, "select auth.delete_restaurant($1)", place.Id));
        Assert.Equal(["0 0 0 0 1 1"], await db.AsSuperuserAsync(
            $"""
            select (select count(*) from inventory.items where restaurant_id = '{place.Id}'), (select count(*) from inventory.stock_movements where restaurant_id = '{place.Id}'),
              (select count(*) from inventory.storage_areas where restaurant_id = '{place.Id}'), (select count(*) from auth.restaurants where id = '{place.Id}'),
              (select count(*) from inventory.items where restaurant_id = '{other.Id}'), (select count(*) from inventory.stock_movements where restaurant_id = '{other.Id}')
            """));
    }

    [Fact]
    public async Task Killed_in_the_middle_it_leaves_everything_as_it_was()
    {
        var place = await db.RestaurantAsync();
        for (var i = 0; i < 3; i++)
        {
            await db.ItemAsync(place, 3);
        }

        await DayComesAsync(place);
        await using (var connection = await db.OpenAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            await using var delete = new NpgsqlCommand("select auth.delete_restaurant($1)", connection, transaction) { Parameters = { new() { Value = place.Id } } };
            Assert.True((bool)(await delete.ExecuteScalarAsync(Ct))!);
            await db.AsSuperuserAsync($"select pg_terminate_backend({connection.ProcessID}, 10000)");
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync(Ct));
        }

        Assert.Equal(["3 3 1"], await db.AsSuperuserAsync(
            $"""
            select (select count(*) from inventory.items where restaurant_id = '{place.Id}'), (select count(*) from inventory.stock_movements where restaurant_id = '{place.Id}'),
              (select count(*) from auth.restaurants where id = '{place.Id}')
            """));
        Assert.True(await db.ScalarAsync<bool>(null, "select auth.delete_restaurant($1)", place.Id));
    }

    [Fact]
    public async Task A_movement_that_is_posted_meanwhile_is_not_left_behind()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, 3);
        await DayComesAsync(place);
        await using var connection = await db.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using (var delete = new NpgsqlCommand("select auth.delete_restaurant($1)", connection, transaction) { Parameters = { new() { Value = place.Id } } })
        {
            Assert.True((bool)(await delete.ExecuteScalarAsync(Ct))!);
        }

        var posting = RefusalAsync(() => db.PostAsync(place.Id, place.Id, item, 1));
        await WaitUntilItWaitsAsync();
        await transaction.CommitAsync(Ct);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await posting);
        Assert.Equal(["0"], await db.AsSuperuserAsync($"select count(*) from inventory.stock_movements where restaurant_id = '{place.Id}'"));
    }

    [Theory]
    [InlineData("delete from inventory.stock_movements")]
    [InlineData("delete from auth.audit_entries")]
    [InlineData("delete from auth.restaurants")]
    [InlineData("delete from inventory.items")]
    [InlineData("set role kg_eraser")]
    [InlineData("alter function auth.delete_restaurant(uuid) owner to kg_app")]
    [InlineData("create or replace function auth.delete_restaurant(restaurant uuid) returns boolean language sql as 'select true'")]
    [InlineData("alter table auth.restaurants disable trigger keep_grace")]
    [InlineData("set session_replication_role = replica")]
    public async Task The_serving_role_has_no_other_way(string sql)
    {
        var place = await db.RestaurantAsync();
        await db.ItemAsync(place, 1);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.ExecuteAsync(place.Id, sql)));
    }

    [Theory]
    [InlineData("delete from inventory.stock_movements")]
    [InlineData("delete from auth.audit_entries")]
    [InlineData("update auth.audit_entries set action = 'x'")]
    [InlineData("truncate auth.audit_entries")]
    public async Task Ledger_and_log_refuse_the_owner_and_the_superuser_as_before(string sql)
    {
        await db.ItemAsync(await db.RestaurantAsync(), 1);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.AsOwnerAsync(sql)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.AsSuperuserAsync(sql)));
    }

    [Fact]
    public async Task The_eraser_itself_sees_only_restaurants_whose_day_has_come()
    {
        var (place, due) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await db.ItemAsync(place, 1);
        await db.ItemAsync(due, 1);
        await DayComesAsync(due);
        Assert.Equal(["1"], await db.AsSuperuserAsync($"set role kg_eraser; select count(*) from auth.restaurants where id in ('{place.Id}', '{due.Id}')"));
        Assert.Equal(["1"], await db.AsSuperuserAsync($"set role kg_eraser; select count(*) from (select restaurant_id from inventory.stock_movements where restaurant_id in ('{place.Id}', '{due.Id}')) m"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.AsSuperuserAsync("set role kg_eraser; update inventory.stock_movements set restaurant_id = restaurant_id")));
    }

    private Task<List<string>> DayComesAsync(Place place) => db.AsSuperuserAsync(
        $"set session_replication_role = replica; update auth.restaurants set delete_after = now() - interval '1 second' where id = '{place.Id}'; reset session_replication_role");

    private async Task WaitUntilItWaitsAsync()
    {
        using var patience = Patience.ForAnImport();
        while (await db.AsSuperuserAsync("select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") is [])
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<string> RefusalAsync(Func<Task> work) => (await Assert.ThrowsAsync<PostgresException>(work)).SqlState;
}
