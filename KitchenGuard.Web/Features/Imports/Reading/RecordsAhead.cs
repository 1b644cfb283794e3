namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The records of a file one after the other, of which the next ones can be looked at before.</summary>
internal sealed class RecordsAhead(RawRecords records)
{
    private readonly Queue<(int Line, RecordFault Fault, string[] Cells)> _next = new();

    /// <summary>Physical line, 1-based.</summary>
    internal int Line { get; private set; }

    internal RecordFault Fault { get; private set; }

    internal string[] Cells { get; private set; } = [];

    internal async ValueTask<bool> ReadAsync(CancellationToken ct)
    {
        if (_next.TryDequeue(out var next))
        {
            (Line, Fault, Cells) = next;
            return true;
        }

        if (!await records.ReadAsync(ct))
        {
            return false;
        }

        (Line, Fault, Cells) = (records.Line, records.Fault, records.Values());
        return true;
    }

    /// <summary>The record that was read last and those after it, at most so many.</summary>
    internal async ValueTask<List<SampleRecord>> LookAsync(int most, CancellationToken ct)
    {
        while (_next.Count + 1 < most && await records.ReadAsync(ct))
        {
            _next.Enqueue((records.Line, records.Fault, records.Values()));
        }

        return [new(Line, Cells, Fault), .. _next.Take(most - 1).Select(next => new SampleRecord(next.Line, next.Cells, next.Fault))];
    }
}
