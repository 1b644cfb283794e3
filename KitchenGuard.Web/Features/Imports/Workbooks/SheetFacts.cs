namespace KitchenGuard.Web.Features.Imports.Workbooks;

/// <summary>What a person should know of a sheet beyond its cells.</summary>
internal sealed class SheetFacts
{
    private const int Named = 10;

    private readonly List<int> _hiddenRows = [];
    private readonly SortedSet<int> _hiddenColumns = [];

    /// <summary>Rows with something in them.</summary>
    internal int Rows { get; private set; }

    /// <summary>The last of them.</summary>
    internal int LastRow { get; private set; }

    internal int HiddenRows { get; private set; }

    /// <summary>The first of them.</summary>
    internal IReadOnlyList<int> FirstHiddenRows => _hiddenRows;

    internal IReadOnlyCollection<int> HiddenColumns => _hiddenColumns;

    internal void Add(int row, bool isHidden)
    {
        Rows++;
        LastRow = row;
        if (!isHidden)
        {
            return;
        }

        HiddenRows++;
        if (_hiddenRows.Count < Named)
        {
            _hiddenRows.Add(row);
        }
    }

    internal void HideColumns(int from, int to)
    {
        for (var column = from; column <= Math.Min(to, Reading.ReadLimits.MaxColumns); column++)
        {
            _hiddenColumns.Add(column);
        }
    }
}
