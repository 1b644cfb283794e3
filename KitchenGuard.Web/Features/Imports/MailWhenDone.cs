using KitchenGuard.Web.Platform.Email;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Writes to whoever waits for a long import when it has ended; short ones are seen to end.</summary>
public sealed class MailWhenDone(EmailOptions email, IConfiguration configuration, IStringLocalizer<Texts> texts)
{
    private readonly TimeSpan _long = TimeSpan.FromSeconds(configuration.GetValue("Imports:MailAfterSeconds", 30.0));

    /// <summary>Writes the mail in the transaction that ends the import, after its row has the outcome.</summary>
    /// <returns>The mail's id; null when nobody is to be told.</returns>
    public async Task<Guid?> AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid restaurantId, Guid importId, CancellationToken ct)
    {
        string to, name, file, status;
        int total, items, rejected, warnings;
        await using (var find = new NpgsqlCommand(
            """
            select u.email, u.full_name, i.file_name, i.status, i.rows_total, i.items, i.rows_rejected, i.warnings
            from inventory.imports i join auth.users u on u.id = i.created_by
            where i.restaurant_id = $1 and i.id = $2 and u.email is not null and not i.dry_run and clock_timestamp() - i.started_at >= $3
            """, connection, transaction)
        {
            Parameters = { new() { Value = restaurantId }, new() { Value = importId }, new() { Value = _long } },
        })
        {
            await using var row = await find.ExecuteReaderAsync(ct);
            if (!await row.ReadAsync(ct))
            {
                return null;
            }

            (to, name, file, status) = (row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3));
            (total, items, rejected, warnings) = (row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7));
        }

        var subject = status == "completed" ? texts["“{0}” is imported", file] : texts["“{0}” could not be imported", file];
        var said = status == "completed"
            ? texts["{0} rows became {1} items. {2} rows were rejected, {3} cells are worth a look.", total, items, rejected, warnings]
            : texts["The import page says why. Nothing was changed."];
        var where = email.BaseUrl is { } address ? $"{address}/imports/{importId}" : texts["Sign in to KitchenGuard and open Imports."].Value;
        return await Outbox.AddAsync(connection, transaction, to, subject, $"{texts["Hello {0},", name]}\n\n{subject}.\n{said}\n\n{where}\n\nKitchenGuard\n", ct);
    }
}
