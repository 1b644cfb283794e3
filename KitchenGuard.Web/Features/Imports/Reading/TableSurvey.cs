using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>One pass over all records: what each column holds and which records stand apart from the table.</summary>
internal sealed class TableSurvey
{
    private const int MaxLoose = 500;

    private readonly List<(int Line, int Column, string Text, bool AfterGap)> _loose = [];
    private readonly int[] _widths = new int[ReadLimits.MaxColumns + 1];
    private int _singles;

    internal IReadOnlyList<string> Headers { get; private set; } = [];

    internal ColumnEvidence[] Columns { get; private set; } = [];

    internal int Records { get; private set; }

    private int LastWide { get; set; }

    internal static async Task<TableSurvey> TakeAsync(Stream content, string encoding, TableFinding table, CancellationToken ct)
    {
        var survey = new TableSurvey { Columns = [.. Enumerable.Range(0, table.Columns).Select(_ => new ColumnEvidence())] };
        survey.Headers = [.. Enumerable.Repeat("", table.Columns)];
        var gap = false;
        using var records = RawRecords.Open(content, encoding, table.Delimiter, table.Quote, table.Columns);
        while (await records.ReadAsync(ct))
        {
            if (records.Line == table.HeaderLine)
            {
                survey.Headers = [.. Enumerable.Range(0, table.Columns).Select(i => i < records.Count ? CellText.Line(records.Cell(i)) : "")];
            }

            else if (records.Line > table.HeaderLine && records.Line <= table.HeaderEnd)
            {
                survey.Headers = Join(survey.Headers, records.Cells());
            }

            if (records.Line <= table.HeaderEnd)
            {
                continue;
            }

            var cells = records.Cells();
            if (RecordReader.IsHint(records.Line, cells))
            {
                continue;
            }

            var filled = survey.Add(records.Line, cells, records.Fault, gap);
            gap = filled == 0 || (gap && filled == 1);
        }

        return survey;
    }

    /// <summary>Joins two rows of a header; a title without one to its right spans what is below it.</summary>
    private static string[] Join(IReadOnlyList<string> titles, string[] below)
    {
        var joined = new string[titles.Count];
        var title = "";
        for (var i = 0; i < joined.Length; i++)
        {
            var under = i < below.Length ? CellText.Line(below[i]) : "";
            title = titles[i].Length > 0 ? titles[i] : under.Length > 0 ? title : "";
            joined[i] = (title + " " + under).Trim();
        }

        return joined;
    }

    private int Add(int line, string[] cells, RecordFault fault, bool afterGap)
    {
        int filled = 0, last = -1;
        for (var i = 0; i < cells.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(cells[i]))
            {
                continue;
            }

            filled++;
            last = i;
            if (i < Columns.Length && fault == RecordFault.None)
            {
                Columns[i].Add(cells[i]);
            }
        }

        if (filled == 0)
        {
            return 0;
        }

        Records++;
        if (filled > 1)
        {
            LastWide = line;
            _widths[Math.Min(filled, ReadLimits.MaxColumns)]++;
        }
        else
        {
            _singles++;
            if (_loose.Count < MaxLoose)
            {
                _loose.Add((line, last, CellText.Cut(CellText.Line(cells[last])), afterGap));
            }
            else
            {
                _loose.RemoveRange(0, MaxLoose / 2);
            }
        }

        return filled;
    }

    /// <summary>The rules for records with a single text.</summary>
    internal RowRules Rules(IReadOnlyList<MappedColumn> columns)
    {
        var wide = _widths.Sum();
        if (columns.Count < 2 || wide == 0)
        {
            return new RowRules();
        }

        var trailing = _loose.Where(loose => loose.Line > LastWide).ToList();
        var between = _singles - trailing.Count;
        var prose = trailing.Count > 0 && (trailing.Exists(loose => loose.AfterGap || IsProse(loose.Text)) || Narrow(3) == 0);
        var names = columns.FirstOrDefault(column => column.Field == ItemField.Name);
        var usual = Narrow(3) * 5 <= wide;
        var capitals = _loose.TrueForAll(loose => loose.Line > LastWide || IsCapital(loose.Text));
        var headings = between > 0 && names is not null && between * 3 <= wide && (usual || (capitals && !MostlyCapitals(names)));
        return new RowRules { LastTableLine = prose ? LastWide : null, Headings = headings };
    }

    /// <summary>Records with at least two but fewer filled cells than a width.</summary>
    private int Narrow(int width) => _widths[..width].Sum();

    private static bool MostlyCapitals(MappedColumn names) => names.Samples.Count(IsCapital) * 2 > names.Samples.Count;

    private static bool IsCapital(string text) => text.AsSpan().TrimEnd().EndsWith(":") || (text.Any(char.IsUpper) && !text.Any(char.IsLower));

    private static bool IsProse(string text) =>
        text.Length > 60 || text[^1] is ':' or '.' or '!' or '?' || text[0] is '•' or '*' or '-' || text.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || text.Contains("http", StringComparison.OrdinalIgnoreCase) || text.Contains('@', StringComparison.Ordinal)
        || ItemIdentity.Normalize(text).StartsWith("note", StringComparison.Ordinal);
}
