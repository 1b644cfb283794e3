using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>Deletes the restaurants and accounts whose day has come, and reminds owners whose day is near. May run on several instances at once.</summary>
public sealed class SweepLeaving(NpgsqlDataSource source, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SweepLeaving> logger)
{
    /// <summary>Looks once. What fails is tried again the next time and holds nothing else up.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var restaurant in await IdsAsync("select auth.leaving_restaurants($1)", now + Grace.Reminder, ct))
        {
            await TryAsync(restaurant, async services =>
            {
                if (!await services.GetRequiredService<EraseRestaurant>().RunAsync(restaurant, ct))
                {
                    await services.GetRequiredService<RemindOwners>().RunAsync(restaurant, ct);
                }
            });
        }

        foreach (var user in await IdsAsync("select id from auth.users where delete_after <= $1 order by delete_after", now, ct))
        {
            await TryAsync(user, services => services.GetRequiredService<EraseAccount>().RunAsync(user, ct));
        }
    }

    private async Task TryAsync(Guid id, Func<IServiceProvider, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await work(scope.ServiceProvider);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LeavingLog.EraseFailed(logger, exception, id);
        }
    }

    private async Task<List<Guid>> IdsAsync(string sql, DateTimeOffset until, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = until.UtcDateTime });
        await using var row = await command.ExecuteReaderAsync(ct);
        var ids = new List<Guid>();
        while (await row.ReadAsync(ct))
        {
            ids.Add(row.GetGuid(0));
        }

        return ids;
    }
}
