using KitchenGuard.Web.Features.Imports.Reading;
using Npgsql;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Categories, suppliers and storage areas that differ only in capitals or blanks are the same one: written as the restaurant has it, else as the file
/// writes it first.
/// </summary>
/// <param name="of">Whose words they are.</param>
/// <param name="what">What a person calls one.</param>
/// <param name="fold">What the same ones have in common.</param>
internal sealed class Spellings(string of, string what, Func<string, string> fold)
{
    private readonly Dictionary<string, string> _first = [];
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Takes the restaurant's own spellings of all three.</summary>
    internal static async Task KnowAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, ImportTask task, IReadOnlyCollection<Spellings> all, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select 'category', category from inventory.items
              where restaurant_id = $1 and department = $2 and category is not null and archived_at is null group by category
            union all select 'supplier', name from inventory.suppliers where restaurant_id = $1
            union all select 'storageArea', name from inventory.storage_areas where restaurant_id = $1
            order by 1, 2
            """, connection, transaction)
        {
            Parameters = { new() { Value = task.RestaurantId }, new() { Value = task.Department } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            all.Single(one => one.Field == reader.GetString(0)).Know(reader.GetString(1));
        }
    }

    private string Field => of;

    /// <summary>How a word is written; said once of each spelling that is another.</summary>
    internal string? Of(string? word, int line, List<FoundIssue> issues)
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            return null;
        }

        if (_own.Contains(word) || _first.TryAdd(fold(word), word))
        {
            return word;
        }

        var first = _first[fold(word)];
        if (first == word)
        {
            return word;
        }

        if (_told.Add(word))
        {
            issues.Add(new FoundIssue(line, null, of, CellText.Cut(word), IssueSeverity.Notice, IssueCode.SameSpelling,
                $"“{CellText.Cut(word)}” is the same {what} as “{CellText.Cut(first)}”, which was taken."));
        }

        return first;
    }

    private void Know(string word)
    {
        _own.Add(word);
        _first.TryAdd(fold(word), word);
    }
}
