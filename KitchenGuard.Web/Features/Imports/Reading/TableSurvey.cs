using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>One pass over all records: what each column holds and which records stand apart from the table.</summary>
internal sealed partial class TableSurvey
{
    private const int MaxLoose = 500;
    private const int MaxTables = 20;

    private readonly List<(int Line, int Column, string Text, bool AfterGap)> _loose = [];
    private readonly HashSet<int> _followed = [];
    private readonly int[] _widths = new int[ReadLimits.MaxColumns + 1];
    private readonly List<int> _titles = [];
    private int _headerRows;
    private int _singles;
    private bool _padded;
    private bool _beginsWithText;
    private string _titleAbove = "";

    internal IReadOnlyList<string> Headers { get; private set; } = [];

    internal ColumnEvidence[] Columns { get; private set; } = [];

    internal int Records { get; private set; }

    private int LastWide { get; set; }

    /// <summary>The line of this table's header; 0: none.</summary>
    internal int HeaderLine { get; private init; }

    private int HeaderEnd { get; init; }

    /// <summary>Its title says what came or went, see <see cref="MovementTitles"/>.</summary>
    internal bool IsOfMoved { get; private set; }

    /// <summary>Whether the title above its header says so: "Waste log".</summary>
    internal bool AsksWhy => MovementTitles.AskWhy(Headers)
        && Enumerable.Range(0, Headers.Count).Any(i => Columns[i].Share(Columns[i].Dates) >= 0.8m && HeaderFinding.Meanings(Headers[i]) is not [{ Field: ItemField.ExpiresOn }, ..]);

    internal bool IsTitledMoved => MovementTitles.Says(_titleAbove);

    private int? LastHeaderRow => HeaderEnd > HeaderLine ? HeaderEnd : null;

    /// <summary>The tables below this one.</summary>
    internal List<TableSurvey> Further { get; } = [];

    /// <summary>Records of all tables, with the headers of the further ones.</summary>
    internal int AllRecords => Records + Further.Sum(table => table.Records + table._headerRows);

    internal bool HasNumbers => Array.Exists(Columns, column => column.Filled >= 2 && column.Share(column.Numbers) >= 0.8m);

    internal static async Task<TableSurvey> TakeAsync(Stream content, string encoding, TableFinding table, CancellationToken ct)
    {
        var survey = New(table.HeaderLine, table.HeaderEnd, table.Columns);
        var current = survey;
        var above = (Line: 0, Text: "");
        bool gap = false, hasFurther = false;
        using var raw = RawRecords.Open(content, encoding, table.Delimiter, table.Quote, table.Columns, table.QuotedLines);
        var records = new RecordsAhead(raw);
        while (await records.ReadAsync(ct))
        {
            var cells = records.Cells;
            if (records.Line >= current.HeaderLine && records.Line <= current.HeaderEnd && current.HeaderLine > 0)
            {
                current.AddHeader(cells);
                survey._titleAbove = current == survey ? above.Text : survey._titleAbove;
                // Without a header, and in our own export, every record is an item.
                hasFurther = !survey.Headers.SequenceEqual(ItemField.All);
            }
            else if (!RecordReader.IsHint(records.Line, cells))
            {
                var isApart = gap || above.Line > 0;
                var mayStart = hasFurther && records.Line > table.HeaderEnd && survey.Further.Count < MaxTables && !(current.IsOfMoved && current.Records == 0);
                var isOfMoved = mayStart && await NextTable.IsOfMovedAsync(records, current, ct);
                if (isOfMoved || (mayStart && await NextTable.StartsAsync(records, isApart, current, ct)))
                {
                    current._titles.AddRange(above.Line > 0 ? [above.Line] : []);
                    current = isOfMoved ? OfMoved(records, table.Columns) : await BelowAsync(records, table.Columns, ct);
                    survey.Further.Add(current);
                    above = (0, "");
                    gap = false;
                    continue;
                }

                if (above.Line > table.HeaderEnd && table.HeaderLine > 0 && current.RepeatsHeader(cells))
                {
                    current._titles.Add(above.Line);
                }

                var filled = IsFooter(cells) && records.Line <= table.HeaderEnd ? 0 : records.Line <= table.HeaderEnd ? cells.Count(cell => !string.IsNullOrWhiteSpace(cell)) : current.Add(records.Line, cells, records.Fault, gap);
                gap = filled == 0 || (gap && filled == 1);
                above = filled == 1 ? (records.Line, CellText.Title(Array.Find(cells, cell => !string.IsNullOrWhiteSpace(cell))!)) : filled == 0 ? above : (0, "");
            }
        }

        return survey;
    }

    /// <summary>The table that starts at the record that was read last, with the first row of its header.</summary>
    private static async Task<TableSurvey> BelowAsync(RecordsAhead records, int columns, CancellationToken ct)
    {
        var next = await records.LookAsync(HeaderFinding.RecordsToFindEnd, ct);
        var end = HeaderFinding.FindEnd(next, records.Line);
        var width = next.TakeWhile(record => record.Line <= end).Max(record => record.LastFilled) + 1;
        var table = New(records.Line, end, Math.Min(ReadLimits.MaxColumns, Math.Max(columns, width)));
        table.AddHeader(records.Cells);
        return table;
    }

    /// <summary>The table under a title that says that it is not about the stock: its header, if it has one, is the first of its records.</summary>
    private static TableSurvey OfMoved(RecordsAhead records, int columns)
    {
        var table = New(records.Line, records.Line, Math.Max(columns, records.Cells.Length));
        table.IsOfMoved = true;
        table.AddHeader(records.Cells);
        return table;
    }

    private static TableSurvey New(int headerLine, int headerEnd, int columns) => new()
    {
        HeaderLine = headerLine,
        HeaderEnd = headerEnd,
        Headers = [.. Enumerable.Repeat("", columns)],
        Columns = [.. Enumerable.Range(0, columns).Select(_ => new ColumnEvidence())],
    };

    private void AddHeader(string[] cells)
    {
        Headers = _headerRows == 0 ? TitlesOf(cells, Columns.Length) : Join(Headers, cells);
        _headerRows++;
    }

    private static string[] TitlesOf(string[] cells, int columns) => [.. Enumerable.Range(0, columns).Select(i => i < cells.Length ? CellText.Title(cells[i]) : "")];

    private bool RepeatsHeader(string[] cells)
    {
        var first = Array.FindIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        return first >= 0 && first < Headers.Count && Headers.Count(header => header.Length > 0) >= 2
            && cells[first].Length <= 200 && ItemIdentity.Normalize(cells[first]) == ItemIdentity.Normalize(Headers[first])
            && TitlesOf(cells, Headers.Count).Zip(Headers).All(pair => ItemIdentity.Normalize(pair.First) == ItemIdentity.Normalize(pair.Second));
    }

    /// <summary>Joins two rows of a header; a title without one to its right spans what is below it.</summary>
    private static string[] Join(IReadOnlyList<string> titles, string[] below)
    {
        var joined = new string[titles.Count];
        var title = "";
        for (var i = 0; i < joined.Length; i++)
        {
            var under = i < below.Length ? CellText.Title(below[i]) : "";
            title = titles[i].Length > 0 ? titles[i] : under.Length > 0 && !StandsAlone(under) ? title : "";
            joined[i] = title == under || (under.Length > 0 && SaysMoreAlone(title, under, below)) ? under : (title + " " + under).Trim();
        }

        return joined;
    }

    /// <summary>"Beholdning / Stk pr. kolli", "COOLER &amp; BAR / Item": what stands above is no part of a title that is clear without it.</summary>
    private static bool SaysMoreAlone(string above, string under, string[] row) => row.Count(cell => CellText.Title(cell) == under) == 1
        && HeaderFinding.Meanings(under) is [{ Strength: >= 0.8m, Field: { } field }, ..] && (HeaderFinding.Meanings(above + " " + under) is not [{ Strength: >= 0.6m, Field: { } both }, ..] || (both != field && field is ItemField.Name or ItemField.CaseSize or ItemField.Unit));

    /// <summary>A "supplier" to the right of the prices is none of them.</summary>
    private static bool StandsAlone(string title) => HeaderFinding.Meanings(title) is [{ Field: { } field, Strength: >= 0.7m }, ..] && field != ItemField.Unit && !ItemField.IsNumber(field);

    private int Add(int line, string[] cells, RecordFault fault, bool afterGap)
    {
        int filled = 0, last = -1;
        if (IsFooter(cells))
        {
            Records++;
            return 0;
        }

        // In a record with cells too many, it is not certain which of them are the column's.
        var isWhole = fault == RecordFault.None && (cells.Length <= Columns.Length || Array.TrueForAll(cells[Columns.Length..], string.IsNullOrWhiteSpace));
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (string.IsNullOrWhiteSpace(cell))
            {
                continue;
            }

            filled++;
            last = i;
            if (isWhole && i < Columns.Length)
            {
                _padded |= cell[0] == ' ';
                Columns[i].Add(cell, Records);
            }
        }

        if (filled == 0)
        {
            return 0;
        }

        Records++;
        if (filled > 1)
        {
            if (_loose is [.., var before] && before.Line > LastWide)
            {
                _followed.Add(before.Line);
            }

            LastWide = line;
            _widths[Math.Min(filled, ReadLimits.MaxColumns)]++;
        }
        else if (!RowKinds.SaysTotal(cells[last]))
        {
            // A total between groups says nothing about what heads them.
            _singles++;
            _beginsWithText |= Records == 1;
            if (_loose.Count < MaxLoose)
            {
                _loose.Add((line, last, CellText.Cut(CellText.Line(cells[last])), afterGap));
            }
            else
            {
                _loose.RemoveRange(0, MaxLoose / 2);
                _followed.RemoveWhere(followed => followed < _loose[0].Line);
            }
        }

        return filled;
    }

    /// <summary>What stands around the list on its pages says nothing about its columns and headings.</summary>
    private static bool IsFooter(string[] cells)
    {
        var first = Array.FindIndex(cells, cell => !string.IsNullOrWhiteSpace(cell));
        return first >= 0 && (Footers.AreBeside(cells)
            || (Footers.IsSum(cells[first], isCounted: false) && cells.Skip(first + 1).All(cell => string.IsNullOrWhiteSpace(cell) || CellText.HasDigit(cell))));
    }
}
