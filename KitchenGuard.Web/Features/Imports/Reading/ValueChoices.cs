using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>A word of the file that means something else, in every record: a unit, category, supplier or storage area.</summary>
/// <param name="Field"><c>unit</c>, <c>category</c>, <c>supplier</c> or <c>storageArea</c>.</param>
/// <param name="From">The word as found; case and blanks do not matter.</param>
/// <param name="To">What it is read as; empty leaves the cell empty.</param>
public sealed record ValueChoice(string Field, string From, string To)
{
    /// <summary>The most choices that one file may have.</summary>
    public const int Most = 1000;

    /// <summary>The fields whose words can be chosen.</summary>
    public static IReadOnlyList<string> Fields { get; } = [ItemField.Unit, ItemField.Category, ItemField.Supplier, ItemField.StorageArea];
}

/// <summary>Which records are meant, by one column: the others belong to the other department.</summary>
/// <param name="Column">1-based; 0: the heading above the record.</param>
/// <param name="Values">What stands there; case and blanks do not matter.</param>
/// <param name="Except">True: all but those.</param>
public sealed record RecordFilter(int Column, IReadOnlyList<string> Values, bool Except = false)
{
    /// <summary>The most different values that a filter may name.</summary>
    public const int MostValues = 1000;
}

/// <summary>What a plan says about single words and about which records are meant, ready to be asked for every record.</summary>
internal sealed class RecordWords
{
    private readonly Dictionary<string, string>?[] _byColumn;
    private readonly Dictionary<string, string>? _headings;
    private readonly RecordFilter? _only;
    private readonly HashSet<string> _named;

    internal RecordWords(ReadPlan plan)
    {
        var fields = (plan.Options.Values ?? []).GroupBy(choice => choice.Field).ToDictionary(
            group => group.Key, group => group.GroupBy(choice => Key(choice.From)).ToDictionary(same => same.Key, same => same.Last().To));
        _byColumn = fields.Count == 0 ? [] : [.. plan.Columns.Select(column => column.Field is null ? null : fields.GetValueOrDefault(column.Field))];
        _headings = fields.GetValueOrDefault(ItemField.Category);
        _only = plan.Options.Only;
        _named = [.. (_only?.Values ?? []).Select(Key)];
    }

    /// <summary>The cells with the words that were chosen for them.</summary>
    internal string[] Translate(string[] cells)
    {
        var translated = cells;
        for (var i = 0; i < Math.Min(cells.Length, _byColumn.Length); i++)
        {
            if (cells[i].Length is > 0 and <= ReadLimits.MaxTextLength && _byColumn[i] is { } words && words.TryGetValue(Key(cells[i]), out var word))
            {
                translated = translated == cells ? [.. cells] : translated;
                translated[i] = word;
            }
        }

        return translated;
    }

    /// <summary>The category that a heading gives.</summary>
    internal string? Heading(string text) => _headings is not null && _headings.TryGetValue(Key(text), out var word) ? (word.Length == 0 ? null : word) : text;

    /// <summary>Whether the record is meant; null when it says nothing itself.</summary>
    internal bool? Takes(string[] cells, string? heading)
    {
        if (_only is null)
        {
            return true;
        }

        var value = _only.Column == 0 ? heading : _only.Column <= cells.Length ? cells[_only.Column - 1] : null;
        return string.IsNullOrWhiteSpace(value) ? null : _named.Contains(Key(value)) != _only.Except;
    }

    /// <summary>Whether records that say nothing are meant.</summary>
    internal bool TakesBlank => _only is null || _only.Except;

    /// <summary>A value for comparison.</summary>
    internal static string Key(string text) => ItemIdentity.Normalize(CellText.Line(text));
}
