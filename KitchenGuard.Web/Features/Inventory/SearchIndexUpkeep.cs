using Npgsql;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>
/// Every minute sorts in what the search's index holds back of the items that were written, so that nobody who writes an item has to. Where there is
/// nothing it costs nothing; several instances may do it at once. A minute that fails is made good by the next.
/// </summary>
public sealed class SearchIndexUpkeep(NpgsqlDataSource source, TimeProvider clock, ILogger<SearchIndexUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        do
        {
            try
            {
                await SettleAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                InventoryLog.SearchIndexNotSettled(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Sorts in what is held back now.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        await using var settle = source.CreateCommand("select inventory.settle_search_index()");
        await settle.ExecuteNonQueryAsync(ct);
    }
}
