using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Data.Postgres;

/// <summary>A text that PostgreSQL cannot keep: it has a NUL. Whoever sent it made a mistake; nothing was sent to the database.</summary>
public sealed class UnfitTextException() : Exception("A text with a NUL in it cannot be kept.");

/// <summary>
/// Keeps texts with a NUL from the database, whatever let them come so far. The server would refuse them while it binds the parameters, and a statement
/// that Npgsql is just preparing by itself is then taken for prepared: the next user of that connection gets an error for what was done.
/// </summary>
public sealed partial class UnfitTextInterceptor : DbCommandInterceptor
{
    /// <summary>Refuses a text that has one.</summary>
    /// <param name="value">A parameter's value: a text, an array of texts, or anything else.</param>
    /// <param name="type">The parameter's type; of JSON the escaped NUL counts, too.</param>
    /// <exception cref="UnfitTextException">It has one.</exception>
    public static void Check(object? value, NpgsqlDbType type)
    {
        var isUnfit = value switch
        {
            string text => text.Contains('\0', StringComparison.Ordinal) || (type is NpgsqlDbType.Jsonb or NpgsqlDbType.Json && EscapedNul().IsMatch(text)),
            IEnumerable<string?> texts => texts.Any(text => text?.Contains('\0', StringComparison.Ordinal) == true),
            _ => false,
        };
        if (isUnfit)
        {
            throw new UnfitTextException();
        }
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) => Checked(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Checked(command, result));

    /// <inheritdoc />
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) => Checked(command, result);

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Checked(command, result));

    private static InterceptionResult<T> Checked<T>(DbCommand command, InterceptionResult<T> result)
    {
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            Check(parameter.Value, parameter.NpgsqlDbType);
        }

        return result;
    }

    [GeneratedRegex(@"(?<!\\)(\\\\)*\\u0000")]
    private static partial Regex EscapedNul();
}
