using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// What search looks into, of staged records where that is not what the record alone says: it was merged, or its item keeps what the record
/// leaves blank. Texts are folded here and not in the database, so that there is one way of folding.
/// </summary>
internal static class SearchTexts
{
    private static readonly StageColumn[] Searched =
        [.. new[] { ItemField.Sku, ItemField.Barcode, ItemField.Brand, ItemField.Category }.Select(field => StageColumns.Plain.Single(c => c.Field == field))];

    /// <summary>Folds what the records after one row up to another need, once their outcomes are settled.</summary>
    public static async Task RefoldAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlySet<string> cleared, int after, int upTo, CancellationToken ct)
    {
        var (rows, texts) = (new List<int>(), new List<string>());
        await using (var find = new NpgsqlCommand(Find(cleared), connection, transaction) { CommandTimeout = 0, Parameters = { new() { Value = after }, new() { Value = upTo } } })
        {
            await using var row = await find.ExecuteReaderAsync(ct);
            string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
            while (await row.ReadAsync(ct))
            {
                rows.Add(row.GetInt32(0));
                texts.Add(SearchFold.SearchText(row.GetString(1), Text(2), Text(3), Text(4), Text(5)));
            }
        }

        if (rows.Count > 0)
        {
            await using var keep = new NpgsqlCommand(Keep, connection, transaction)
            {
                CommandTimeout = 0,
                Parameters = { new() { Value = rows.ToArray() }, new() { Value = texts.ToArray() } },
            };
            await keep.ExecuteNonQueryAsync(ct);
        }
    }

    private const string Keep = "update stage s set search_text = t.text from unnest($1::int[], $2::text[]) as t(row, text) where s.row = t.row";

    private static string Find(IReadOnlySet<string> cleared) => $"""
        select s.row, s.name, {string.Join(", ", Searched.Select(c => MergeStatements.After(c, cleared)))}
        from stage s left join inventory.items i on i.id = s.item_id
        where {MergeStatements.Slice(1)} and (s.outcome = 'created' and s.search_text is null or s.outcome = 'updated' and s.changed
          and (s.search_text is null or {string.Join(" or ", Searched.Select(c => $"{MergeStatements.After(c, cleared)} is distinct from s.{c.Column}"))}))
        """;
}
