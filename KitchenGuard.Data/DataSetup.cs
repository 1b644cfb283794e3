using KitchenGuard.Data.Postgres;
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

    /// <summary>
    /// Registers what reads across restaurants for operators: a data source of its own under kg_operator, with few connections, that no other code gets.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">The role kg_operator's; null: whoever asks for the data source gets an exception.</param>
    public static IServiceCollection AddOperatorSource(this IServiceCollection services, string? connectionString) =>
        services.AddKeyedSingleton(PostgresSetup.OperatorRole, (_, _) => OperatorSource(string.IsNullOrWhiteSpace(connectionString)
            ? throw new InvalidOperationException("There is no connection for operators: set ConnectionStrings:KitchenGuardOperator.")
            : connectionString));

    /// <summary>Registers a context on that data source: it tracks nothing, has no tenant, and sees what the role's grants let it see.</summary>
    /// <typeparam name="TContext">A model of the columns that the role may read.</typeparam>
    public static IServiceCollection AddOperatorContext<TContext>(this IServiceCollection services)
        where TContext : DbContext => services.AddDbContext<TContext>((provider, options) =>
            Configure(options, provider.GetRequiredKeyedService<NpgsqlDataSource>(PostgresSetup.OperatorRole)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));

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
            .AddInterceptors(UnfitText)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.CommandError, CoreEventId.SaveChangesFailed));

    private const int OperatorConnections = 5;

    private const string IsUnfit = "select rolsuper or rolbypassrls or current_setting('transaction_read_only') = 'off' from pg_roles where rolname = current_user";

    private static readonly TenantCommandInterceptor Interceptor = new();

    private static readonly UnfitTextInterceptor UnfitText = new();

    private static NpgsqlDataSource OperatorSource(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(WithDefaults(connectionString)) { MaxPoolSize = OperatorConnections };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        // Whatever role is configured: one that could write, or is bound by no policy, is not for looking around.
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(IsUnfit, connection);
                RefuseUnfit(command.ExecuteScalar());
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(IsUnfit, connection);
                RefuseUnfit(await command.ExecuteScalarAsync());
            });
        return builder.Build();
    }

    private static void RefuseUnfit(object? answer)
    {
        if (answer is not false)
        {
            throw new InvalidOperationException("The role of ConnectionStrings:KitchenGuardOperator could write or is bound by no policy; use kg_operator.");
        }
    }
}
