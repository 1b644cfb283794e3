using KitchenGuard.Data;
using KitchenGuard.Data.Postgres;
using KitchenGuard.Web.Platform.Jobs;

namespace KitchenGuard.Web.Platform.Database;

/// <summary>Finds or provides the database.</summary>
public static class DatabaseSetup
{
    /// <summary>
    /// Uses ConnectionStrings:KitchenGuard when it is set. Otherwise Development starts a private PostgreSQL and brings it up to date;
    /// anything else refuses to start.
    /// </summary>
    /// <returns>The private server, to be disposed of after the host; null when the database is given.</returns>
    public static async Task<IAsyncDisposable?> AddDatabaseAsync(this WebApplicationBuilder builder)
    {
        EmbeddedPostgres? embedded = null;
        string? connectionString = builder.Configuration.GetConnectionString("KitchenGuard");
        var owner = builder.Configuration.GetConnectionString("KitchenGuardOwner");
        var operators = builder.Configuration.GetConnectionString("KitchenGuardOperator");
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            if (!builder.Environment.IsDevelopment())
            {
                throw new StartupException(
                    "ConnectionStrings:KitchenGuard is missing: set ConnectionStrings__KitchenGuard to the PostgreSQL connection string of the serving role kg_app.");
            }

            var options = new EmbeddedPostgresOptions(RepositoryRoot.Find(builder.Environment.ContentRootPath), "development");
            embedded = await EmbeddedPostgres.StartAsync(options, Console.WriteLine, CancellationToken.None);
            (connectionString, owner, operators) = (embedded.AppConnectionString(), embedded.OwnerConnectionString(), embedded.OperatorConnectionString());
        }

        if (!builder.Environment.IsDevelopment())
        {
            VerifiedTls.Require(builder.Configuration, "KitchenGuard", connectionString);
            if (!string.IsNullOrWhiteSpace(operators))
            {
                VerifiedTls.Require(builder.Configuration, "KitchenGuardOperator", operators);
            }
        }

        if (builder.Environment.IsDevelopment() && !string.IsNullOrWhiteSpace(owner))
        {
            await PrepareAsync(owner, CancellationToken.None);
        }

        builder.Services.AddKitchenGuardData(connectionString).AddOperatorSource(operators);
        builder.Services.AddSingleton<MigrationState>();
        builder.AddJobs(connectionString);
        return embedded;
    }

    /// <summary>The command <c>migrate</c>: prepares the database of ConnectionStrings:KitchenGuardOwner and ends.</summary>
    public static async Task MigrateCommandAsync(string[] args)
    {
        // As the program itself reads them: environment, command line, files of secrets.
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddSecretFiles();
        var owner = builder.Configuration.GetConnectionString("KitchenGuardOwner") ?? throw new StartupException(
            "ConnectionStrings:KitchenGuardOwner is missing: set ConnectionStrings__KitchenGuardOwner to the PostgreSQL connection string of the role kg_owner.");
        if (!builder.Environment.IsDevelopment())
        {
            VerifiedTls.Require(builder.Configuration, "KitchenGuardOwner", owner);
        }

        await PrepareAsync(owner, CancellationToken.None);
    }

    /// <summary>Brings the database to this version: KitchenGuard's schemas, then Hangfire's. Runs as the owner role.</summary>
    /// <param name="ownerConnectionString">Connects as kg_owner.</param>
    /// <param name="ct">Stops between migrations.</param>
    public static async Task PrepareAsync(string ownerConnectionString, CancellationToken ct)
    {
        foreach (var name in await Migrator.MigrateAsync(ownerConnectionString, ct))
        {
            Console.WriteLine($"Applied migration {name}.");
        }

        await HangfireSchema.InstallAsync(ownerConnectionString, ct);
    }
}
