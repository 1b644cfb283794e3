using KitchenGuard.Data.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Data;

/// <summary>Registers the database for an application.</summary>
public static class DataSetup
{
    /// <summary>
    /// Registers one <see cref="NpgsqlDataSource"/> for the whole process (EF Core and plain Npgsql share its pool), the
    /// <see cref="KitchenGuardDbContext"/> and the scoped <see cref="Tenant"/>.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">The serving role's.</param>
    public static IServiceCollection AddKitchenGuardData(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(WithDefaults(connectionString)));
        services.AddScoped<Tenant>();
        services.AddDbContext<KitchenGuardDbContext>((provider, options) =>
            Configure(options, provider.GetRequiredService<NpgsqlDataSource>()).AddInterceptors(Interceptor));
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        return services;
    }

    /// <summary>The connection string with what this application wants where it says nothing.</summary>
    /// <param name="connectionString">An Npgsql connection string.</param>
    public static string WithDefaults(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var given = builder.Keys.Cast<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (!given.Contains("Maximum Pool Size"))
        {
            builder.MaxPoolSize = 30;
        }

        if (!given.Contains("Max Auto Prepare"))
        {
            builder.MaxAutoPrepare = 100;
            builder.AutoPrepareMinUsages = 2;
        }

        if (!given.Contains("Keepalive"))
        {
            builder.KeepAlive = 30;
        }

        builder.ApplicationName ??= "KitchenGuard";
        return builder.ConnectionString;
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("migrations", Schemas.Auth))
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.CommandError, CoreEventId.SaveChangesFailed));

    private static readonly TenantCommandInterceptor Interceptor = new();
}
