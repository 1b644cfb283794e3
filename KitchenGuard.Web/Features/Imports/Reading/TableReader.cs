namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Reads the records of a file that has one table or several, each by its own header.</summary>
internal sealed class TableReader
{
    private readonly Queue<FurtherTable> _below;
    private readonly List<(RowReader Rows, ColumnRange Range)> _beside = [];
    private readonly List<ReadRecord> _parts = [];
    private readonly ReadPlan _plan;
    private RowReader? _rows;
    private FurtherTable? _table;
    private bool _leftOut;
    private ReadRecord? _last;

    internal TableReader(ReadPlan plan)
    {
        _plan = plan;
        _rows = new RowReader(plan);
        _below = new Queue<FurtherTable>(plan.Tables.Where(table => table.Beside is null).OrderBy(table => table.HeaderLine));
        foreach (var table in plan.Tables.Where(table => table is { Beside: not null, IsImported: true }))
        {
            _beside.Add((new RowReader(PlanOf(table)), table.Beside!));
        }
    }

    /// <summary>What a record with a filled cell is; the first, and then its <see cref="Further"/> items.</summary>
    internal ReadRecord Read(int line, RecordFault fault, string[] cells)
    {
        _leftOut = false;
        if (_below.TryPeek(out var next) && line >= next.HeaderLine)
        {
            _table = _below.Dequeue();
            _rows = _table.IsImported ? new RowReader(PlanOf(_table)) : null;
            _rows?.GoOnBelow(_last);
            _beside.Clear();
            _parts.Clear();
            return Skip(line, cells, IssueCode.TableStarts, _rows is null ? "Another table starts here; it is not imported." : "Another table starts here; this line is its header.");
        }

        if (_rows is not null && _table is { Rows.HeaderEnd: { } end } && line <= end)
        {
            return Skip(line, cells, IssueCode.TableStarts, "This line is part of the header of the table that starts above it.");
        }

        if (_plan.Edits.LeavesOut(line))
        {
            _leftOut = true;
            return LeftOut(line, cells);
        }

        cells = _plan.Edits.Apply(line, cells);
        if (_rows is null)
        {
            return Skip(line, cells, IssueCode.OtherTable, $"This line belongs to the table that starts in line {_table!.HeaderLine}, which is not imported.");
        }

        if (_beside.Count == 0)
        {
            _last = _rows.Read(line, fault, cells);
            return _last;
        }

        _parts.Clear();
        return fault == RecordFault.None ? ReadBeside(line, cells) : _rows.Read(line, fault, cells);
    }

    /// <summary>The further items of the record that was read last: see <see cref="ReadRecord.Part"/>.</summary>
    internal List<ReadRecord> Further => _leftOut ? [] : _beside.Count > 0 || _rows is null ? _parts : _rows.Further;

    private ReadRecord ReadBeside(int line, string[] cells)
    {
        var width = _plan.Columns.Count;
        Add(_rows!, _beside[0].Range.First - 1 is var end && end > 0 ? new ColumnRange(1, end).Of(cells) : cells);
        foreach (var (rows, range) in _beside)
        {
            Add(rows, range.Last == width ? new ColumnRange(range.First, Math.Max(width, cells.Length)).Of(cells) : range.Of(cells));
        }

        var first = _parts.Count > 0 ? _parts[0] : _rows!.Read(line, RecordFault.None, cells);
        _parts.RemoveRange(0, Math.Min(1, _parts.Count));
        return first;

        void Add(RowReader rows, string[] own)
        {
            if (Array.TrueForAll(own, string.IsNullOrWhiteSpace))
            {
                return;
            }

            var record = rows.Read(line, RecordFault.None, own);
            foreach (var part in (ReadRecord[])[record, .. rows.Further])
            {
                _parts.Add(part with { Part = _parts.Count, Cells = cells });
            }
        }
    }

    private ReadPlan PlanOf(FurtherTable table) => _plan with
    {
        // Beside the first table, columns are counted from the table's own first.
        Edits = table.Beside is null ? _plan.Edits : RecordEdits.None,
        Detected = _plan.Detected with { HeaderLine = table.HeaderLine },
        Columns = table.Columns,
        Rows = table.Rows,
        Pivot = table.Pivot,
        Tables = [],
    };

    /// <summary>A record that a person left out.</summary>
    internal static ReadRecord LeftOut(int line, string[] cells) => Skip(line, cells, IssueCode.LeftOut, "This line was left out by hand.");

    private static ReadRecord Skip(int line, string[] cells, string code, string message) => new(line, RecordOutcome.Skipped, null,
        [new FoundIssue(line, null, null, CellText.Cut(CellText.Line(Array.Find(cells, cell => !string.IsNullOrWhiteSpace(cell)) ?? "")), IssueSeverity.Notice, code, message)], cells);
}
