namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>
/// A text in a cell that spans rows is meant for each of them, such as a category beside its items. Numbers are not repeated: a quantity
/// beside three items is not three quantities.
/// </summary>
/// <param name="merged">In the order of their first rows.</param>
internal sealed class SpannedTexts(IReadOnlyList<MergedCell> merged)
{
    private readonly Dictionary<int, (int Last, byte[] Text)> _open = [];
    private readonly Queue<MergedCell> _next = new(merged);
    private readonly Dictionary<int, int> _starting = [];

    private int _row;

    /// <summary>Takes note of a cell's text; rows come in rising order.</summary>
    internal void Note(CellPlace place, byte[] text, bool isText)
    {
        Advance(place.Row);
        if (isText && _starting.TryGetValue(place.Column, out var last))
        {
            _open[place.Column] = (last, text);
        }
    }

    /// <summary>Fills the empty cells of a row that has something in it.</summary>
    /// <returns>How many cells it has now.</returns>
    internal int Fill(int row, byte[][] cells, int count)
    {
        foreach (var (column, (last, text)) in _open)
        {
            if (row > last)
            {
                _open.Remove(column);
            }
            else if (cells[column - 1].Length == 0)
            {
                cells[column - 1] = text;
                count = Math.Max(count, column);
            }
        }

        return count;
    }

    private void Advance(int row)
    {
        if (row == _row)
        {
            return;
        }

        _row = row;
        _starting.Clear();
        while (_next.TryPeek(out var cell) && cell.First <= row)
        {
            _next.Dequeue();
            if (cell.First == row)
            {
                _starting[cell.Column] = cell.Last;
            }
        }
    }
}
