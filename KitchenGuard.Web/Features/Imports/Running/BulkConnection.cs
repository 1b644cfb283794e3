using KitchenGuard.Data.Postgres;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// A pooled connection for statements over many rows. While tables are new, or hold what a stopped import left, the database's figures about them are wrong,
/// and a join of thousands by thousands looks like one of one by one: it is told to build tables of keys instead. Plans of the ledger's triggers
/// that were made for one movement do not serve thousands, nor the other way round, so none passes from or to other work on the connection. What it held back
/// of the search's index is sorted in when all is done and visible.
/// </summary>
internal sealed class BulkConnection : IAsyncDisposable
{
    /// <summary>From so many rows on, joins row by row are not to be had.</summary>
    public const int Many = 1000;

    private bool _many;

    private BulkConnection(NpgsqlConnection connection, NpgsqlTransaction transaction) => (Connection, Transaction) = (connection, transaction);

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    /// <summary>Begins a transaction inside the restaurant, with room to work in.</summary>
    public static async Task<BulkConnection> BeginAsync(NpgsqlDataSource source, Guid restaurantId, CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        try
        {
            var bulk = new BulkConnection(connection, await connection.BeginTransactionAsync(ct));
            await TenantSetting.EnterAsync(connection, bulk.Transaction, restaurantId, ct);
            // A worker that was killed cannot end its statement, which would hold the import and the restaurant until it is through: the database looks
            // itself.
            await bulk.RunAsync("set local client_connection_check_interval = '2s'; set local work_mem = '64MB'", bulk.Transaction, ct);
            return bulk;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Until the transaction ends.</summary>
    public Task JoinByHashAsync(CancellationToken ct)
    {
        _many = true;
        return RunAsync("set local enable_nestloop = off; discard plans", Transaction, ct);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Transaction.DisposeAsync();
            if (Connection.FullState == System.Data.ConnectionState.Open)
            {
                await RunAsync(_many ? "discard plans; select inventory.settle_search_index()" : "discard plans", null, CancellationToken.None);
            }
        }
        catch (NpgsqlException)
        {
            // A connection that is lost takes its plans along.
        }

        await Connection.DisposeAsync();
    }

    private async Task RunAsync(string sql, NpgsqlTransaction? transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, Connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
    }
}
