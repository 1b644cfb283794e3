using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace KitchenGuard.Bench;

/// <summary>
/// The ways of telling PostgreSQL the restaurant, for one list of 50 by EF Core: before each command in its round trip (what the product
/// does), once per opened connection, and in a transaction of its own; beside them the same query without row-level security.
/// </summary>
internal static class TenantFigure
{
    private const int Samples = 400;

    public static async Task RunAsync(Ground ground)
    {
        var account = await ground.RegisterAsync();
        await ground.ImportAsync(account, Sheets.Csv(2_000));
        await using var product = Services(ground.App, null);
        await using var opened = Services(ground.App, new OnOpen(account.RestaurantId));
        await using var own = Services(ground.App, new Nothing());
        await using var owner = Services(ground.Owner, new Nothing());
        var ways = new (string Name, Func<Task> Run)[]
        {
            ("no policy (owner role)", () => QueryAsync(owner, account.RestaurantId, false)),
            ("before each command", () => QueryAsync(product, account.RestaurantId, false)),
            ("per opened connection", () => QueryAsync(opened, account.RestaurantId, false)),
            ("own transaction", () => QueryAsync(own, account.RestaurantId, true)),
        };
        var times = ways.ToDictionary(w => w.Name, _ => new List<double>());
        for (var sample = -50; sample < Samples; sample++)
        {
            foreach (var (name, run) in ways)
            {
                var watch = Stopwatch.StartNew();
                await run();
                if (sample >= 0)
                {
                    times[name].Add(watch.Elapsed.TotalMicroseconds);
                }
            }
        }

        var bare = Median(times[ways[0].Name]);
        foreach (var (name, _) in ways)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"tenant, {name}: {Median(times[name]):0} µs, {Median(times[name]) / bare:0.00} × no policy"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static async Task QueryAsync(ServiceProvider services, Guid restaurantId, bool ownTransaction)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(restaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        await using var transaction = ownTransaction ? await db.Database.BeginTransactionAsync() : null;
        if (ownTransaction)
        {
            await db.Database.ExecuteSqlAsync($"select set_config('app.restaurant_id', {restaurantId.ToString()}, true)");
        }

        var items = await db.Set<KitchenProduce>().AsNoTracking().OrderBy(i => i.NameSort).ThenBy(i => i.Id).Take(50)
            .Select(i => new { i.Id, i.Name, i.Category, i.OnHand, i.Unit, i.UnitCost, i.ParLevel, i.Version }).ToListAsync();
        if (items.Count != 50)
        {
            throw new InvalidOperationException($"The way shows {items.Count} rows.");
        }
    }

    private static ServiceProvider Services(string connectionString, IInterceptor? instead)
    {
        var services = new ServiceCollection();
        if (instead is null)
        {
            services.AddKitchenGuardData(connectionString);
        }
        else
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(DataSetup.WithDefaults(connectionString)));
            services.AddScoped<Tenant>();
            services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
            services.AddDbContext<KitchenGuardDbContext>((provider, options) =>
                DataSetup.Configure(options, provider.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(instead));
        }

        return services.BuildServiceProvider();
    }

    private sealed class OnOpen(Guid restaurantId) : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "select set_config('app.restaurant_id', $1, false)";
            command.Parameters.Add(new NpgsqlParameter { Value = restaurantId.ToString() });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private sealed class Nothing : DbConnectionInterceptor;
}
