using KitchenGuard.Web.Features.Imports.Mapping;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Decides what the columns of each of a file's tables mean and how they are written.</summary>
/// <param name="survey">The first table, with those below it.</param>
/// <param name="given">What a person or script said.</param>
/// <param name="department"><c>kitchen</c> or <c>bar</c>.</param>
/// <param name="currency">The restaurant's.</param>
/// <param name="notices">Takes what is to be said about tables and columns.</param>
internal sealed class TableMapping(TableSurvey survey, ImportOptions given, string department, string currency, List<FoundIssue> notices)
{
    private const decimal ClearName = 0.75m;

    /// <summary>How the whole file writes numbers and dates: what one table proves holds for the others.</summary>
    internal ColumnFormats Formats { get; } = new([.. survey.Columns, .. survey.Further.SelectMany(table => table.Columns)], given, currency);

    /// <summary>The first table's columns.</summary>
    internal (MappedColumn[] Columns, Pivot? Pivot) First(ColumnRange range)
    {
        var (columns, pivot) = Map(survey, range, given);
        var counted = survey.IsTitledMoved || survey.AsksWhy ? Array.FindIndex(columns, column => column.Field == ItemField.Quantity && SalesReports.IsBareQuantity(HeaderText.Parse(column.Header).Key)) : -1;
        if (counted >= 0 && given.Mapping?.Any(choice => choice.Column == counted + 1) != true)
        {
            columns[counted] = columns[counted] with { Field = null, Confidence = 0 };
            notices.Add(new FoundIssue(survey.HeaderLine, counted + 1, null, CellText.Cut(columns[counted].Header), IssueSeverity.Warning, IssueCode.Movements,
                $"{(survey.AsksWhy ? "The table says when and why things went" : "The title above the table says what came or went")}, so '{CellText.Cut(columns[counted].Header)}' is not what is there. It is not imported."));
        }

        return (columns, pivot);
    }

    /// <summary>The tables beside and below the first; one without a name column is not imported.</summary>
    /// <param name="first">The first table's columns: what was said about them holds under the same titles elsewhere.</param>
    /// <param name="beside">Where tables stand beside the first.</param>
    /// <param name="rules">The first table's rules.</param>
    internal IEnumerable<FurtherTable> Further(MappedColumn[] first, IEnumerable<ColumnRange> beside, RowRules rules)
    {
        foreach (var range in beside)
        {
            var (columns, pivot) = Map(survey, range, given);
            var table = Told(new FurtherTable(survey.HeaderLine, columns) { Beside = range, Pivot = pivot, Rows = rules with { VariantOf = null } });
            yield return table;
        }

        foreach (var below in survey.Further)
        {
            if (below.IsOfMoved)
            {
                yield return Told(new FurtherTable(below.HeaderLine, [.. below.Headers.Select((header, index) => new MappedColumn(index + 1, header, null, 0))]), $"because '{CellText.Cut(below.Headers.First(header => header.Length > 0))}' says nothing about what is there");
                continue;
            }

            var own = given with { Mapping = given.Mapping is null ? null : Same(first, below.Headers), PivotColumns = null };
            var (columns, pivot) = Map(below, new ColumnRange(1, below.Headers.Count), own);
            yield return Told(new FurtherTable(below.HeaderLine, columns) { Pivot = pivot, Rows = below.Rules(columns) }, WhyNot(below, columns, pivot), NamesAlike(first, columns));
        }
    }

    /// <summary>Why a table below is not imported; null: nothing speaks against it but perhaps its names.</summary>
    private static string? WhyNot(TableSurvey table, MappedColumn[] columns, Pivot? pivot) =>
        IsTooNarrow(table) ? "because its lines have more cells than its header"
        : MovementTitles.AskWhy(table.Headers) ? "because it tells why things went, not what is there"
        // A list of dishes or people has names as well.
        : pivot is null && columns.Count(column => column.Field is not null) == 1 ? "because it says nothing about its items that can be imported"
        : null;

    /// <summary>Whether the records below a header go on where it ends: then it is not certain that it is theirs.</summary>
    private static bool IsTooNarrow(TableSurvey table)
    {
        var end = table.Headers.ToList().FindLastIndex(header => header.Length > 0) + 1;
        return table.Columns.Skip(end).Any(column => column.Filled * 2 > table.Records);
    }

    /// <summary>Whether the names stand under the title that they have in the first table, among other titles of it.</summary>
    private static bool NamesAlike(MappedColumn[] first, MappedColumn[] columns) => columns.Any(column => column.Field == ItemField.Name && first.Any(other => other.Field == ItemField.Name && AreAlike(other, column)))
        && columns.Count(column => column.Header.Length > 0 && first.Any(other => AreAlike(other, column))) >= 3;

    private static bool AreAlike(MappedColumn one, MappedColumn other) => HeaderText.Normalize(one.Header) == HeaderText.Normalize(other.Header);

    private FurtherTable Told(FurtherTable table, string? whyNot = null, bool isNamed = false)
    {
        // Only a clear header makes items of another table: a list of the staff has names as well.
        var isUnsure = whyNot is not null || (!isNamed && !table.Columns.Any(column => column is { Field: ItemField.Name, Confidence: >= ClearName }));
        if ((given.FirstTableOnly || isUnsure) && table.IsImported)
        {
            table = table with { Columns = [.. table.Columns.Select(column => column with { Field = null })], Pivot = null };
        }

        var where = table.Beside is { } range ? $"Columns {range.First} to {range.Last} are a table of their own" : $"Another table starts in line {table.HeaderLine}";
        notices.Add(new FoundIssue(table.HeaderLine, null, null, null, table.IsImported ? IssueSeverity.Notice : IssueSeverity.Warning, IssueCode.FurtherTable,
            table.IsImported ? $"{where}; it is read by its own header." : $"{where}; it is not imported{(given.FirstTableOnly ? "" : $", {whyNot ?? "because no column is clearly the items' names"}")}."));
        return table;
    }

    private static List<ColumnChoice> Same(MappedColumn[] first, IReadOnlyList<string> headers) =>
        [.. headers.Select((header, index) => (header, index)).Where(pair => pair.header.Length > 0)
            .Select(pair => (pair.index, column: Array.Find(first, column => HeaderText.Normalize(column.Header) == HeaderText.Normalize(pair.header))))
            .Where(pair => pair.column is not null).DistinctBy(pair => pair.column!.Column).Select(pair => new ColumnChoice(pair.index + 1, pair.column!.Field))];

    private (MappedColumn[] Columns, Pivot? Pivot) Map(TableSurvey table, ColumnRange range, ImportOptions given)
    {
        bool IsOwn(int index) => index + 1 >= range.First && index + 1 <= range.Last;
        var headers = table.Headers.Select((header, index) => IsOwn(index) ? header : "").ToList();
        ColumnEvidence[] evidence = [.. table.Columns.Select((column, index) => IsOwn(index) ? column : new ColumnEvidence())];
        var pivot = new PivotFinding(headers, evidence, given).Find();
        var own = given.Mapping is null ? given : given with { Mapping = [.. given.Mapping.Where(choice => choice.Column == 0 || IsOwn(choice.Column - 1))] };
        var mapping = new ColumnMapping(headers, evidence, own, department, currency, table.HeaderLine, pivot);
        var found = mapping.Assign();
        notices.AddRange(mapping.Notices);
        var columns = new MappedColumn[headers.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var column = new MappedColumn(i + 1, table.Headers[i], found.Fields[i], found.Fields[i] is null ? 0 : decimal.Round(found.Confidence[i], 2));
            columns[i] = Formats.Describe(column, table.Columns[i], mapping.Headers[i]) with { Holds = HoldsOf(table.Columns[i]), Candidates = mapping.CandidatesOf(i), CasesIn = found.Fields[i] == ItemField.Quantity && mapping.CasesColumn >= 0 ? mapping.CasesColumn + 1 : null };
            columns[i] = found.Fields[i] == ItemField.Quantity ? columns[i] with { TrackedIn = TrackedStock.ColumnIn(headers, evidence) }
                : found.Fields[i] == ItemField.ExpiresOn ? columns[i] with { MonthEnds = ColumnFit.AreMonths(table.Columns[i]) } : columns[i];
            notices.AddRange(FormatNotices(columns[i], table.Columns[i], table.HeaderLine));
        }

        PriceScales.Find(columns, mapping.Headers, evidence, given, currency);
        notices.AddRange(columns.Where(column => column.ScaleUnknown).Select(column => ScaleNotice(column, table.HeaderLine)));
        PriceTellers.Find(columns, mapping.Headers, evidence);
        NoteTellers(columns, table.HeaderLine);
        foreach (var retired in RetiredRows.Note(columns, mapping.Headers, evidence, table.HeaderLine))
        {
            notices.RemoveAll(notice => notice.Line == table.HeaderLine && notice.Column == retired.Column && notice.Code == IssueCode.ColumnNotImported);
            notices.Add(retired);
        }

        notices.AddRange(PackEvidence.Note(columns, evidence, department, table.HeaderLine));
        return (columns, mapping.Pivot);
    }

    /// <summary>Says which columns tell what prices are for, instead of that they are not imported.</summary>
    private void NoteTellers(MappedColumn[] columns, int headerLine)
    {
        foreach (var price in columns.Where(column => column.PriceUnitIn is not null))
        {
            var teller = columns[price.PriceUnitIn!.Value - 1];
            notices.RemoveAll(notice => notice.Line == headerLine && notice.Column == teller.Column && notice.Code is IssueCode.ColumnNotImported or IssueCode.ColumnUnsure or IssueCode.ColumnDoesNotFit);
            notices.Add(new FoundIssue(headerLine, teller.Column, null, teller.Header, IssueSeverity.Notice, IssueCode.Multiples,
                $"The column '{teller.Header}' says what each price in the column '{price.Header}' is for: they are brought to the unit in which the item is counted, or left empty."));
        }
    }

    private FoundIssue ScaleNotice(MappedColumn column, int headerLine) => new(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Warning, IssueCode.PriceScaleUnknown,
        $"It is not certain whether '{column.Samples[0]}' in the column '{column.Header}' is whole {currency} or hundredths. Say which, or these cells stay empty.");

    private static string? HoldsOf(ColumnEvidence cells) => cells.Filled < 3 ? null
        : cells.Share(cells.Numbers + cells.PerUnit + cells.Volumes + cells.Weights) >= 0.95m ? MappedColumn.Numbers
        : cells.Share(cells.Dates) >= 0.95m ? MappedColumn.Dates : null;

    private static IEnumerable<FoundIssue> FormatNotices(MappedColumn column, ColumnEvidence cells, int headerLine)
    {
        if (ItemField.IsNumber(column.Field) && column.DecimalMark is null && cells.AmbiguousMarks > 0)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Warning, IssueCode.DecimalMarkUnknown,
                $"It is not certain whether '{cells.Samples.FirstOrDefault(sample => sample.AsSpan().ContainsAny('.', ','))}' in the column '{column.Header}' has a decimal or a thousands mark. Say which, or these cells stay empty.");
        }

        if (column.Field == ItemField.ExpiresOn && column.DateOrder is null && cells.UnprovenDates > 0)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Warning, IssueCode.DateOrderUnknown,
                $"It is not certain whether the dates in the column '{column.Header}' start with the day or the month. Say which, or these cells stay empty.");
        }

        if (column.Times is { } times)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Notice, IssueCode.Multiples,
                $"The header '{column.Header}' says what its numbers stand for: each was {(ItemField.IsMoney(column.Field) ? "divided" : "multiplied")} by {CellText.Number(times)}.");
        }

        if (column.InHundredths)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Notice, IssueCode.Multiples,
                $"The whole numbers in the column '{column.Header}' are in hundredths: each was divided by 100.");
        }

        if (column.TrackedIn is not null)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Notice, IssueCode.NotTracked,
                $"Where the file says that the stock is not tracked, a 0 in the column '{column.Header}' is no count and was left empty.");
        }

        if (column.WholeCodes)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Notice, IssueCode.WholeCodes,
                $"The codes in the column '{column.Header}' stand there as numbers with a decimal; each was read without its '.0'.");
        }

        if (column.DaySerials)
        {
            yield return new FoundIssue(headerLine, column.Column, column.Field, column.Header, IssueSeverity.Notice, IssueCode.DaySerials,
                $"The numbers in the column '{column.Header}' were read as a spreadsheet's day numbers.");
        }
    }
}
