using Hangfire;
using KitchenGuard.Web.Platform.Database;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace KitchenGuard.Web.Platform;

/// <summary>Liveness and readiness.</summary>
public static class HealthSetup
{
    /// <summary>Registers the readiness checks: the database under a fit role, and the job storage.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", tags: ["ready"])
            .AddCheck<JobStorageCheck>("jobs", tags: ["ready"]);
        return services;
    }

    /// <summary>Maps /health/live (the process answers), /health/ready and /api/health (it can serve).</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapGet("/api/health", async (HealthCheckService health, CancellationToken ct) =>
            {
                var report = await health.CheckHealthAsync(check => check.Tags.Contains("ready"), ct);
                var answer = new HealthAnswer(
                    report.Status == HealthStatus.Healthy ? "healthy" : "unhealthy",
                    report.Entries.ToDictionary(e => e.Key, e => e.Value.Status == HealthStatus.Healthy ? "healthy" : "unhealthy"));
                return report.Status == HealthStatus.Healthy
                    ? Results.Ok(answer)
                    : Results.Json(answer, statusCode: StatusCodes.Status503ServiceUnavailable);
            })
            .AllowAnonymous().WithName("Health").WithTags("Health").Produces<HealthAnswer>();
    }

    /// <summary>What /api/health says.</summary>
    /// <param name="Status"><c>healthy</c> or <c>unhealthy</c>.</param>
    /// <param name="Checks">The same by part.</param>
    public sealed record HealthAnswer(string Status, IReadOnlyDictionary<string, string> Checks);

    private sealed class DatabaseCheck(NpgsqlDataSource source, MigrationState migrations) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await ServingRole.FindFaultAsync(source, cancellationToken) is { } fault
                    ? HealthCheckResult.Unhealthy(fault)
                    : await migrations.FindMissingAsync(cancellationToken) is { } missing
                        ? HealthCheckResult.Unhealthy(missing)
                        : HealthCheckResult.Healthy();
            }
            catch (NpgsqlException exception)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.", exception);
            }
        }
    }

    private sealed class JobStorageCheck(JobStorage storage) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                storage.GetMonitoringApi().Servers();
                return Task.FromResult(HealthCheckResult.Healthy());
            }
            catch (NpgsqlException exception)
            {
                return Task.FromResult(HealthCheckResult.Unhealthy("The job storage does not answer.", exception));
            }
        }
    }
}
