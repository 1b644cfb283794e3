using System.Data.Common;
using KitchenGuard.Data.Postgres;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Data.Tenancy;

/// <summary>
/// Tells PostgreSQL the restaurant in the same round trip as each EF command, local to its transaction, so that nothing outlives the
/// command on a pooled connection. Row-level security compares it with every row. What SaveChanges sends is told it beforehand, in its transaction:
/// there the provider counts the rows of each statement by its place, and one more in front would hide a row that was not found.
/// </summary>
internal sealed class TenantCommandInterceptor : DbCommandInterceptor
{
    private const string Parameter = "kg_restaurant";
    private const string Prefix = $"select set_config('{TenantSetting.Name}', @{Parameter}, true);\n";

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        if (Ahead(command, eventData) is { } ahead)
        {
            using (ahead)
            {
                ahead.ExecuteNonQuery();
            }
        }
        else
        {
            Prepend(command, eventData);
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Ahead(command, eventData) is { } ahead)
        {
            await using (ahead)
            {
                await ahead.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        else
        {
            Prepend(command, eventData);
        }

        return result;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        if (IsPrefixed(command))
        {
            result.NextResult();
        }

        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (IsPrefixed(command))
        {
            await result.NextResultAsync(cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Prepend(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Prepend(command, eventData);
        return ValueTask.FromResult(result);
    }

    // A scalar's first column would be set_config's: EF sends none of ours, and one that slips in must not read the wrong value.
    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result) => throw ScalarRefused();

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        throw ScalarRefused();

    private static bool IsPrefixed(DbCommand command) => command.CommandText.StartsWith(Prefix, StringComparison.Ordinal);

    private static void Prepend(DbCommand command, CommandEventData eventData)
    {
        if (IsPrefixed(command) || eventData.Context is not KitchenGuardDbContext context)
        {
            return;
        }

        command.CommandText = Prefix + command.CommandText;
        command.Parameters.Add(Of(context));
    }

    private static NpgsqlCommand? Ahead(DbCommand command, CommandEventData eventData)
    {
        if (eventData.CommandSource != CommandSource.SaveChanges || eventData.Context is not KitchenGuardDbContext context)
        {
            return null;
        }

        var transaction = command.Transaction ?? throw new InvalidOperationException("SaveChanges runs in a transaction, or the restaurant would be forgotten before it.");
        return new NpgsqlCommand(Prefix, (NpgsqlConnection)command.Connection!, (NpgsqlTransaction)transaction) { Parameters = { Of(context) } };
    }

    private static NpgsqlParameter<string> Of(KitchenGuardDbContext context) =>
        new(Parameter, NpgsqlDbType.Text) { TypedValue = context.RestaurantId?.ToString() ?? "" };

    private static NotSupportedException ScalarRefused() =>
        new("Scalar commands cannot carry the restaurant; read a row instead.");
}
