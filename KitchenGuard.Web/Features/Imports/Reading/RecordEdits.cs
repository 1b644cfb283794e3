using System.Collections.Frozen;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>A cell that a person corrected before the import.</summary>
/// <param name="Line">The physical line where its record starts.</param>
/// <param name="Column">1-based; 0: the whole record is left out.</param>
/// <param name="Value">What stands in the cell instead.</param>
public sealed record CellEdit(int Line, int Column, string Value);

/// <summary>The corrections of a file, by record. They are made before anything is read: a corrected cell is as good as one of the file.</summary>
public sealed class RecordEdits
{
    /// <summary>The most corrections that one file may have.</summary>
    public const int Most = 10_000;

    private readonly FrozenDictionary<int, CellEdit[]> _byLine;

    private RecordEdits(IEnumerable<CellEdit> edits) =>
        _byLine = edits.GroupBy(edit => edit.Line).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>No correction.</summary>
    public static RecordEdits None { get; } = new([]);

    /// <summary>The corrections of one file; of two for one cell neither is certain, so there may be none.</summary>
    public static RecordEdits Of(IReadOnlyCollection<CellEdit> edits) => edits.Count == 0 ? None : new RecordEdits(edits);

    /// <summary>Whether the record was left out.</summary>
    internal bool LeavesOut(int line) => _byLine.TryGetValue(line, out var edits) && Array.Exists(edits, edit => edit.Column == 0);

    /// <summary>Whether a cell was corrected.</summary>
    internal bool Corrects(int line, int column) => _byLine.TryGetValue(line, out var edits) && Array.Exists(edits, edit => edit.Column == column);

    /// <summary>The record's cells with their corrections; a cell beyond its end makes it longer.</summary>
    internal string[] Apply(int line, string[] cells)
    {
        if (!_byLine.TryGetValue(line, out var edits))
        {
            return cells;
        }

        var corrected = new string[Math.Max(cells.Length, edits.Max(edit => edit.Column))];
        cells.CopyTo(corrected, 0);
        Array.Fill(corrected, "", cells.Length, corrected.Length - cells.Length);
        foreach (var edit in edits.Where(edit => edit.Column > 0))
        {
            corrected[edit.Column - 1] = edit.Value;
        }

        return corrected;
    }
}
