using Npgsql;

namespace KitchenGuard.Web.Platform.Database;

/// <summary>The role that serves must be bound by the walls between restaurants.</summary>
internal static class ServingRole
{
    /// <summary>The sentence that says why the connected role must not serve; null when it may.</summary>
    public static async Task<string?> FindFaultAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            select rolname, rolsuper, rolbypassrls,
              exists (select from pg_class c where c.relowner = r.oid and c.relnamespace in (
                select oid from pg_namespace where nspname in ('auth', 'inventory')))
            from pg_roles r where rolname = current_user
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return reader.GetBoolean(1) || reader.GetBoolean(2) || reader.GetBoolean(3)
            ? $"The role {reader.GetString(0)} is superuser, bypasses row-level security or owns the tables; serve as kg_app."
            : null;
    }
}
