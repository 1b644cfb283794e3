using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Any table in any dialect reads back equal, and any bytes are accounted for. Failures are shrunk to the smallest table that shows them.</summary>
public class ReadingPropertyTests
{
    // The same tables on every run; a new number explores others.
    private const string Seed = "20260125,7";

    private static readonly string[] Pieces =
        ["a", "b", "é", "ß", "玉", "ł", " ", "\"", "\"\"", ",", ";", "|", "\t", "::", "||", "'", "\n", "\r\n", "=", "-", "1", "2.5", "1,5", "#", "x y", "/", "€"];

    [Property(MaxTest = 300, Replay = Seed, Arbitrary = [typeof(Tables)])]
    public async Task Any_table_in_any_dialect_reads_back_equal(WrittenTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var found = new List<string[]>();
        using var records = RawRecords.Open(new MemoryStream(table.Bytes()), table.Encoding, table.Delimiter, table.Quote, table.Width);
        while (await records.ReadAsync(TestContext.Current.CancellationToken))
        {
            found.Add(records.Cells());
            Assert.Equal(RecordFault.None, records.Fault);
        }

        Assert.Equal(table.All, found);
    }

    [Property(MaxTest = 200, Replay = Seed, Arbitrary = [typeof(Lists)])]
    public async Task Any_stock_list_in_any_dialect_is_found_and_reads_back_equal(WrittenList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var table = await TableFixture.ReadAsync(list.Bytes());
        Assert.Null(table.Inspection.Refusal);
        Assert.Equal(list.Items, table.Items.Select(item => (item.Name, item.Quantity, item.UnitCode)));
        Assert.Equal(list.Items.Count, table.Records.Count(record => record.Outcome == RecordOutcome.Item));
        Assert.Equal(table.Inspection.Records, table.Records.Select(record => record.Line).Distinct().Count());
    }

    [Property(MaxTest = 300, Replay = Seed)]
    public async Task Any_bytes_are_refused_or_accounted_for(byte[] start, byte[] bytes)
    {
        byte[] all = [.. start ?? [], .. "\nname,quantity,notes\nRice,1,x\n"u8, .. bytes ?? []];
        var table = await TableFixture.ReadAsync(all);
        AssertAccounted(table);
    }

    [Property(MaxTest = 300, Replay = Seed, Arbitrary = [typeof(Texts)])]
    public async Task Any_text_is_refused_or_accounted_for(RubbishText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        AssertAccounted(await TableFixture.ReadAsync("name,quantity,notes\nRice,1,x\n" + text.Text));
        AssertAccounted(await TableFixture.ReadAsync(text.Text));
    }

    internal static void AssertAccounted(TableFixture table)
    {
        if (table.Inspection.Refusal is not null)
        {
            return;
        }

        var records = table.Records.Where(record => record.Part == 0).ToList();
        Assert.Equal(table.Inspection.Records, records.Count);
        Assert.Equal(records.Count, records.Select(record => record.Line).Distinct().Count());
        Assert.All(table.Records, record => Assert.Equal(record.Outcome == RecordOutcome.Item, record.Item is not null));
        Assert.All(table.Records.Where(record => record.Item is null), record => Assert.NotEmpty(record.Issues));
        Assert.All(table.Items, item => Assert.False(item.Name.Contains('\uFFFD') || item.Name.Contains('\0')));
    }

    /// <summary>A table and the way it is written; its text is how FsCheck shows it.</summary>
    public sealed record WrittenTable(IReadOnlyList<string[]> Rows, string Delimiter, string Quote, string End, string Encoding, bool Mark, bool FinalEnd)
    {
        internal int Width => Rows.Count == 0 ? 0 : Rows[0].Length;

        internal IEnumerable<string[]> All => Rows;

        internal byte[] Bytes()
        {
            var text = new StringBuilder();
            for (var i = 0; i < Rows.Count; i++)
            {
                text.AppendJoin(Delimiter, Rows[i].Select(cell => Quote + cell.Replace(Quote, Quote + Quote, StringComparison.Ordinal) + Quote));
                text.Append(FinalEnd || i + 1 < Rows.Count ? End : "");
            }

            return InEncoding(text.ToString(), Encoding, Mark);
        }

        public override string ToString() => $"{Encoding}{(Mark ? " with mark" : "")} delimiter <{Delimiter}> quote <{Quote}>: {System.Text.Json.JsonSerializer.Serialize(Rows)}";
    }

    public static class Tables
    {
        public static Arbitrary<WrittenTable> Any()
        {
            var cell = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces.Take(6)));
            var table =
                from width in Gen.Choose(2, 5)
                from height in Gen.Choose(1, 8)
                from rows in Gen.ArrayOf(Gen.ArrayOf(cell, width), height)
                from delimiter in Gen.Elements(",", ";", "\t", "|", "::", "||", "^")
                from quote in Gen.Elements("\"", "'")
                from end in Gen.Elements("\n", "\r\n", "\r")
                from encoding in Gen.Elements("UTF-8", "UTF-16LE", "UTF-16BE")
                from mark in Gen.Elements(true, false)
                from last in Gen.Elements(true, false)
                select new WrittenTable(rows, delimiter, quote, end, encoding, mark, last);
            return Arb.From(table.Where(IsPlain), Shrink);
        }

        // By the rules such a record is one thing and by its look another: each of its lines may be a record of the right width.
        private static bool IsPlain(WrittenTable table) => !table.Rows.Any(row =>
            Array.Exists(row, cell => cell.AsSpan().IndexOfAny('\n', '\r') >= 0) && Array.Exists(row, cell => cell.Contains(table.Delimiter, StringComparison.Ordinal)));

        private static IEnumerable<WrittenTable> Shrink(WrittenTable table)
        {
            for (var i = 0; i < table.Rows.Count && table.Rows.Count > 1; i++)
            {
                yield return table with { Rows = [.. table.Rows.Where((_, at) => at != i)] };
            }

            for (var i = 0; i < table.Rows.Count; i++)
            {
                for (var j = 0; j < table.Rows[i].Length; j++)
                {
                    if (table.Rows[i][j] is { Length: > 0 } cell)
                    {
                        var rows = table.Rows.Select(row => (string[])row.Clone()).ToList();
                        rows[i][j] = cell[1..];
                        yield return table with { Rows = rows };
                    }
                }
            }
        }
    }

    /// <summary>A stock list with titles above, blanks around and lines between, in some dialect.</summary>
    public sealed record WrittenList(
        IReadOnlyList<(string Name, decimal? Quantity, string? UnitCode)> Items, string Delimiter, char DecimalMark, string End, string Encoding, bool Mark,
        bool Preamble, bool BlankLines, string Padding, bool QuoteAll)
    {
        internal byte[] Bytes()
        {
            var lines = new List<string>();
            if (Preamble)
            {
                lines.AddRange(["Corner Bistro", ""]);
            }

            lines.Add(Line("Item", "Quantity", "Unit", "Note"));
            foreach (var (name, quantity, unit) in Items)
            {
                lines.Add(Line(name, Number(quantity), unit ?? "", "keep"));
                lines.AddRange(BlankLines ? [""] : []);
            }

            return InEncoding(string.Join(End, lines) + End, Encoding, Mark);
        }

        private string Number(decimal? value) => value?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('.', DecimalMark) ?? "";

        private string Line(params string[] cells) => string.Join(Padding + Delimiter + Padding, cells.Select(cell =>
            QuoteAll || cell.AsSpan().IndexOfAny('"', '\n') >= 0 || cell.Contains(Delimiter, StringComparison.Ordinal) ? "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : cell));

        public override string ToString() => $"{Encoding}{(Mark ? " with mark" : "")}: {System.Text.Json.JsonSerializer.Serialize(System.Text.Encoding.UTF8.GetString((this with { Encoding = "UTF-8", Mark = false }).Bytes()))}";
    }

    public static class Lists
    {
        public static Arbitrary<WrittenList> Any()
        {
            var word = Gen.Elements("Tomatoes", "Crème brûlée", "Gin", "Äpfel", "玉ねぎ", "Sauce, hot", "Salt; coarse", "Pan 12\" steel", "Pipe | cut", "Total Yogurt x", "Rice/Basmati", "No. 5");
            var items =
                from count in Gen.Choose(2, 12)
                from words in Gen.ArrayOf(word, count)
                from amounts in Gen.ArrayOf(Gen.Choose(-2000, 100_000), count)
                from units in Gen.ArrayOf(Gen.Elements("kg", "l", "bottle", "case"), count)
                select words.Select((name, i) => ($"{name} {(char)('A' + i)}", (decimal?)(amounts[i] / 100m), (string?)units[i])).ToList();
            var list =
                from rows in items
                from delimiter in Gen.Elements(",", ";", "\t", "|")
                from mark in Gen.Elements('.', ',')
                from end in Gen.Elements("\n", "\r\n", "\r")
                from encoding in Gen.Elements("UTF-8", "UTF-16LE", "UTF-16BE")
                from bom in Gen.Elements(true, false)
                from preamble in Gen.Elements(true, false)
                from blank in Gen.Elements(true, false)
                from padding in Gen.Elements("", " ")
                from quoteAll in Gen.Elements(true, false)
                select new WrittenList(rows, delimiter, mark, end, encoding, bom, preamble, blank, padding, quoteAll);
            return Arb.From(list, Shrink);
        }

        private static IEnumerable<WrittenList> Shrink(WrittenList list)
        {
            for (var i = 0; i < list.Items.Count && list.Items.Count > 2; i++)
            {
                yield return list with { Items = [.. list.Items.Where((_, at) => at != i)] };
            }

            if (list.Preamble)
            {
                yield return list with { Preamble = false };
            }

            if (list.BlankLines)
            {
                yield return list with { BlankLines = false };
            }

            if (list.Padding.Length > 0)
            {
                yield return list with { Padding = "" };
            }

            if (list.Encoding != "UTF-8")
            {
                yield return list with { Encoding = "UTF-8" };
            }
        }
    }

    /// <summary>Text of what files are made of, in any order.</summary>
    public sealed record RubbishText(string Text)
    {
        public override string ToString() => System.Text.Json.JsonSerializer.Serialize(Text);
    }

    public static class Texts
    {
        private static readonly string[] Bits = [.. Pieces, "\0", "\u202E", "\uFFFD", "\\", "\\\"", "name", "Qty", "Total", "750ml", "1L", "Walk-in", "Bar", "sep=;", "---", "(", "%", ".", "\n\n"];

        public static Arbitrary<RubbishText> Any() => Arb.From(
            Gen.ListOf(Gen.Elements(Bits)).Resize(120).Select(bits => new RubbishText(string.Concat(bits))),
            text => Enumerable.Range(0, text.Text.Length).Where(i => i % Math.Max(1, text.Text.Length / 20) == 0)
                .Select(i => new RubbishText(text.Text.Remove(i, Math.Min(text.Text.Length - i, Math.Max(1, text.Text.Length / 20))))));
    }

    private static byte[] InEncoding(string text, string encoding, bool mark)
    {
        var found = TextEncodings.Find(encoding)!;
        return [.. mark ? found.GetPreamble() : [], .. found.GetBytes(text)];
    }
}
