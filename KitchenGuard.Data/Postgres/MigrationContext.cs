using KitchenGuard.Data.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Data.Postgres;

/// <summary>Builds the context as migrations need it: without the tenant interceptor. `dotnet ef` finds it here.</summary>
internal sealed class MigrationContext : IDesignTimeDbContextFactory<KitchenGuardDbContext>
{
    // EF reads the Identity schema version from the application's services, also when there is no application.
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    public KitchenGuardDbContext CreateDbContext(string[] args) => Create(NpgsqlDataSource.Create("Host=127.0.0.1;Database=design"));

    public static KitchenGuardDbContext Create(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<KitchenGuardDbContext>();
        DataSetup.Configure(options, source).UseApplicationServiceProvider(Services);
        return new KitchenGuardDbContext(options.Options, new Tenant());
    }
}
