using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>The product's own DbContext and interceptor against PostgreSQL's wall, as the serving role on a pool of one connection.</summary>
public sealed class TenantContextTests(TenantDatabase db) : IClassFixture<TenantDatabase>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_a_restaurant_is_left_on_the_connection(bool noReset)
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, 1);
        await using var provider = Provider(noReset);
        var source = provider.GetRequiredService<NpgsqlDataSource>();
        var backend = await BackendAsync(source);

        await InsideAsync(provider, place.Id, async context => Assert.Equal(1, await context.Items.CountAsync(Ct)));
        await AssertNobodyAsync();
        await InsideAsync(provider, place.Id, async context =>
        {
            context.Items.Add(NewItem(place));
            await context.SaveChangesAsync(Ct);
        });
        await AssertNobodyAsync();
        await InsideAsync(provider, place.Id, async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Ct);
            Assert.Equal(2, await context.Items.CountAsync(Ct));
            await transaction.CommitAsync(Ct);
        });
        await AssertNobodyAsync();
        await InsideAsync(provider, place.Id, async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Ct);
            Assert.Equal(2, await context.Items.CountAsync(Ct));
        });
        await AssertNobodyAsync();
        await InsideAsync(provider, place.Id, async context =>
        {
            var refused = Assert.IsType<PostgresException>(
                (await Assert.ThrowsAnyAsync<Exception>(() => context.Items.Where(i => i.Id == item)
                    .ExecuteUpdateAsync(set => set.SetProperty(i => i.CaseSize, -1m), Ct))).GetBaseException());
            Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        });
        await AssertNobodyAsync();
        await using (var batch = source.CreateBatch())
        {
            batch.BatchCommands.Add(TenantSetting.Enter(place.Id));
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select count(*) from inventory.items"));
            await using var reader = await batch.ExecuteReaderAsync(Ct);
            await reader.NextResultAsync(Ct);
            await reader.ReadAsync(Ct);
            Assert.Equal(2, reader.GetInt64(0));
        }

        await AssertNobodyAsync();
        await using (var connection = await source.OpenConnectionAsync(Ct))
        await using (var transaction = await connection.BeginTransactionAsync(Ct))
        {
            await TenantSetting.EnterAsync(connection, transaction, place.Id, Ct);
        }

        await AssertNobodyAsync();
        Assert.Equal(backend, await BackendAsync(source));

        async Task AssertNobodyAsync()
        {
            await using var command = source.CreateCommand("select coalesce(current_setting('app.restaurant_id', true), ''), (select count(*) from inventory.items)");
            await using var reader = await command.ExecuteReaderAsync(Ct);
            await reader.ReadAsync(Ct);
            Assert.Equal(("", 0L), (reader.GetString(0), reader.GetInt64(1)));
        }
    }

    [Fact]
    public async Task Two_restaurants_take_turns_on_one_connection_and_see_their_own()
    {
        var (first, second) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        var (ours, theirs) = (await db.ItemAsync(first), await db.ItemAsync(second));
        await using var provider = Provider(noReset: true);
        for (var i = 0; i < 3; i++)
        {
            await InsideAsync(provider, first.Id, async context => Assert.Equal([ours], await context.Items.Select(x => x.Id).ToListAsync(Ct)));
            await InsideAsync(provider, second.Id, async context => Assert.Equal([theirs], await context.Items.Select(x => x.Id).ToListAsync(Ct)));
            await InsideAsync(provider, null, async context => Assert.Empty(await context.Items.Select(x => x.Id).ToListAsync(Ct)));
        }
    }

    [Fact]
    public async Task An_insert_reads_back_what_the_database_gave()
    {
        var place = await db.RestaurantAsync();
        await using var provider = Provider();
        await InsideAsync(provider, place.Id, async context =>
        {
            var (first, second) = (NewItem(place), NewItem(place));
            context.AddRange(first, second);
            Assert.Equal(2, await context.SaveChangesAsync(Ct));
            Assert.Equal((1L, 1L), (first.Version, second.Version));
            first.Notes = "top shelf";
            await context.SaveChangesAsync(Ct);
            Assert.Equal(2, first.Version);
        });
    }

    [Fact]
    public async Task A_change_over_a_newer_version_is_noticed()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place);
        await using var provider = Provider();
        await InsideAsync(provider, place.Id, async context =>
        {
            var loaded = await context.Items.SingleAsync(i => i.Id == item, Ct);
            loaded.Notes = "mine";
            await InsideAsync(provider, place.Id, other => other.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Notes, "theirs"), Ct));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync(Ct));
        });
    }

    [Fact]
    public async Task A_change_of_what_is_gone_is_noticed_in_any_place_of_a_save()
    {
        var place = await db.RestaurantAsync();
        await using var provider = Provider();
        for (var last = 0; last < 3; last++)
        {
            await InsideAsync(provider, place.Id, async context =>
            {
                var rows = Enumerable.Range(0, 3).Select(i => NewInvitation(place, $"{last}{i}@invited.example")).ToList();
                context.AddRange(rows);
                await context.SaveChangesAsync(Ct);
                var gone = rows[last].Id;
                await InsideAsync(provider, place.Id, other => other.Invitations.Where(i => i.Id == gone).ExecuteDeleteAsync(Ct));
                rows.ForEach(i => i.ExpiresAt = DateTimeOffset.UnixEpoch);
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync(Ct));
            });
        }
    }

    [Fact]
    public async Task A_set_based_change_counts_the_rows_it_touched()
    {
        var (place, other) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await Task.WhenAll(db.ItemAsync(place), db.ItemAsync(place), db.ItemAsync(other));
        await using var provider = Provider();
        await InsideAsync(provider, place.Id, async context =>
        {
            Assert.Equal(2, await context.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Notes, "all"), Ct));
            Assert.Equal(0, await context.Items.Where(i => i.Name == "none").ExecuteUpdateAsync(set => set.SetProperty(i => i.Notes, "all"), Ct));
            Assert.Equal(2, context.Items.ExecuteUpdate(set => set.SetProperty(i => i.Notes, "again")));
            Assert.Equal(2, context.Items.Count());
        });
    }

    [Fact]
    public async Task Without_a_restaurant_every_table_looks_empty_and_takes_nothing()
    {
        var place = await db.RestaurantAsync();
        await db.ItemAsync(place);
        await using var provider = Provider();
        await InsideAsync(provider, null, async context =>
        {
            Assert.Equal(0, await context.Items.CountAsync(Ct));
            Assert.False(await context.Restaurants.AnyAsync(Ct));
            Assert.Equal(0, await context.Items.ExecuteUpdateAsync(set => set.SetProperty(i => i.Notes, "all"), Ct));
            context.Items.Add(NewItem(place));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(context));
        });
    }

    [Fact]
    public async Task A_row_for_another_restaurant_is_refused()
    {
        var (ours, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await using var provider = Provider();
        await InsideAsync(provider, ours.Id, async context =>
        {
            context.Items.Add(NewItem(theirs));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(context));
        });
        Assert.Equal(0, await db.ScalarAsync<long>(theirs.Id, "select count(*) from inventory.items"));
    }

    [Fact]
    public async Task Another_restaurants_row_cannot_be_changed_by_attaching_it()
    {
        var (ours, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        var item = await db.ItemAsync(theirs);
        await using var provider = Provider();
        await InsideAsync(provider, ours.Id, async context =>
        {
            var attached = NewItem(theirs, item);
            context.Attach(attached);
            attached.Notes = "taken over";
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => context.SaveChangesAsync(Ct));
        });
        Assert.Equal(0, await db.ScalarAsync<long>(theirs.Id, "select count(*) from inventory.items where notes is not null"));
    }

    [Fact]
    public async Task Ignoring_the_filter_by_name_still_shows_own_rows_only()
    {
        var (ours, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        var (own, _) = (await db.ItemAsync(ours), await db.ItemAsync(theirs));
        await using var provider = Provider();
        await InsideAsync(provider, ours.Id, async context =>
        {
            var unfiltered = context.Items.IgnoreQueryFilters([KitchenGuardDbContext.TenantFilter]);
            Assert.DoesNotContain("restaurant_id =", unfiltered.ToQueryString());
            Assert.Contains("restaurant_id =", context.Items.ToQueryString());
            Assert.Equal([own], await unfiltered.Select(i => i.Id).ToListAsync(Ct));
            Assert.Equal(1, await unfiltered.ExecuteUpdateAsync(set => set.SetProperty(i => i.Notes, "mine"), Ct));
        });
        Assert.Equal(0, await db.ScalarAsync<long>(theirs.Id, "select count(*) from inventory.items where notes is not null"));
    }

    [Fact]
    public async Task Raw_SQL_through_the_context_is_inside_the_restaurant_too()
    {
        var (ours, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        await Task.WhenAll(db.ItemAsync(ours), db.ItemAsync(theirs));
        await using var provider = Provider();
        await InsideAsync(provider, ours.Id, async context =>
        {
            Assert.Equal(1, await context.Database.SqlQuery<long>($"select count(*) as \"Value\" from inventory.items").SingleAsync(Ct));
            Assert.Equal(1, await context.Database.ExecuteSqlAsync($"update inventory.items set notes = 'mine'", Ct));
        });
    }

    [Fact]
    public async Task A_scalar_which_could_not_carry_the_restaurant_is_refused()
    {
        await using var provider = Provider();
        await InsideAsync(provider, Guid.CreateVersion7(), async context =>
        {
            var command = context.GetService<IRawSqlCommandBuilder>().Build("select 1");
            var parameters = new RelationalCommandParameterObject(context.GetService<IRelationalConnection>(), null, null, context, context.GetService<IRelationalCommandDiagnosticsLogger>());
            await Assert.ThrowsAsync<NotSupportedException>(() => command.ExecuteScalarAsync(parameters, Ct));
            Assert.Throws<NotSupportedException>(() => command.ExecuteScalar(parameters));
        });
    }

    private static async Task<string> RefusalAsync(KitchenGuardDbContext context)
    {
        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync(Ct));
        return Assert.IsType<PostgresException>(refusal.InnerException).SqlState;
    }

    private static async Task<int> BackendAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select pg_backend_pid()");
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task InsideAsync(ServiceProvider provider, Guid? restaurant, Func<KitchenGuardDbContext, Task> act)
    {
        await using var scope = provider.CreateAsyncScope();
        if (restaurant is { } id)
        {
            scope.ServiceProvider.GetRequiredService<Tenant>().Enter(id);
        }

        await act(scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>());
    }

    private static KitchenProduce NewItem(Place place, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(), RestaurantId = place.Id, Name = "Salt", Unit = "kg", StorageAreaId = place.Main,
    };

    private static Invitation NewInvitation(Place place, string email) => new()
    {
        Id = Guid.CreateVersion7(), RestaurantId = place.Id, Email = email, NormalizedEmail = email, Role = Role.Viewer, TokenHash = Guid.CreateVersion7().ToByteArray(),
        InvitedBy = Guid.CreateVersion7(), CreatedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(1),
    };

    private ServiceProvider Provider(bool noReset = false) => new ServiceCollection()
        .AddKitchenGuardData(new NpgsqlConnectionStringBuilder(db.AppConnectionString) { MaxPoolSize = 1, NoResetOnClose = noReset, Timeout = 5 }.ConnectionString)
        .BuildServiceProvider();
}
