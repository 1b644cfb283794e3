using KitchenGuard.Data;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Operations.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Operations;

/// <summary>The role that operators read by, tried out: it sees all restaurants, writes nothing and reads no secret.</summary>
public sealed class OperatorRoleTests(TenantDatabase db) : IClassFixture<TenantDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_sees_every_restaurant_without_entering_one()
    {
        var (first, second) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await db.ItemAsync(first, 5);
        await db.ItemAsync(second, 7);
        using var provider = new ServiceCollection().AddOperatorSource(db.OperatorConnectionString).AddOperatorContext<OperatorDbContext>().BuildServiceProvider();
        using var scope = provider.CreateScope();
        var seen = scope.ServiceProvider.GetRequiredService<OperatorDbContext>();
        foreach (var place in new[] { first, second })
        {
            Assert.True(await seen.Restaurants.AnyAsync(r => r.Id == place.Id, Ct));
            Assert.Equal(1, await seen.Items.CountAsync(i => i.RestaurantId == place.Id, Ct));
            Assert.Equal(1, await seen.Movements.CountAsync(m => m.RestaurantId == place.Id, Ct));
        }
    }

    [Theory]
    [InlineData("update auth.users set lockout_end = null")]
    [InlineData("delete from auth.sessions")]
    [InlineData("insert into auth.operator_entries (at, user_id, user_name, action) values (now(), gen_random_uuid(), 'x', 'x')")]
    [InlineData("update inventory.items set archived_at = now()")]
    [InlineData("truncate auth.audit_entries")]
    [InlineData("create table public.t (a int)")]
    [InlineData("create temporary table t (a int)")]
    public async Task It_writes_nothing_not_even_when_it_asks_to(string sql)
    {
        await using var connection = await OpenAsync();
        Assert.Equal("25006", await RefusalAsync(connection, sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(connection, "set transaction read write; " + sql));
    }

    [Theory]
    [InlineData("select password_hash from auth.users")]
    [InlineData("select security_stamp from auth.users")]
    [InlineData("select * from auth.users")]
    [InlineData("select token_hash from auth.refresh_tokens")]
    [InlineData("select token_hash from auth.password_reset_tokens")]
    [InlineData("select value from auth.user_tokens")]
    [InlineData("select data from auth.user_passkeys")]
    [InlineData("select pin_hash from auth.device_pins")]
    [InlineData("select token_hash from auth.shared_devices")]
    [InlineData("select token_hash from auth.invitations")]
    [InlineData("select body from auth.outgoing_mails")]
    [InlineData("select xml from auth.data_protection_keys")]
    [InlineData("select content from inventory.upload_chunks")]
    [InlineData("select sha256 from inventory.imports")]
    [InlineData("select name from inventory.items")]
    [InlineData("select unit_cost from inventory.items")]
    [InlineData("select quantity from inventory.stock_movements")]
    [InlineData("select before from auth.audit_entries")]
    [InlineData("select auth.restaurants_of(gen_random_uuid())")]
    [InlineData("select arguments from hangfire.job")]
    public async Task It_reads_no_secret_and_no_stock(string sql)
    {
        await using var connection = await OpenAsync();
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(connection, sql));
    }

    [Fact]
    public async Task A_role_that_could_write_is_not_used_for_looking()
    {
        foreach (var connectionString in new[] { db.AppConnectionString, db.OwnerConnectionString, db.SuperuserConnectionString })
        {
            using var provider = new ServiceCollection().AddOperatorSource(connectionString).BuildServiceProvider();
            var source = provider.GetRequiredKeyedService<NpgsqlDataSource>(PostgresSetup.OperatorRole);
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(async () => await source.OpenConnectionAsync(Ct));
            Assert.Contains("use kg_operator", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<string> RefusalAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState;
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(db.OperatorConnectionString);
        await connection.OpenAsync(Ct);
        return connection;
    }
}
