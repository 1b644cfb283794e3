using System.Text.Json.Serialization;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>One more table of a file, under a header of its own: below the first, or beside it.</summary>
/// <param name="HeaderLine">Physical line (1-based) of its header.</param>
/// <param name="Columns">All columns of the file as this table has them; none with a field means that the table is not imported.</param>
public sealed record FurtherTable(int HeaderLine, IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>The first and last column (1-based) of a table that stands beside the first; null: it stands below.</summary>
    public ColumnRange? Beside { get; init; }

    public RowRules Rows { get; init; } = new();

    public Pivot? Pivot { get; init; }

    [JsonIgnore]
    public bool IsImported => Columns.Any(column => column.Field == ItemField.Name);
}

/// <summary>Columns side by side.</summary>
/// <param name="First">1-based.</param>
/// <param name="Last">1-based, included.</param>
public sealed record ColumnRange(int First, int Last)
{
    /// <summary>A record's cells with those of other columns blanked.</summary>
    internal string[] Of(string[] cells)
    {
        var own = new string[Math.Min(cells.Length, Last)];
        Array.Fill(own, "");
        for (var i = First - 1; i < own.Length; i++)
        {
            own[i] = cells[i];
        }

        return own;
    }
}
