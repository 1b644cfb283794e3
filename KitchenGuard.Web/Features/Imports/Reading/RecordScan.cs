using System.Buffers;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Scans one record cell by cell and plans how its text is mended where quotes are wrong.</summary>
internal sealed class RecordScan(byte delimiter, byte? quote, int columns)
{
    // UTF-8 needs up to four bytes a character.
    private const int MaxCellBytes = ReadLimits.MaxCellLength * 4;
    private const int MaxRecordBytes = 4 * 1024 * 1024;
    private const int MaxCells = ReadLimits.MaxColumns * 4;

    private readonly SearchValues<byte> _cellMarks = SearchValues.Create([delimiter, (byte)'\n', (byte)'\r']);
    private readonly List<(int From, int To, Mending Kind)> _edits = [];
    private readonly LineShapes _lines = new(delimiter, columns);
    private int _contain;
    private int _at;
    private int _firstMultiLine;
    private int _cells;
    private bool _isCut;
    private bool _escapes;

    /// <summary>Bytes of the record with its line end.</summary>
    internal int Length { get; private set; }

    /// <summary>Lines that the record covers.</summary>
    internal int Lines { get; private set; }

    internal RecordFault Fault { get; private set; }

    internal bool IsMended => _edits.Count > 0 || _isCut;


    internal RecordState Read(ReadOnlySpan<byte> input, bool ended)
    {
        _contain = -1;
        _escapes = false;
        var state = Scan(input, ended);
        if (state == RecordState.Whole && (Fault != RecordFault.None || (columns > 0 && _cells != columns)) && quote is { } q && input[..Length].IndexOf([(byte)'\\', q]) >= 0)
        {
            // By the rules the record is broken; it is sound when a backslash takes the meaning off a quote: "12\"",5.
            _escapes = true;
            state = Scan(input, ended);
            if (state == RecordState.Whole && Fault == RecordFault.None && (columns == 0 || _cells == columns))
            {
                return state;
            }

            _escapes = false;
            state = Scan(input, ended);
        }

        if (state != RecordState.Whole || Fault != RecordFault.None || _firstMultiLine < 0)
        {
            return state;
        }

        if (columns > 1 && _cells != columns && _lines.AreWhole(LineShapes.First(input)))
        {
            // The quoted line breaks made a record of the wrong width, the first line alone has the right one.
            _contain = _firstMultiLine;
            return Scan(input, ended);
        }

        if (columns > 2 && _cells == columns && _lines.AreWhole(input[..Length]))
        {
            // Read by the rules it is a record, but so is each of its lines: an opening quote too many and an inch mark look like this.
            Fault = RecordFault.UnterminatedQuote;
        }

        return state;
    }

    /// <summary>The record's text as CsvHelper reads it without surprise.</summary>
    internal byte[] Mend(ReadOnlySpan<byte> input)
    {
        var result = new List<byte>(Length + 16);
        var from = 0;
        foreach (var edit in _edits)
        {
            result.AddRange(input[from..edit.From]);
            if (edit.Kind == Mending.OneQuote)
            {
                result.Add(quote!.Value);
            }
            else if (edit.Kind == Mending.Quoted)
            {
                result.Add(quote!.Value);
                foreach (var b in input[edit.From..edit.To])
                {
                    if (b == quote)
                    {
                        result.Add(b);
                    }

                    result.Add(b);
                }

                result.Add(quote.Value);
            }

            from = edit.To;
        }

        result.AddRange(input[from..Length]);
        return [.. result];
    }


    private RecordState Scan(ReadOnlySpan<byte> input, bool ended)
    {
        _edits.Clear();
        _isCut = false;
        _cells = 0;
        _at = 0;
        _firstMultiLine = -1;
        Fault = RecordFault.None;
        while (true)
        {
            if (++_cells > MaxCells || _at > MaxRecordBytes)
            {
                return Cut(input, _at, _cells > MaxCells ? RecordFault.TooManyCells : RecordFault.CellTooLong, RecordState.DropPlain);
            }

            SkipBlanksBeforeQuote(input);
            var quoted = _at < input.Length && input[_at] == quote;
            var state = quoted ? ScanQuoted(input, ended) : ScanPlain(input, _at, ended);
            if (state != RecordState.Whole)
            {
                return state;
            }

            if (_at == input.Length)
            {
                return Finish(input, _at);
            }

            if (input[_at] == delimiter)
            {
                _at++;
                continue;
            }

            if (input[_at] == '\r')
            {
                if (_at + 1 == input.Length && !ended)
                {
                    return RecordState.Incomplete;
                }

                _at += _at + 1 < input.Length && input[_at + 1] == '\n' ? 1 : 0;
            }

            return Finish(input, _at + 1);
        }
    }

    /// <summary>Some programs write a blank after each delimiter: <c>a, "b, c"</c>. It is no part of the cell where the quotes close as they should.</summary>
    private void SkipBlanksBeforeQuote(ReadOnlySpan<byte> input)
    {
        var open = _at;
        while (open < input.Length && input[open] == ' ' && delimiter != ' ')
        {
            open++;
        }

        if (open == _at || open >= input.Length || input[open] != quote)
        {
            return;
        }

        var line = LineShapes.First(input[(open + 1)..]);
        var close = line.IndexOf(quote!.Value);
        while (close >= 0 && close + 1 < line.Length && line[close + 1] == quote)
        {
            var next = line[(close + 2)..].IndexOf(quote.Value);
            close = next < 0 ? -1 : close + 2 + next;
        }

        var after = close + 1;
        while (close >= 0 && after < line.Length && line[after] == ' ')
        {
            after++;
        }

        if (close >= 0 && (after == line.Length || line[after] == delimiter))
        {
            _edits.Add((_at, open, Mending.Nothing));
            _at = open;
        }
    }

    /// <summary>Moves to the mark that ends a cell without quotes.</summary>
    private RecordState ScanPlain(ReadOnlySpan<byte> input, int from, bool ended)
    {
        var end = input[from..].IndexOfAny(_cellMarks);
        if (end < 0 && input.Length - from > MaxCellBytes)
        {
            return Cut(input, from + MaxCellBytes, RecordFault.CellTooLong, RecordState.DropPlain);
        }

        if (end < 0 && !ended)
        {
            return RecordState.Incomplete;
        }

        _at = end < 0 ? input.Length : from + end;
        return RecordState.Whole;
    }

    private RecordState ScanQuoted(ReadOnlySpan<byte> input, bool ended)
    {
        var open = _at;
        var from = open + 1;
        while (open != _contain)
        {
            var found = input[from..].IndexOf(quote!.Value);
            if (found < 0)
            {
                return ScanUnclosed(input, open, ended);
            }

            var close = from + found;
            if (close + 1 == input.Length && !ended)
            {
                return input.Length - open > MaxCellBytes ? ScanUnclosed(input, open, ended) : RecordState.Incomplete;
            }

            if (_escapes && IsAfterOddBackslashes(input[(open + 1)..close]))
            {
                _edits.Add((close - 1, close, Mending.OneQuote));
                from = close + 1;
                continue;
            }

            if (close + 1 < input.Length && input[close + 1] == quote)
            {
                from = close + 2;
                continue;
            }

            if (IsEscaped(input, open, close))
            {
                _edits.Add((close - 1, close, Mending.OneQuote));
                from = close + 1;
                continue;
            }

            return ScanClosed(input, open, close, ended);
        }

        return Contain(input, open, ended);
    }

    private static bool IsAfterOddBackslashes(ReadOnlySpan<byte> before) => (before.Length - 1 - before.LastIndexOfAnyExcept((byte)'\\')) % 2 == 1;

    /// <summary>A quote after a backslash, inside a cell that goes on behind it: <c>"12\" pan"</c>.</summary>
    private bool IsEscaped(ReadOnlySpan<byte> input, int open, int close) =>
        close - 1 > open && input[close - 1] == '\\' && input[close - 2] != '\\' && close + 1 < input.Length
        && input[close + 1] != delimiter && input[close + 1] is not ((byte)'\n' or (byte)'\r')
        && LineShapes.First(input[(close + 1)..]).Contains(quote!.Value);

    private RecordState ScanClosed(ReadOnlySpan<byte> input, int open, int close, bool ended)
    {
        var after = close + 1;
        while (after < input.Length && input[after] is (byte)' ' or (byte)'\t' && input[after] != delimiter)
        {
            after++;
        }

        if (after == input.Length && !ended)
        {
            return RecordState.Incomplete;
        }

        var multiLine = input[open..close].IndexOfAny((byte)'\n', (byte)'\r') >= 0;
        if (after == input.Length || input[after] == delimiter || input[after] is (byte)'\n' or (byte)'\r')
        {
            if (after > close + 1)
            {
                _edits.Add((close + 1, after, Mending.Nothing));
            }

            _firstMultiLine = multiLine && _firstMultiLine < 0 ? open : _firstMultiLine;
            _at = after;
            return RecordState.Whole;
        }

        if (multiLine && _lines.LookLikeRecords(input[..close]))
        {
            return Contain(input, open, ended);
        }

        var state = ScanPlain(input, after, ended);
        if (state == RecordState.Whole)
        {
            Fault = RecordFault.TextAfterQuote;
            Requote((open, _at, Mending.Quoted));
        }

        return state;
    }

    private RecordState ScanUnclosed(ReadOnlySpan<byte> input, int open, bool ended)
    {
        if (!ended && input.Length - open <= MaxCellBytes)
        {
            return RecordState.Incomplete;
        }

        if (input[open..].IndexOfAny((byte)'\n', (byte)'\r') < 0 || _lines.LookLikeRecords(input))
        {
            return input.Length - open > MaxCellBytes && input[open..].IndexOfAny(_cellMarks) < 0
                ? CutQuoted(input, open)
                : Contain(input, open, ended);
        }

        if (input.Length - open > MaxCellBytes)
        {
            return CutQuoted(input, open);
        }

        Fault = RecordFault.UnterminatedQuote;
        Requote((open, input.Length, Mending.Quoted));
        _at = input.Length;
        return RecordState.Whole;
    }

    private void Requote((int From, int To, Mending Kind) edit)
    {
        // What was planned inside the cell before it proved to be broken.
        _edits.RemoveAll(inner => inner.From >= edit.From);
        _edits.Add(edit);
    }

    private RecordState CutQuoted(ReadOnlySpan<byte> input, int open)
    {
        Requote((open, open + MaxCellBytes, Mending.Quoted));
        return Cut(input, open + MaxCellBytes, RecordFault.CellTooLong, RecordState.DropQuoted);
    }

    /// <summary>Takes an opening quote as ordinary text, so that its cell ends on its own line.</summary>
    private RecordState Contain(ReadOnlySpan<byte> input, int open, bool ended)
    {
        var state = ScanPlain(input, open + 1, ended);
        if (state == RecordState.Whole)
        {
            Fault = RecordFault.UnterminatedQuote;
            Requote((open, _at, Mending.Quoted));
        }

        return state;
    }

    private RecordState Cut(ReadOnlySpan<byte> input, int length, RecordFault fault, RecordState state)
    {
        Fault = fault;
        _isCut = true;
        Finish(input, length);
        return state;
    }

    private RecordState Finish(ReadOnlySpan<byte> input, int length)
    {
        Length = length;
        Lines = LineShapes.Count(input[..length]);
        return RecordState.Whole;
    }
}
