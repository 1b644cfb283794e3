using System.Text.Json;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>What staging learned beside the rows: names to look up once, and whether merging has anything to do.</summary>
internal sealed class StageSummary
{
    /// <summary>Names of suppliers by their folded form, with the id a new one would get.</summary>
    public Dictionary<string, (Guid Id, string Name)> Suppliers { get; } = [];

    /// <summary>Names of storage areas by their folded form, with the id a new one would get.</summary>
    public Dictionary<string, (Guid Id, string Name)> Areas { get; } = [];

    public Spellings Category { get; } = new(ItemField.Category, "category", ItemIdentity.Normalize);

    public Spellings Supplier { get; } = new(ItemField.Supplier, "supplier", SearchFold.Fold);

    public Spellings Area { get; } = new(ItemField.StorageArea, "storage area", SearchFold.Fold);

    /// <summary>True when two records may describe one item.</summary>
    public bool HasRepeats { get; set; }

    /// <summary>True when a record says when something expires or what lot it is.</summary>
    public bool HasLots { get; set; }

    /// <summary>True when a record yielded several items.</summary>
    public bool HasParts { get; set; }

    /// <summary>Rows staged so far.</summary>
    public int Rows { get; set; }

    /// <summary>The last rows of slices of twenty thousand rows each, but the last slice's.</summary>
    public List<int> Slices { get; } = [];

    /// <summary>Keys seen so far, hashed: a collision costs one needless statement and nothing else.</summary>
    public HashSet<int> Keys { get; } = [];
}

/// <summary>Streams records into the stage by binary COPY.</summary>
internal sealed class StageWriter(NpgsqlBinaryImporter copy, StageSummary summary) : IAsyncDisposable
{
    private const int SliceSize = 20_000;

    private readonly Dictionary<string, (string Base, decimal Factor)> _units = [];
    private readonly List<FoundIssue> _said = [];

    public async Task WriteAsync(ReadRecord record, CancellationToken ct)
    {
        summary.HasParts |= record.Part > 0;
        if (++summary.Rows % SliceSize == 0)
        {
            summary.Slices.Add(summary.Rows);
        }

        await copy.StartRowAsync(ct);
        copy.Write(summary.Rows, NpgsqlDbType.Integer);
        copy.Write(record.Line, NpgsqlDbType.Integer);
        if (record.Item is { } item && record.Outcome == RecordOutcome.Item)
        {
            _said.Clear();
            item.Category = summary.Category.Of(item.Category, record.Line, _said);
            item.Supplier = summary.Supplier.Of(item.Supplier, record.Line, _said);
            item.StorageArea = summary.Area.Of(item.StorageArea, record.Line, _said);
            record = _said.Count == 0 ? record : record with { Issues = [.. record.Issues, .. _said] };
            WriteItem(item);
        }
        else
        {
            copy.Write(record.Outcome == RecordOutcome.Skipped ? "skipped" : "rejected", NpgsqlDbType.Text);
            for (var column = 2; column < 17 + StageColumns.Plain.Count; column++)
            {
                copy.WriteNull();
            }
        }

        if (record.Issues.Count == 0)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(JsonSerializer.Serialize(record.Issues, ReadPlan.Json), NpgsqlDbType.Jsonb);
        }
    }

    public ValueTask<ulong> CompleteAsync(CancellationToken ct) => copy.CompleteAsync(ct);

    public ValueTask DisposeAsync() => copy.DisposeAsync();

    private void WriteItem(ItemRow item)
    {
        var nameKey = ItemIdentity.NameKey(item.Name, item.BottleSize, item.PackSize);
        var key = item.IdentityKey;
        summary.HasRepeats |= !summary.Keys.Add(key.GetHashCode(StringComparison.Ordinal));
        summary.HasLots |= item.ExpiresOn is not null || item.LotCode is not null;
        copy.WriteNull();
        copy.Write(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        copy.Write(key, NpgsqlDbType.Text);
        copy.Write(item.Name, NpgsqlDbType.Text);
        copy.Write(SearchFold.Fold(item.Name), NpgsqlDbType.Text);
        copy.Write(nameKey, NpgsqlDbType.Text);
        copy.Write(SearchFold.SearchText(item.Name, item.Sku, item.Barcode, item.Brand, item.Category), NpgsqlDbType.Text);
        Write(item.Quantity);
        WriteUnit(item.UnitCode);
        Write(Remember(summary.Suppliers, item.Supplier));
        Write(Remember(summary.Areas, item.StorageArea));
        if (item.ExpiresOn is { } expires)
        {
            copy.Write(expires, NpgsqlDbType.Date);
        }
        else
        {
            copy.WriteNull();
        }

        Write(item.LotCode);
        Write(item.Variety);
        Write(item.Sku);
        Write(item.Barcode);
        Write(item.Brand);
        Write(item.Category);
        Write(item.PackSize);
        Write(item.BottleSize);
        Write(item.Notes);
        Write(item.CaseSize);
        Write(item.CaseCost);
        Write(item.CostPerUnit);
        Write(item.SalePrice);
        Write(item.ParInUnits);
        Write(item.ParCases);
        Write(item.ReorderPoint);
        Write(item.Abv);
    }

    private void WriteUnit(string? code)
    {
        Write(code);
        if (code is null)
        {
            copy.WriteNull();
            copy.WriteNull();
            return;
        }

        if (!_units.TryGetValue(code, out var unit))
        {
            var known = Unit.FromCode(code);
            _units[code] = unit = (StageColumns.BaseOf(known), known.Factor);
        }

        copy.Write(unit.Base, NpgsqlDbType.Text);
        copy.Write(unit.Factor, NpgsqlDbType.Numeric);
    }

    private void Write(string? text)
    {
        if (text is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(text, NpgsqlDbType.Text);
        }
    }

    private void Write(decimal? number)
    {
        if (number is { } value)
        {
            copy.Write(value, NpgsqlDbType.Numeric);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private static string? Remember(Dictionary<string, (Guid Id, string Name)> names, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        var key = SearchFold.Fold(name);
        names.TryAdd(key, (Guid.CreateVersion7(), name));
        return key;
    }
}
