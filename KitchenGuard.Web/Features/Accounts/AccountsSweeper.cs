using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Leaving;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Forgets what is over: sessions with their tokens, links, sign-ups that nobody finished, counts of tries.</summary>
public sealed class SweepAccounts(KitchenGuardDbContext db, SignInThrottle throttle, TimeProvider clock)
{
    /// <summary>How long an ended session is kept, for whoever has to find out what happened.</summary>
    public static readonly TimeSpan SessionsKept = TimeSpan.FromDays(30);

    /// <summary>Forgets it. May run on several instances at once.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var monthAgo = now - SessionsKept;
        await throttle.SweepAsync(ct);
        await db.Sessions.Where(s => s.ExpiresAt < monthAgo || s.EndedAt < monthAgo || s.SeenAt + s.Idle < monthAgo).ExecuteDeleteAsync(ct);
        await db.EmailProofs.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.RegistrationDrafts.Where(d => d.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}

/// <summary>Looks every hour for accounts and restaurants to delete, and for what is over. What fails is tried again the next time.</summary>
public sealed class AccountsSweeper(SweepLeaving leaving, IServiceScopeFactory scopes, TimeProvider clock, ILogger<AccountsSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await leaving.RunAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SweepAccounts>().RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LeavingLog.SweepFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
