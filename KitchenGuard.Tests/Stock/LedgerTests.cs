using System.Globalization;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Tests.Support;
using Npgsql;

namespace KitchenGuard.Tests.Stock;

/// <summary>The ledger as the serving role meets it: append-only, and always what on hand is the sum of.</summary>
public sealed class LedgerTests(TenantDatabase db) : IClassFixture<TenantDatabase>
{
    private const string Columns = "restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor, occurred_at";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update inventory.stock_movements set quantity = 1")]
    [InlineData("update inventory.stock_movements set note = ''")]
    [InlineData("delete from inventory.stock_movements")]
    [InlineData("truncate inventory.stock_movements")]
    [InlineData("update inventory.items set on_hand = 5")]
    [InlineData("update inventory.items set version = 5")]
    [InlineData("update inventory.items set restaurant_id = gen_random_uuid()")]
    [InlineData("update inventory.items set department = 'bar'")]
    [InlineData("delete from inventory.items")]
    [InlineData("update inventory.lots set on_hand = 5")]
    [InlineData("insert into inventory.lots (id, restaurant_id, item_id, created_at, on_hand) select gen_random_uuid(), restaurant_id, id, now(), 5 from inventory.items")]
    [InlineData("delete from inventory.lots")]
    [InlineData("delete from inventory.imports")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("set local session_replication_role = replica")]
    [InlineData("set role kg_ledger")]
    [InlineData("set role kg_owner")]
    [InlineData("set role kg_search")]
    [InlineData("set session authorization kg_owner")]
    [InlineData("grant kg_ledger to kg_app")]
    [InlineData("alter table inventory.stock_movements disable trigger all")]
    [InlineData("alter table inventory.stock_movements disable row level security")]
    [InlineData("alter table inventory.items no force row level security")]
    [InlineData("alter table inventory.items add column more text")]
    [InlineData("drop policy tenant on inventory.items")]
    [InlineData("create policy mine on inventory.items using (true)")]
    [InlineData("drop trigger post_movements on inventory.stock_movements")]
    [InlineData("create trigger mine before insert on inventory.stock_movements for each row execute function inventory.refuse_change()")]
    [InlineData("create rule mine as on insert to inventory.stock_movements do instead nothing")]
    [InlineData("drop table inventory.stock_movements")]
    [InlineData("create table inventory.mine (id integer)")]
    [InlineData("create view inventory.mine as select 1")]
    [InlineData("create function inventory.mine() returns integer language sql as 'select 1'")]
    [InlineData("create or replace function inventory.post_movements() returns trigger language plpgsql as 'begin return null; end'")]
    [InlineData("alter function inventory.post_movements() owner to kg_app")]
    [InlineData("select inventory.check_places(null, null, null)")]
    [InlineData("create table public.mine (id integer)")]
    [InlineData("create schema mine")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("copy inventory.items to program 'cat'")]
    public async Task Is_refused_to_the_serving_role(string sql)
    {
        var place = await db.RestaurantAsync();
        await db.ItemAsync(place, 1);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.ExecuteAsync(place.Id, sql)));
    }

    [Theory]
    [InlineData("update inventory.stock_movements set quantity = 1")]
    [InlineData("delete from inventory.stock_movements")]
    [InlineData("truncate inventory.stock_movements")]
    public async Task A_movement_stays_as_it_was_posted_even_for_the_owner_and_the_superuser(string sql)
    {
        await db.ItemAsync(await db.RestaurantAsync(), 1);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.AsOwnerAsync(sql)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.AsSuperuserAsync(sql)));
    }

    // Trigger functions run with their owner's rights on whatever table they are attached to, also one of the caller's own.
    [Theory]
    [InlineData("inventory.post_movements()")]
    [InlineData("inventory.post_opening()")]
    [InlineData("inventory.check_moved_places()")]
    [InlineData("inventory.refuse_change()")]
    [InlineData("inventory.raise_version()")]
    public async Task A_table_of_ones_own_cannot_borrow_the_ledgers_triggers(string function)
    {
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => db.ExecuteAsync(
            null,
            $"""
            create temporary table mine (restaurant_id uuid, department text, item_id uuid, quantity numeric, lot_id uuid);
            create trigger mine after insert on mine referencing new table as added for each statement execute function {function};
            """));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Contains("function", refusal.MessageText);
    }

    [Fact]
    public async Task One_movement_adds_to_on_hand()
    {
        var place = await db.RestaurantAsync();
        var (item, other) = (await db.ItemAsync(place, 10), await db.ItemAsync(place, 3));
        await db.PostAsync(place.Id, place.Id, item, -2.5m);
        Assert.Equal((7.5m, 7.5m), (await db.OnHandAsync(place, item), await db.SumAsync(place, item)));
        Assert.Equal(3m, await db.OnHandAsync(place, other));
    }

    [Fact]
    public async Task A_statement_of_many_movements_adds_each_to_its_item()
    {
        var place = await db.RestaurantAsync();
        var (first, second) = (await db.ItemAsync(place), await db.ItemAsync(place, 1, "bar"));
        await db.ExecuteAsync(
            place.Id,
            $"""
            insert into inventory.stock_movements ({Columns})
            select i.restaurant_id, i.id, i.department, 'correction', n, n, 'kg', 1, now()
            from inventory.items i cross join generate_series(1, 1000) n
            """);
        Assert.Equal((500_500m, 500_501m), (await db.OnHandAsync(place, first), await db.OnHandAsync(place, second)));
        Assert.Equal(500_500m, await db.SumAsync(place, first));
    }

    [Fact]
    public async Task Concurrent_posting_loses_nothing_and_locks_nobody_out()
    {
        var place = await db.RestaurantAsync();
        var items = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => db.ItemAsync(place, 100)));
        await Task.WhenAll(
            PostSinglesAsync(new Random(1)), PostSinglesAsync(new Random(2)), PostManyAsync(new Random(3)), PostManyAsync(new Random(4)));
        Assert.Equal("0", await db.DifferencesAsync());
        Assert.Equal(20L + (2 * 300) + (2 * 60 * 40), await db.ScalarAsync<long>(place.Id, "select count(*) from inventory.stock_movements"));

        async Task PostSinglesAsync(Random random)
        {
            for (var i = 0; i < 300; i++)
            {
                await db.PostAsync(place.Id, place.Id, items[random.Next(items.Length)], random.Next(-50, 50));
            }
        }

        // Several items in one transaction: the restaurant's lock first, by the rule every such writer keeps.
        async Task PostManyAsync(Random random)
        {
            for (var i = 0; i < 60; i++)
            {
                await db.ExecuteAsync(
                    place.Id,
                    $"""
                    with locked as materialized (select pg_advisory_xact_lock(hashtextextended($1::text, 0)))
                    insert into inventory.stock_movements ({Columns})
                    select $1, item, 'kitchen', 'correction', quantity, quantity, 'kg', 1, now() from locked, unnest($2::uuid[], $3::numeric[]) as given(item, quantity)
                    """,
                    place.Id, Enumerable.Range(0, 40).Select(_ => items[random.Next(items.Length)]).ToArray(),
                    Enumerable.Range(0, 40).Select(_ => random.Next(-5000, 5000) / 100m).ToArray());
            }
        }
    }

    [Fact]
    public async Task The_opening_is_what_the_items_were_inserted_with()
    {
        var place = await db.RestaurantAsync();
        var import = Guid.CreateVersion7();
        await db.ExecuteAsync(
            place.Id,
            """
            insert into inventory.items (id, restaurant_id, department, name, name_sort, name_key, search_text, unit, unit_cost, storage_area_id, on_hand, created_at,
              created_by, created_import_id, created_line)
            select gen_random_uuid(), $1, case when n % 2 = 0 then 'bar' else 'kitchen' end, 'Item ' || n, '', n::text, '', 'kg', n / 8.0, $2, nullif(n - 3, 6), '2026-11-01T10:00Z',
              null, case when n > 5 then $3 end, case when n > 5 then n + 1 end
            from generate_series(0, 9) n
            """,
            place.Id, place.Main, import);
        // One is not counted; the one counted zero has an opening.
        Assert.Equal(9, await db.ScalarAsync<long>(place.Id, "select count(*) from inventory.stock_movements"));
        Assert.Equal(10, await db.ScalarAsync<long>(
            place.Id,
            """
            select count(*) from inventory.items i left join inventory.stock_movements m on m.item_id = i.id
            where case when i.on_hand is null then m.id is null else
              m.restaurant_id = i.restaurant_id and m.department = i.department and m.quantity = i.on_hand and m.entered_quantity = i.on_hand
              and m.entered_unit = i.unit and m.factor = 1 and m.unit_cost = i.unit_cost and m.storage_area_id = i.storage_area_id
              and m.occurred_at = i.created_at and m.import_id is not distinct from i.created_import_id
              and m.import_line is not distinct from i.created_line
              and m.kind = case when i.created_import_id is null then 'count' else 'import' end end
            """));
    }

    [Fact]
    public async Task A_movement_of_an_unknown_item_is_refused()
    {
        var place = await db.RestaurantAsync();
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.PostAsync(place.Id, place.Id, Guid.CreateVersion7(), 1)));
    }

    [Fact]
    public async Task A_movement_of_the_other_departments_item_is_refused()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, 1);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.PostAsync(place.Id, place.Id, item, 1, "bar")));
    }

    [Fact]
    public async Task A_right_movement_does_not_carry_one_of_the_other_department_along()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, 1);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.ExecuteAsync(
            place.Id,
            $"""
            insert into inventory.stock_movements ({Columns})
            select $1, $2, department, 'correction', 1, 1, 'kg', 1, now() from (values ('kitchen'), ('bar')) d(department)
            """,
            place.Id, item)));
        Assert.Equal(1m, await db.SumAsync(place, item));
    }

    [Fact]
    public async Task A_movement_of_another_restaurants_item_is_refused_under_either_name()
    {
        var (ours, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        var item = await db.ItemAsync(theirs, 1);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.PostAsync(ours.Id, ours.Id, item, 1)));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusalAsync(() => db.PostAsync(ours.Id, theirs.Id, item, 1)));
        Assert.Equal(1m, await db.OnHandAsync(theirs, item));
    }

    [Fact]
    public async Task A_movement_names_a_lot_of_its_own_item_or_none()
    {
        var place = await db.RestaurantAsync();
        var (item, other) = (await db.ItemAsync(place), await db.ItemAsync(place));
        var lot = await LotAsync(place, item);
        await db.PostAsync(place.Id, place.Id, item, 4, lot: lot);
        Assert.Equal(4m, await db.ScalarAsync<decimal>(place.Id, "select on_hand from inventory.lots where id = $1", lot));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.PostAsync(place.Id, place.Id, other, 4, lot: lot)));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.ExecuteAsync(
            place.Id,
            $"""
            insert into inventory.stock_movements ({Columns}, lot_id)
            select $1, item, 'kitchen', 'correction', 1, 1, 'kg', 1, now(), $3 from unnest($2::uuid[]) item
            """,
            place.Id, new[] { item, other }, lot)));
        Assert.Equal(4m, await db.ScalarAsync<decimal>(place.Id, "select on_hand from inventory.lots where id = $1", lot));
    }

    [Fact]
    public async Task A_movement_is_undone_once()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, 8);
        var movement = await LastMovementAsync(place, item);
        await UndoAsync(place, item, movement, -8);
        Assert.Equal(0m, await db.OnHandAsync(place, item));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, await RefusalAsync(() => UndoAsync(place, item, movement, -8)));
        Assert.Equal(0m, await db.OnHandAsync(place, item));
    }

    [Fact]
    public async Task An_undo_reverses_exactly_a_movement_of_its_own_item()
    {
        var (place, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        var (item, other, foreign) = (await db.ItemAsync(place, 8), await db.ItemAsync(place, 8), await db.ItemAsync(theirs, 8));
        var movement = await LastMovementAsync(place, item);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => UndoAsync(place, item, movement, -7)));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => UndoAsync(place, other, movement, -8)));
        var foreignMovement = await LastMovementAsync(theirs, foreign);
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => UndoAsync(place, item, foreignMovement, -8)));
        await UndoAsync(place, item, movement, -8);
        Assert.Equal(0m, await db.OnHandAsync(place, item));
    }

    [Fact]
    public async Task The_version_is_raised_by_fields_and_never_by_movements()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, 1);
        await db.PostAsync(place.Id, place.Id, item, 1);
        Assert.Equal(1, await VersionAsync(place, item));
        await db.ExecuteAsync(place.Id, "update inventory.items set notes = 'top shelf' where id = $1", item);
        Assert.Equal(2, await VersionAsync(place, item));
        await db.ExecuteAsync(place.Id, "update inventory.items set notes = 'top shelf' where id = $1", item);
        Assert.Equal(2, await VersionAsync(place, item));
        await db.PostAsync(place.Id, place.Id, item, 1);
        Assert.Equal(2, await VersionAsync(place, item));
        Assert.Equal(3m, await db.OnHandAsync(place, item));
    }

    [Theory]
    [InlineData("storage_areas", "storage_area_id")]
    [InlineData("suppliers", "supplier_id")]
    public async Task An_item_takes_no_place_of_another_restaurant(string table, string column)
    {
        var (ours, theirs) = (await db.RestaurantAsync(), await db.RestaurantAsync());
        var (own, foreign) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var insert = $"insert into inventory.{table} (id, restaurant_id, name, name_key) values ($1, $2, 'Cellar', 'cellar')";
        await db.ExecuteAsync(ours.Id, insert, own, ours.Id);
        await db.ExecuteAsync(theirs.Id, insert, foreign, theirs.Id);
        var item = await db.ItemAsync(ours);
        var update = $"update inventory.items set {column} = $2 where id = $1";
        Assert.Equal(1, await db.ExecuteAsync(ours.Id, update, item, own));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.ExecuteAsync(ours.Id, update, item, foreign)));
        Assert.Equal(own, await db.ScalarAsync<Guid>(ours.Id, $"select {column} from inventory.items where id = $1", item));

        var area = column == "storage_area_id" ? "$2" : $"'{ours.Main}'";
        var supplier = column == "supplier_id" ? "$2" : "null";
        var make = $"""
            insert into inventory.items (id, restaurant_id, department, name, name_sort, name_key, search_text, unit, storage_area_id, supplier_id, created_at)
            values (gen_random_uuid(), $1, 'bar', 'Gin', 'gin', 'gin', 'gin', 'each', {area}, {supplier}, now())
            """;
        Assert.Equal(1, await db.ExecuteAsync(ours.Id, make, ours.Id, own));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, await RefusalAsync(() => db.ExecuteAsync(ours.Id, make, ours.Id, foreign)));
    }

    [Fact]
    public async Task The_migration_leaves_uncounted_what_no_movement_stands_of_and_touches_no_version()
    {
        var place = await db.RestaurantAsync();
        var (blank, zero, five, undone) = (
            await db.ItemAsync(place, null), await db.ItemAsync(place, 0), await db.ItemAsync(place, 5), await db.ItemAsync(place, 3));
        await UndoAsync(place, undone, await LastMovementAsync(place, undone), -3);
        // As the column was before: nothing is null. Without triggers, which would not let it.
        await db.AsSuperuserAsync($"set session_replication_role = replica; update inventory.items set on_hand = 0 where on_hand is null and restaurant_id = '{place.Id}'");
        var script = MigrationScript.Read("Uncounted.sql");
        await db.AsOwnerAsync(script[..script.IndexOf("grant create", StringComparison.Ordinal)]);
        Assert.Equal(
            new[] { $"{blank} True 1", $"{zero} False 1", $"{five} False 1", $"{undone} True 1" }.Order(),
            (await db.AsSuperuserAsync($"select id, on_hand is null, version from inventory.items where restaurant_id = '{place.Id}'")).Order());
        Assert.Equal("0", await db.DifferencesAsync());
    }

    [Fact]
    public async Task An_item_is_counted_while_one_of_its_movements_stands()
    {
        var place = await db.RestaurantAsync();
        var item = await db.ItemAsync(place, null);
        Task<bool> IsCountedAsync() => db.ScalarAsync<bool>(place.Id, "select on_hand is not null from inventory.items where id = $1", item);
        Assert.False(await IsCountedAsync());

        await db.PostAsync(place.Id, place.Id, item, 2);
        var first = await LastMovementAsync(place, item);
        await db.PostAsync(place.Id, place.Id, item, 0);
        var second = await LastMovementAsync(place, item);
        Assert.True(await IsCountedAsync());
        await UndoAsync(place, item, first, -2);
        Assert.True(await IsCountedAsync());
        Assert.Equal(0, await db.OnHandAsync(place, item));
        await UndoAsync(place, item, second, 0);
        Assert.False(await IsCountedAsync());
        await db.PostAsync(place.Id, place.Id, item, 0);
        Assert.True(await IsCountedAsync());
        Assert.Equal("0", await db.DifferencesAsync());
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task Whatever_is_done_on_hand_stays_the_sum(int seed)
    {
        var random = new Random(seed);
        var place = await db.RestaurantAsync();
        var expected = new Dictionary<Guid, decimal>();
        for (var step = 0; step < 120; step++)
        {
            var known = expected.Keys.ToArray();
            switch (known.Length == 0 ? 0 : random.Next(6))
            {
                case 0:
                    var opening = random.Next(-10_000, 10_000) / 1000m;
                    expected[await db.ItemAsync(place, opening, "kitchen")] = opening;
                    break;
                case 1:
                    var (item, quantity) = (known[random.Next(known.Length)], random.Next(-1_000_000, 1_000_000) / 1_000_000m);
                    await db.PostAsync(place.Id, place.Id, item, quantity);
                    expected[item] += quantity;
                    break;
                case 2:
                    await db.ExecuteAsync(place.Id, "update inventory.items set notes = $1 where restaurant_id = $2", step.ToString(CultureInfo.InvariantCulture), place.Id);
                    break;
                case 3:
                    var undone = known[random.Next(known.Length)];
                    if (await UndoLastAsync(place, undone) is { } undo)
                    {
                        expected[undone] += undo;
                    }

                    break;
                case 4:
                    // One bad movement takes the whole statement with it.
                    await RefusalAsync(() => PostAllAsync([.. known, Guid.CreateVersion7()], 1));
                    break;
                default:
                    await PostAllAsync(known, 0.5m);
                    foreach (var each in known)
                    {
                        expected[each] += 0.5m;
                    }

                    break;
            }
        }

        foreach (var (item, quantity) in expected)
        {
            Assert.Equal((quantity, quantity), (await db.OnHandAsync(place, item), await db.SumAsync(place, item)));
        }

        Task<int> PostAllAsync(Guid[] items, decimal quantity) => db.ExecuteAsync(
            place.Id,
            $"insert into inventory.stock_movements ({Columns}) select $1, item, 'kitchen', 'correction', $3, $3, 'kg', 1, now() from unnest($2::uuid[]) item",
            place.Id, items, quantity);
    }

    private static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<PostgresException>(act)).SqlState;

    private Task<long> VersionAsync(Place place, Guid item) => db.ScalarAsync<long>(place.Id, "select version from inventory.items where id = $1", item);

    private Task<long> LastMovementAsync(Place place, Guid item) =>
        db.ScalarAsync<long>(place.Id, "select max(id) from inventory.stock_movements where item_id = $1", item);

    private Task<int> UndoAsync(Place place, Guid item, long movement, decimal quantity) => db.ExecuteAsync(
        place.Id,
        $"""
        insert into inventory.stock_movements ({Columns}, reverses_id)
        values ($1, $2, 'kitchen', 'undo', $3, $3, 'kg', 1, now(), $4)
        """,
        place.Id, item, quantity, movement);

    private async Task<decimal?> UndoLastAsync(Place place, Guid item)
    {
        var found = await db.ScalarAsync<string>(
            place.Id,
            """
            select coalesce((
              select m.id || ' ' || m.quantity from inventory.stock_movements m
              where m.item_id = $1 and m.kind <> 'undo' and not exists (select from inventory.stock_movements u where u.reverses_id = m.id)
              order by m.id desc limit 1), '')
            """,
            item);
        if (found == "")
        {
            return null;
        }

        var parts = found.Split(' ');
        var quantity = -decimal.Parse(parts[1], CultureInfo.InvariantCulture);
        await UndoAsync(place, item, long.Parse(parts[0], CultureInfo.InvariantCulture), quantity);
        return quantity;
    }

    private async Task<Guid> LotAsync(Place place, Guid item)
    {
        var lot = Guid.CreateVersion7();
        await db.ExecuteAsync(
            place.Id, "insert into inventory.lots (id, restaurant_id, item_id, lot_code, created_at) values ($1, $2, $3, 'L1', now())", lot, place.Id, item);
        return lot;
    }
}
