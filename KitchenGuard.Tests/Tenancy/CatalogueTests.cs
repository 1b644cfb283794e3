using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Operations.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>
/// What PostgreSQL's own catalogue says about the walls. A new table, policy, definer function or grant fails here until somebody has looked at
/// it and listed it.
/// </summary>
public sealed class CatalogueTests(TenantDatabase db) : IClassFixture<TenantDatabase>
{
    private static readonly string[] TenantTables =
    [
        "auth.audit_entries", "auth.device_pins", "auth.invitations", "auth.members", "auth.request_keys", "auth.restaurants", "auth.shared_devices", "inventory.import_changes", "inventory.import_edits", "inventory.import_issues", "inventory.import_progress",
        "inventory.import_undo_items", "inventory.imports", "inventory.item_edits", "inventory.items", "inventory.lots", "inventory.mapping_memories", "inventory.stock_movements", "inventory.storage_areas", "inventory.suppliers",
        "inventory.upload_chunks",
    ];

    /// <summary>Login data, which belongs to people and not to a restaurant; what is there before there is one; and the program's own.</summary>
    private static readonly string[] GlobalTables =
    [
        "auth.authenticators", "auth.data_protection_keys", "auth.draft_files", "auth.email_proofs", "auth.migrations", "auth.operator_entries", "auth.outgoing_mails", "auth.password_reset_tokens",
        "auth.recovery_codes", "auth.refresh_tokens", "auth.registration_drafts", "auth.sessions", "auth.sign_in_throttle",
        "auth.user_claims", "auth.user_logins", "auth.user_passkeys", "auth.user_tokens", "auth.users",
    ];

    [Fact]
    public async Task Every_table_is_listed_as_a_restaurants_or_as_global()
    {
        Assert.Equal(TenantTables.Concat(GlobalTables).Order(StringComparer.Ordinal), await NamesAsync("c.relkind in ('r', 'p', 'm', 'f')"));
        Assert.Equal(
            TenantTables,
            await NamesAsync(
                """
                c.relkind in ('r', 'p', 'm', 'f') and (c.relname = 'restaurants' or exists (
                  select from pg_attribute a where a.attrelid = c.oid and a.attname = 'restaurant_id' and not a.attisdropped))
                """));
    }

    [Fact]
    public async Task Every_restaurants_table_has_row_level_security_enabled_and_forced() =>
        Assert.Equal(TenantTables, await NamesAsync("c.relrowsecurity and c.relforcerowsecurity"));

    [Fact]
    public async Task Policies_are_the_tenants_the_owners_and_the_listed_lookups()
    {
        const string entered = "(NULLIF(current_setting('app.restaurant_id'::text, true), ''::text))::uuid)";
        string[] expected =
        [
            .. TenantTables.SelectMany(table => new[]
            {
                $"{table} owner ALL {{kg_owner}} true -",
                $"{table} erase ALL {{kg_eraser}} {(table == "auth.restaurants" ? "(delete_after <= now())" : "(restaurant_id IN ( SELECT restaurants.id\n   FROM auth.restaurants))")} -",
                $"{table} tenant ALL {{public}} ({(table == "auth.restaurants" ? "id" : "restaurant_id")} = {entered} -",
            }),
            "auth.invitations lookup SELECT {kg_search} true -",
            "auth.members lookup SELECT {kg_search} true -",
            "auth.restaurants lookup SELECT {kg_search} true -",
            "auth.shared_devices lookup SELECT {kg_search} true -",
            "auth.members operators SELECT {kg_operator} true -",
            "auth.restaurants operators SELECT {kg_operator} true -",
            "inventory.imports operators SELECT {kg_operator} true -",
            "inventory.items operators SELECT {kg_operator} true -",
            "inventory.stock_movements operators SELECT {kg_operator} true -",
            "inventory.import_progress lookup SELECT {kg_search} true -",
            "inventory.imports lookup SELECT {kg_search} true -",
            "inventory.items lookup SELECT {kg_search} true -",
            "inventory.suppliers lookup SELECT {kg_search} true -",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), await SortedAsync(
            """
            select schemaname || '.' || tablename, policyname, cmd, roles::text, qual, coalesce(with_check, '-') from pg_policies
            where permissive = 'PERMISSIVE'
            """));
        Assert.Empty(await db.AsSuperuserAsync("select policyname from pg_policies where permissive <> 'PERMISSIVE'"));
    }

    [Fact]
    public async Task Definer_functions_are_listed_with_their_owners()
    {
        Assert.Equal(
            [
                "auth.delete_restaurant kg_eraser kg_app,kg_eraser",
                "auth.leaving_restaurants kg_search kg_app,kg_search",
                "auth.restaurant_of_device kg_search kg_app,kg_search",
                "auth.restaurant_of_invitation kg_search kg_app,kg_search",
                "auth.restaurants_of kg_search kg_app,kg_search",
                "inventory.check_moved_places kg_ledger kg_ledger",
                "inventory.post_movements kg_ledger kg_ledger",
                "inventory.post_opening kg_ledger kg_ledger",
                "inventory.refresh_statistics kg_owner kg_app",
                "inventory.restaurant_of_import kg_search kg_app,kg_search",
                "inventory.search_items kg_search kg_app,kg_search",
                "inventory.settle_search_index kg_owner kg_app",
                "inventory.stranded_imports kg_search kg_app,kg_search",
            ],
            await SortedAsync(
                """
                select p.pronamespace::regnamespace::text || '.' || p.proname, p.proowner::regrole::text,
                  (select string_agg(r.rolname, ',' order by r.rolname) from pg_roles r
                   where r.rolname like 'kg\_%' and r.rolname <> 'kg_owner' and has_function_privilege(r.oid, p.oid, 'execute'))
                from pg_proc p
                where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                """));
    }

    [Fact]
    public async Task Definer_functions_have_a_search_path_that_ends_in_the_temporary_schema() =>
        Assert.Empty(await db.AsSuperuserAsync(
            """
            select oid::regprocedure::text from pg_proc
            where prosecdef and (proconfig is null or not exists (select from unnest(proconfig) c where c ~ '^search_path=pg_catalog, .*pg_temp$'))
            """));

    [Fact]
    public async Task Nobody_may_run_our_functions_by_being_nobody() =>
        Assert.Empty(await db.AsSuperuserAsync(
            """
            select p.oid::regprocedure::text from pg_proc p
            where p.pronamespace in ('auth'::regnamespace, 'inventory'::regnamespace)
              and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
              and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
            """));

    [Fact]
    public async Task The_serving_role_owns_nothing_and_is_nobody_else()
    {
        Assert.Equal("f f f f f f", Assert.Single(await db.AsSuperuserAsync(
            """
            select left(rolsuper::text, 1), left(rolbypassrls::text, 1), left(rolcreaterole::text, 1), left(rolcreatedb::text, 1),
              left(rolreplication::text, 1), left(exists (select from pg_auth_members where member = r.oid)::text, 1)
            from pg_roles r where rolname = 'kg_app'
            """)));
        Assert.Equal("off", await db.ScalarAsync<string>(null, "select current_setting('is_superuser')"));
        Assert.Equal("kg_app", await db.ScalarAsync<string>(null, "select current_user::text"));
        Assert.Empty(await db.AsSuperuserAsync(
            """
            select classid::regclass::text, objid from pg_shdepend
            where refclassid = 'pg_authid'::regclass and refobjid = 'kg_app'::regrole and deptype = 'o'
              and dbid in (0, (select oid from pg_database where datname = current_database()))
            """));
        Assert.Empty(await db.AsSuperuserAsync(
            """
            select nspname from pg_namespace
            where has_schema_privilege('kg_app', oid, 'create') and not starts_with(nspname, 'pg_temp_') and not starts_with(nspname, 'pg_toast_temp_')
            """));
    }

    [Fact]
    public async Task The_roles_behind_the_definer_functions_cannot_sign_in_and_create_nothing() =>
        Assert.Equal(
            ["kg_eraser f f f f f", "kg_ledger f f f f f", "kg_search f f f f f"],
            await SortedAsync(
                """
                select rolname, left(rolcanlogin::text, 1), left(rolsuper::text, 1), left(rolbypassrls::text, 1),
                  left(has_schema_privilege(oid, 'inventory', 'create')::text, 1), left(has_schema_privilege(oid, 'auth', 'create')::text, 1)
                from pg_roles where rolname in ('kg_eraser', 'kg_ledger', 'kg_search')
                """));

    [Fact]
    public async Task What_the_serving_role_may_change_and_delete_is_listed()
    {
        Assert.Equal(
            [
                "auth.authenticators DELETE UPDATE", "auth.data_protection_keys DELETE UPDATE", "auth.device_pins DELETE UPDATE", "auth.draft_files DELETE UPDATE", "auth.email_proofs DELETE UPDATE",
                "auth.invitations DELETE UPDATE", "auth.members DELETE UPDATE", "auth.outgoing_mails DELETE UPDATE", "auth.password_reset_tokens DELETE UPDATE",
                "auth.recovery_codes DELETE UPDATE", "auth.refresh_tokens DELETE UPDATE", "auth.registration_drafts DELETE UPDATE", "auth.request_keys DELETE UPDATE", "auth.restaurants UPDATE", "auth.sessions DELETE UPDATE", "auth.sign_in_throttle DELETE UPDATE", "auth.user_claims DELETE UPDATE", "auth.user_logins DELETE UPDATE",
                "auth.user_passkeys DELETE UPDATE", "auth.user_tokens DELETE UPDATE", "auth.users DELETE UPDATE", "inventory.import_edits DELETE UPDATE",
                "inventory.import_issues DELETE", "inventory.import_progress UPDATE", "inventory.import_undo_items DELETE", "inventory.imports UPDATE",
                "inventory.item_edits UPDATE",
                "inventory.mapping_memories DELETE UPDATE", "inventory.storage_areas UPDATE", "inventory.suppliers UPDATE",
            ],
            await SortedAsync(
                """
                select table_schema || '.' || table_name, string_agg(privilege_type, ' ' order by privilege_type)
                from information_schema.role_table_grants
                where grantee in ('kg_app', 'PUBLIC') and table_schema in ('auth', 'inventory') and privilege_type not in ('SELECT', 'INSERT')
                group by table_schema, table_name
                """));
        Assert.Equal(
            [
                "inventory.items created_at created_by created_import_id created_line department id on_hand restaurant_id version",
                "inventory.lots created_at id item_id on_hand restaurant_id",
            ],
            await SortedAsync(
                """
                select c.table_schema || '.' || c.table_name, string_agg(c.column_name, ' ' order by c.column_name)
                from information_schema.columns c
                where (c.table_schema, c.table_name) in (('inventory', 'items'), ('inventory', 'lots'))
                  and not has_column_privilege('kg_app', format('%I.%I', c.table_schema, c.table_name), c.column_name, 'update')
                group by c.table_schema, c.table_name
                """));
    }

    [Fact]
    public async Task What_the_operators_role_may_read_is_listed_column_by_column_and_it_may_do_nothing_else()
    {
        Assert.Equal(
            [
                "auth.members created_at id restaurant_id role user_id",
                "auth.operator_entries action address at id reason subject subject_id user_id user_name",
                "auth.restaurants created_at currency delete_after id locale name requires_second_factor time_zone",
                "auth.sessions address agent created_at ended_at expires_at id idle kind seen_at user_id",
                "auth.user_passkeys user_id",
                "auth.users created_at delete_after email email_confirmed full_name id last_login_at lockout_end normalized_email normalized_user_name two_factor_enabled user_name",
                "inventory.imports created_at department dry_run failure file_name finished_at id restaurant_id rows_rejected rows_total size status warnings",
                "inventory.items archived_at department id restaurant_id",
                "inventory.stock_movements id recorded_at restaurant_id",
            ],
            await SortedAsync(
                """
                select c.relnamespace::regnamespace::text || '.' || c.relname, string_agg(a.attname, ' ' order by a.attname)
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relnamespace in (select oid from pg_namespace where nspname in ('auth', 'inventory', 'hangfire')) and c.relkind in ('r', 'p', 'v', 'm', 'f')
                  and has_column_privilege('kg_operator', c.oid, a.attname, 'select')
                group by 1, c.relname, c.relnamespace
                """));
        Assert.Empty(await db.AsSuperuserAsync(
            """
            select c.oid::regclass::text, p from pg_class c, unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain']) p
            where c.relnamespace in (select oid from pg_namespace where nspname in ('auth', 'inventory', 'hangfire', 'public')) and c.relkind in ('r', 'p', 'v', 'm', 'f')
              and (has_table_privilege('kg_operator', c.oid, p) or (p in ('insert', 'update', 'references') and has_any_column_privilege('kg_operator', c.oid, p)))
            """));
        Assert.Equal("f f f f f f t on", Assert.Single(await db.AsSuperuserAsync(
            """
            select left(rolsuper::text, 1), left(rolbypassrls::text, 1), left(rolcreaterole::text, 1), left(rolcreatedb::text, 1), left(rolreplication::text, 1),
              left((exists (select from pg_auth_members where member = r.oid) or exists (
                select from pg_namespace where has_schema_privilege(r.oid, oid, 'create') and not starts_with(nspname, 'pg_temp_') and not starts_with(nspname, 'pg_toast_temp_'))
                or has_database_privilege(r.oid, current_database(), 'temporary'))::text, 1),
              left(rolcanlogin::text, 1), (select split_part(c, '=', 2) from unnest(rolconfig) c where c like 'default_transaction_read_only=%')
            from pg_roles r where rolname = 'kg_operator'
            """)));
    }

    [Fact]
    public async Task The_operators_model_names_what_its_role_may_read_and_no_more()
    {
        using var provider = new ServiceCollection().AddOperatorSource(db.OperatorConnectionString).AddOperatorContext<OperatorDbContext>().BuildServiceProvider();
        using var scope = provider.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<OperatorDbContext>().Model;
        Assert.Equal(
            model.GetEntityTypes().SelectMany(t => t.GetProperties().Select(p => $"{t.GetSchema()}.{t.GetTableName()} {p.GetColumnName()}")).Order(StringComparer.Ordinal),
            await SortedAsync("select table_schema || '.' || table_name, column_name from information_schema.role_column_grants where grantee = 'kg_operator'"));
    }

    [Fact]
    public async Task The_eraser_deletes_from_every_restaurants_table_and_changes_nothing()
    {
        Assert.Equal(
            TenantTables.Select(table => $"{table} DELETE"),
            await SortedAsync(
                """
                select table_schema || '.' || table_name, string_agg(privilege_type, ' ' order by privilege_type)
                from information_schema.role_table_grants where grantee = 'kg_eraser' group by table_schema, table_name
                """));
        Assert.Equal(
            [.. TenantTables.Select(t => t == "auth.restaurants" ? $"{t} id SELECT" : $"{t} restaurant_id SELECT").Append("auth.restaurants delete_after SELECT").Append("auth.restaurants deletion_reminded_at UPDATE").Order(StringComparer.Ordinal)],
            await SortedAsync(
                """
                select c.oid::regclass::text, a.attname, x.privilege_type
                from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x where x.grantee = 'kg_eraser'::regrole
                """));
        var body = Assert.Single(await db.AsSuperuserAsync("select prosrc from pg_proc where proname = 'delete_restaurant'"));
        Assert.All(TenantTables, table => Assert.Contains($"delete from {table} where {(table == "auth.restaurants" ? "id" : "restaurant_id")} = restaurant;", body, StringComparison.Ordinal));
        Assert.Equal(TenantTables.Length, body.Split("delete from ").Length - 1);
    }

    [Fact]
    public async Task Views_look_with_the_eyes_of_whoever_asks() =>
        Assert.Empty(await NamesAsync("c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)"));

    [Fact]
    public void Every_entity_of_a_restaurant_has_the_named_filter()
    {
        using var provider = new ServiceCollection().AddKitchenGuardData(db.AppConnectionString).BuildServiceProvider();
        using var scope = provider.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Model;
        var owned = model.GetEntityTypes().Where(t => typeof(ITenantOwned).IsAssignableFrom(t.ClrType) && t.BaseType is null).ToList();
        Assert.Equal(TenantTables, owned.Select(t => $"{t.GetSchema()}.{t.GetTableName()}").Order(StringComparer.Ordinal));
        foreach (var type in owned)
        {
            var filter = type.FindDeclaredQueryFilter(KitchenGuardDbContext.TenantFilter);
            Assert.True(filter?.Expression is not null, $"{type.ShortName()} has no filter named {KitchenGuardDbContext.TenantFilter}.");
            Assert.Matches($@"^\w+ => \(Convert\(\w+\.{(type.ClrType == typeof(Restaurant) ? "Id" : "RestaurantId")}, Nullable`1\) == value\(.*\)\.RestaurantId\)$", filter.Expression.ToString());
        }

        Assert.DoesNotContain(
            model.GetEntityTypes(),
            t => t.GetProperties().Any(p => p.GetColumnName() == "restaurant_id") && !typeof(ITenantOwned).IsAssignableFrom(t.ClrType));
    }

    private Task<List<string>> NamesAsync(string condition) => SortedAsync(
        $"""
        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('auth', 'inventory') and {condition}
        """);

    private async Task<List<string>> SortedAsync(string sql) => [.. (await db.AsSuperuserAsync(sql)).Order(StringComparer.Ordinal)];
}
