using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Npgsql;

namespace KitchenGuard.Web.Platform.Jobs;

/// <summary>Hangfire on the application's own database.</summary>
public static class JobsSetup
{
    /// <summary>Registers storage, client and this instance's workers.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="connectionString">The serving role's; Hangfire keeps a pool of its own.</param>
    public static void AddJobs(this WebApplicationBuilder builder, string connectionString)
    {
        var settings = builder.Configuration.GetSection("Jobs");
        var invisibility = TimeSpan.FromSeconds(settings.GetValue("InvisibilitySeconds", 60));
        var pool = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 20, ApplicationName = "KitchenGuard jobs" }.ConnectionString;
        // Registered here, so that Hangfire does not keep them in its static fields: several hosts may live in one process.
        builder.Services.AddSingleton<JobStorage>(_ =>
        {
            var options = new PostgreSqlStorageOptions
            {
                SchemaName = HangfireSchema.Name,
                PrepareSchemaIfNecessary = false,
                AllowDegradedModeWithoutStorage = false,
                QueuePollInterval = TimeSpan.FromSeconds(1),
                UseSlidingInvisibilityTimeout = true,
                InvisibilityTimeout = invisibility,
                // A worker killed while it holds a job's lock leaves it behind; whoever runs the job next would wait ten minutes for it.
                DistributedLockTimeout = invisibility,
            };
            return new PostgreSqlStorage(new NpgsqlConnectionFactory(pool, options), options);
        });
        builder.Services.AddSingleton<JobActivator>(services => new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddHangfire(hangfire => hangfire.UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings());
        if (settings.GetValue("Workers", 3) is var workers and > 0)
        {
            builder.Services.AddHangfireServer(server =>
            {
                server.WorkerCount = workers;
                server.Queues = ["a-import", "default"];
                server.CancellationCheckInterval = TimeSpan.FromSeconds(1);
            });
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }
}
