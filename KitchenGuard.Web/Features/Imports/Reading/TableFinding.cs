namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Where the table is in a file: how cells are separated and which line is the header.</summary>
/// <param name="Delimiter">What separates cells.</param>
/// <param name="Quote">The quote; empty: none.</param>
/// <param name="HeaderLine">The header's line; 0: none.</param>
/// <param name="HeaderEnd">The line of its last row, when it has several.</param>
/// <param name="Columns">How many columns.</param>
internal sealed record TableFinding(string Delimiter, string Quote, int HeaderLine, int HeaderEnd, int Columns)
{
    /// <summary>First and last line of records above the header that look like a table; null: there is nothing but titles.</summary>
    internal (int First, int Last)? Above { get; private init; }

    /// <summary>Every line is quoted as a whole.</summary>
    internal bool QuotedLines { get; private init; }

    /// <summary>Most lines have a cell more than the header, and it looks like the other half of a decimal comma.</summary>
    internal bool NumbersAreSplitByCommas { get; private init; }

    private const int SampleRecords = 300;

    private static readonly string[] Usual = [";", "\t", "|", ","];
    private static readonly string[] Unusual = ["||", "::", ";;", "^", "~", "*", "¦", "§", "¤"];

    /// <param name="sample">The file's first part, cut at the end of a line if it is not all of it.</param>
    /// <param name="encoding">Its encoding.</param>
    /// <param name="given">What a person or script said.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task<TableFinding> FindAsync(byte[] sample, string encoding, ImportOptions given, CancellationToken ct)
    {
        var hint = await HintAsync(sample, encoding, ct);
        var quotedLines = given.Quote is null && await AreLinesQuotedAsync(sample, encoding, ct);
        sample = quotedLines ? await UnquoteAsync(sample, encoding, ct) : sample;
        encoding = quotedLines ? "UTF-8" : encoding;
        var delimiter = given.Delimiter is null ? hint : Dialect.Unescape(given.Delimiter);
        var quote = given.Quote ?? await QuoteAsync(sample, encoding, delimiter, ct);
        var records = delimiter is null ? null : await ReadAsync(sample, encoding, delimiter, quote, ct);
        if (delimiter is null)
        {
            var text = TextOf(sample, encoding);
            (delimiter, records) = await BestAsync(sample, encoding, quote, [.. Usual.Where(text.Contains)], ct);
            var (unusual, others) = await BestAsync(sample, encoding, quote, [.. Unusual.Where(text.Contains)], ct);
            if (Score(others) > Score(records) + 1)
            {
                (delimiter, records) = (unusual, others);
            }
            else if (Score(records) == 0)
            {
                delimiter = ",";
                records = await ReadAsync(sample, encoding, delimiter, quote, ct);
            }
            else if (delimiter is ";" or "|" && IsDoubled(records!))
            {
                delimiter += delimiter;
                records = await ReadAsync(sample, encoding, delimiter, quote, ct);
            }
        }

        if (hint is not null)
        {
            records!.RemoveAll(record => record.Line == 1);
        }

        var header = given.HeaderLine ?? HeaderFinding.Find(records!);
        var width = records!.Find(record => record.Line == header)?.Cells.Length ?? 0;
        var above = records.Where(record => record.Line < header && record.Filled >= 2 && record.Numbers > 0).ToList();
        var common = CommonWidth(records, header);
        var isSplit = width > 1 && common > width && delimiter == "," && NumbersAreSplit(records, header, common);
        return new TableFinding(delimiter, quote, header, HeaderFinding.FindEnd(records, header), isSplit ? width : Math.Max(width, common))
        {
            QuotedLines = quotedLines,
            NumbersAreSplitByCommas = isSplit,
            Above = above.Count >= 2 ? (above[0].Line, above[^1].Line) : null,
        };
    }

    /// <summary>The delimiter that a first line <c>sep=;</c> names.</summary>
    private static async Task<string?> HintAsync(byte[] sample, string encoding, CancellationToken ct)
    {
        using var records = RawRecords.Open(new MemoryStream(sample), encoding, "\u001E", "", 0);
        if (!await records.ReadAsync(ct) || records.Line != 1)
        {
            return null;
        }

        var line = records.Cell(0).Trim(' ', '"', '\uFEFF');
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && Dialect.IsDelimiter(line[4..]) ? line[4..] : null;
    }

    /// <summary>Whether nothing ever stands between one delimiter and the next: then the two of them are one.</summary>
    private static bool IsDoubled(List<SampleRecord> records)
    {
        var tables = records.Where(record => record.Filled > 1).ToList();
        return tables.Count >= 2 && tables.TrueForAll(record => record.Cells.Length % 2 == 1
            && record.Cells.Where((_, index) => index % 2 == 1).All(cell => cell.Length == 0));
    }

    /// <summary>Whether each line is one quoted cell that has a delimiter inside.</summary>
    private static async Task<bool> AreLinesQuotedAsync(byte[] sample, string encoding, CancellationToken ct)
    {
        if (!TextOf(sample, encoding).Contains('"'))
        {
            return false;
        }

        var lines = await ReadAsync(sample, encoding, "\u001E", "", ct);
        lines.RemoveAll(line => line.Filled == 0);
        if (lines.Count < 2 || lines.Count(line => line.Cells[0].StartsWith('"') || line.Cells[0].EndsWith('"')) * 10 < lines.Count * 9)
        {
            return false;
        }

        var inside = await ReadAsync(sample, encoding, "\u001E", "\"", ct);
        if (inside.Exists(record => record.Fault != RecordFault.None))
        {
            return false;
        }

        // "a","b" is quoted by cell: there, a quote beside a delimiter closes a cell.
        return Usual.Any(delimiter => inside.Where(record => record.Filled > 0).Take(20).All(record => record.Cells[0].Contains(delimiter, StringComparison.Ordinal)));
    }

    /// <summary>To see at once what does not stand in it: each reading of a wide file takes its time.</summary>
    private static string TextOf(byte[] sample, string encoding) => TextEncodings.TextOf(sample, encoding);

    private static async Task<byte[]> UnquoteAsync(byte[] sample, string encoding, CancellationToken ct)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(TextOf(sample, encoding));
        using var plain = new MemoryStream();
        await new QuotedLines(new MemoryStream(utf8)).CopyToAsync(plain, ct);
        return plain.ToArray();
    }

    /// <summary>Single quotes, when cells are bounded by them and never by double ones.</summary>
    private static async Task<string> QuoteAsync(byte[] sample, string encoding, string? delimiter, CancellationToken ct)
    {
        if (!TextOf(sample, encoding).Contains('\''))
        {
            return "\"";
        }

        int singles = 0, doubles = 0;
        foreach (var candidate in delimiter is null ? Usual : [delimiter])
        {
            foreach (var record in await ReadAsync(sample, encoding, candidate, "", ct))
            {
                foreach (var cell in record.Cells)
                {
                    singles += cell.Length >= 2 && cell[0] == '\'' && cell[^1] == '\'' && !cell[1..^1].Replace("''", "", StringComparison.Ordinal).Contains('\'') ? 1 : 0;
                    doubles += cell.Length >= 1 && cell[0] == '"' ? 1 : 0;
                }
            }
        }

        return singles >= 4 && doubles == 0 ? "'" : "\"";
    }

    private static async Task<(string Delimiter, List<SampleRecord> Records)> BestAsync(
        byte[] sample, string encoding, string quote, string[] delimiters, CancellationToken ct)
    {
        var best = (Delimiter: ",", Records: new List<SampleRecord>());
        var bestScore = -1d;
        foreach (var delimiter in delimiters)
        {
            var records = await ReadAsync(sample, encoding, delimiter, quote, ct);
            var score = Score(records);
            if (score > bestScore)
            {
                (best, bestScore) = ((delimiter, records), score);
            }
        }

        return best;
    }

    private static async Task<List<SampleRecord>> ReadAsync(byte[] sample, string encoding, string delimiter, string quote, CancellationToken ct)
    {
        var result = new List<SampleRecord>();
        using var records = RawRecords.Open(new MemoryStream(sample), encoding, delimiter, quote, 0);
        while (result.Count < SampleRecords && await records.ReadAsync(ct))
        {
            result.Add(new SampleRecord(records.Line, records.Values(), records.Fault));
        }

        return result;
    }

    /// <summary>How much a reading looks like a table: records of equal width, wide rather than narrow, under headers that are known.</summary>
    private static double Score(List<SampleRecord> records)
    {
        var filled = records.Where(record => record.Filled > 0).ToList();
        if (filled.Count == 0)
        {
            return 0;
        }

        var mode = filled.GroupBy(record => record.Cells.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        var known = records.Take(40).Where(record => record.Cells.Length > 1 && HeaderFinding.MayBeHeader(record)).Select(HeaderFinding.KnownFields).DefaultIfEmpty(0).Max();
        if (mode.Key < 2 && known < 2)
        {
            return 0;
        }

        var share = (double)mode.Count() / filled.Count;
        var spoiled = (double)records.Count(record => record.Fault != RecordFault.None) / records.Count;
        return (share * Math.Log2(Math.Max(mode.Key, 2)) * (1 - spoiled)) + known;
    }

    /// <summary>Whether two columns beside each other hold nothing but digits, at most three in the second: 12,50 without quotes in a file of commas.</summary>
    private static bool NumbersAreSplit(List<SampleRecord> records, int header, int width)
    {
        var wide = records.Where(record => record.Line > header && record.LastFilled + 1 == width).Select(record => record.Cells).ToList();
        return Enumerable.Range(1, width - 2).Any(i => wide.Count(cells => IsDigits(cells[i], 9) && IsDigits(cells[i + 1], 3)) * 10 >= wide.Count * 9);
    }

    private static bool IsDigits(string cell, int most) => cell.Length > 0 && cell.Length <= most && cell.All(char.IsAsciiDigit);

    private static int CommonWidth(List<SampleRecord> records, int header)
    {
        var after = records.Where(record => record.Line > header && record.Filled > 0).ToList();
        if (after.Count == 0)
        {
            return 0;
        }

        // Without a header, the cells that most lines have, blank or not, say how wide the table is.
        var written = header > 0 ? 0 : after.GroupBy(record => record.Cells.Length).MaxBy(group => group.Count())!.Key;
        // The width that more than half of the records need.
        return Math.Max(written, after.Select(record => record.LastFilled + 1).OrderDescending().ElementAt(after.Count / 2));
    }
}

/// <summary>A record of the sample.</summary>
internal sealed record SampleRecord(int Line, string[] Cells, RecordFault Fault)
{
    internal int Filled { get; } = Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    /// <summary>See <see cref="HeaderFinding.Numbers"/>.</summary>
    internal int Numbers => _numbers < 0 ? _numbers = HeaderFinding.Numbers(Cells) : _numbers;

    private int _numbers = -1;

    internal int LastFilled { get; } = Array.FindLastIndex(Cells, cell => !string.IsNullOrWhiteSpace(cell));
}
