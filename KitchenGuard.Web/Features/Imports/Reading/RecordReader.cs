using System.Runtime.CompilerServices;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Reads a file's records by a plan. Nothing is guessed here: preview and job read the same.</summary>
public static class RecordReader
{
    /// <summary>
    /// Streams every record after the header that has at least one non-blank cell, exactly once and in the order of the file, with bounded memory.
    /// A record that yields several items is followed by the others as <see cref="ReadRecord.Part"/> 1, 2 and so on.
    /// </summary>
    /// <param name="content">The file from its first byte; it stays open.</param>
    /// <param name="plan">How to read it.</param>
    /// <param name="ct">Cancels.</param>
    public static async IAsyncEnumerable<ReadRecord> ReadAsync(Stream content, ReadPlan plan, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(plan);
        var rows = new TableReader(plan);
        using var records = RawRecords.Open(content, plan.Detected, plan.Columns.Count);
        while (await records.ReadAsync(ct))
        {
            if (records.Line <= plan.HeaderEnd)
            {
                continue;
            }

            var cells = records.Values();
            if (!Array.TrueForAll(cells, string.IsNullOrWhiteSpace) && !IsHint(records.Line, cells))
            {
                var record = rows.Read(records.Line, records.Fault, cells);
                if (records.IsTyped)
                {
                    TypedCell.Strip((string[])record.Cells);
                }

                yield return record;
                for (var part = 0; part < rows.Further.Count; part++)
                {
                    yield return rows.Further[part];
                }
            }
        }
    }

    /// <summary>The line <c>sep=;</c> that spreadsheet programs put first.</summary>
    internal static bool IsHint(int line, string[] cells) =>
        line == 1 && cells.Length <= 5 && cells[0].Length is >= 4 and <= 8 && cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && Array.TrueForAll(cells[1..], string.IsNullOrWhiteSpace);
}
