using KitchenGuard.Web.Features.Imports.Mapping;
using KitchenGuard.Web.Features.Imports.Workbooks;
using Microsoft.AspNetCore.WebUtilities;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Finds out how a file is written and what its columns mean, over the whole file, before anything is stored.</summary>
public static class FileInspector
{
    private const int SampleBytes = 256 * 1024;
    private const int FirstRecords = 10;

    /// <summary>Reads the whole file once or twice and decides everything that the import needs to know.</summary>
    /// <param name="content">The file from its first byte, up to <see cref="ReadLimits.MaxBytes"/>; it stays open. Not seekable: it is kept in memory or a temporary file meanwhile.</param>
    /// <param name="given">What a person or script said; never re-detected.</param>
    /// <param name="department"><c>kitchen</c> or <c>bar</c>.</param>
    /// <param name="currency">The restaurant's currency, ISO 4217.</param>
    /// <param name="locale">The restaurant's locale.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Inspection> InspectAsync(
        Stream content, ImportOptions given, string department, string currency, string locale, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(given);
        if (given.FindFault() is { } fault)
        {
            return Refuse(RefusalCode.BadOptions, fault);
        }

        if (content.CanSeek)
        {
            return NamedPlaces.Check(await InspectSeekableAsync(content, given, department, currency, locale, ct));
        }

        await using var kept = new FileBufferingReadStream(content, 1024 * 1024, ReadLimits.MaxBytes + 1, Path.GetTempPath);
        try
        {
            await kept.DrainAsync(ct);
        }
        catch (IOException) when (kept.Length >= ReadLimits.MaxBytes)
        {
            return TooLarge();
        }

        return NamedPlaces.Check(await InspectSeekableAsync(kept, given, department, currency, locale, ct));
    }

    private static async Task<Inspection> InspectSeekableAsync(
        Stream content, ImportOptions given, string department, string currency, string locale, CancellationToken ct)
    {
        if (content.Length > ReadLimits.MaxBytes)
        {
            return TooLarge();
        }

        var start = new byte[Math.Min(4096, content.Length)];
        content.Position = 0;
        await content.ReadExactlyAsync(start, ct);
        if (FileSignature.IsZip(start))
        {
            return await InspectWorkbook.RunAsync(content, given, department, currency, locale,
                (text, ofText) => InspectTextAsync(text, ofText, department, currency, locale, ct), ct);
        }

        var refusal = OldWorkbook.StartsLike(start) ? await OldWorkbook.RefuseAsync(content, ct) : FileSignature.Refuse(start);
        return refusal is null
            ? await InspectTextAsync(content, given, department, currency, locale, ct)
            : new Inspection(null, refusal, [], [], null);
    }

    private static async Task<Inspection> InspectTextAsync(
        Stream content, ImportOptions given, string department, string currency, string locale, CancellationToken ct)
    {
        var sample = await SampleAsync(content, ct);
        content.Position = 0;
        var encoding = await EncodingDetection.DetectAsync(content, ct);
        if (encoding.Blank)
        {
            return Refuse(RefusalCode.Empty, "The file is empty.");
        }

        var name = given.Encoding is null ? encoding.Encoding : TextEncodings.Known(given.Encoding)!;
        var table = await TableFinding.FindAsync(sample, name, given, ct);
        if (table.Columns > ReadLimits.MaxColumns)
        {
            return Refuse(RefusalCode.TooManyColumns, $"The table has {table.Columns:N0} columns; at most {ReadLimits.MaxColumns} can be read.");
        }

        content.Position = 0;
        var survey = await TableSurvey.TakeAsync(content, name, table, ct);
        if (name == TextEncodings.Twice && given.Encoding is null && survey.Headers.SequenceEqual(ItemField.All))
        {
            // Our own export says what it means, also of an item that is called "CafÃ©".
            (name, encoding) = ("UTF-8", encoding with { Encoding = "UTF-8", Assumed = false });
            content.Position = 0;
            survey = await TableSurvey.TakeAsync(content, name, table, ct);
        }

        if (survey.AllRecords > ReadLimits.MaxRecords)
        {
            return Refuse(RefusalCode.TooManyRecords, $"The file has {survey.AllRecords:N0} rows; at most {ReadLimits.MaxRecords:N0} can be imported at once. Split it into several files.");
        }

        var notices = new List<FoundIssue>(EncodingNotices(encoding, name, given));
        var plan = await PlanAsync(content, survey, table, name, given, department, currency, locale, notices, ct);
        var missing = plan.ColumnOf(ItemField.Name) is null ? NoName(plan) : null;
        content.Position = 0;
        var first = await FirstAsync(content, plan, ct);
        MappedColumn[] columns = [.. plan.Columns];
        var looksLike = DepartmentEvidence.LooksLike(columns, survey.Columns);
        var split = given.Only is null ? DepartmentEvidence.Split(columns, survey.Columns) : null;
        notices.AddRange(new[] { DepartmentEvidence.Note(looksLike, department), DepartmentEvidence.Note(split, columns) }.OfType<FoundIssue>());
        return new Inspection(plan, missing, notices, first, survey.AllRecords) { LooksLike = looksLike, SplitColumn = split };
    }

    private static async Task<ReadPlan> PlanAsync(
        Stream content, TableSurvey survey, TableFinding table, string encoding, ImportOptions given, string department, string currency, string locale,
        List<FoundIssue> notices, CancellationToken ct)
    {
        var options = given;
        given = survey.Headers.SequenceEqual(ItemField.All) ? OwnExport(given, survey, table.Delimiter) : given;
        var mapping = new TableMapping(survey, given, department, currency, notices);
        var ranges = SideBySide.Find(survey);
        var (columns, pivot) = mapping.First(ranges[0]);
        if (survey.AllRecords == 0)
        {
            notices.Add(new FoundIssue(0, null, null, null, IssueSeverity.Warning, IssueCode.NoRecords, "The file has a header but no rows, so there is nothing to import."));
        }

        if (table.NumbersAreSplitByCommas)
        {
            notices.Add(new FoundIssue(table.HeaderLine, null, null, null, IssueSeverity.Warning, IssueCode.NumbersSplit,
                "Most lines have more cells than the header, as if decimal commas stood between the cells' commas. Such lines are not imported: save the file with semicolons, or with quotes."));
        }

        if (survey.Records > 1 && survey.Headers.Count(header => header.Length > 0) > 1 && survey.Columns.Skip(1).All(column => column.Filled == 0)
            && survey.Columns[0].Values.Count(value => value.AsSpan().ContainsAny(",;\t|")) * 10 >= survey.Columns[0].Distinct * 8)
        {
            notices.Add(new FoundIssue(table.HeaderLine, null, null, null, IssueSeverity.Warning, IssueCode.NumbersSplit,
                "The lines below the header have one cell each, with other marks in it than stand in the header. Say what separates the cells, or save the file anew."));
        }

        if (table.Above is { } above)
        {
            notices.Add(new FoundIssue(above.First, null, null, null, IssueSeverity.Warning, IssueCode.AboveHeader,
                $"Lines {above.First} to {above.Last} stand above the header in line {table.HeaderLine} and are not imported. If the table starts there, say which line is its header."));
        }

        if (table.HeaderLine == 0)
        {
            notices.Add(new FoundIssue(0, null, null, null, IssueSeverity.Notice, IssueCode.NoHeader, "The file has no header line; its first line is read as an item."));
        }

        var detected = new Detected(encoding, table.Delimiter, table.Quote, table.HeaderLine, mapping.Formats.FileMark, mapping.Formats.FileOrder) { QuotedLines = table.QuotedLines };
        var plan = new ReadPlan(detected, columns, options, currency, locale) { Department = department, Pivot = pivot };
        var rows = survey.Rules(columns);
        rows = rows with { Headings = rows.Headings || options.Headings };
        plan = plan with { Rows = rows, Tables = [.. mapping.Further(columns, ranges.Skip(1), rows)] };
        if (plan.ColumnOf(ItemField.Name) is { } named && survey.Columns[named.Column - 1].Filled < survey.Records)
        {
            content.Position = 0;
            var (variant, isSize) = await VariantFinding.FindAsync(content, plan, ct);
            rows = rows with { VariantOf = variant, VariantBySize = isSize };
        }

        content.Position = 0;
        rows = await CountDates.AddAsync(rows, content, plan with { Rows = rows }, survey, notices, ct);
        if (rows.VariantOf is { } variantOf)
        {
            notices.Add(new FoundIssue(0, variantOf, null, null, IssueSeverity.Notice, IssueCode.VariantRows,
                $"Rows without a name take the name of the row above them where '{columns[variantOf - 1].Header}' is {(rows.VariantBySize ? "another size" : "the same")}."));
        }

        return plan with { Rows = rows };
    }

    /// <summary>Our own export needs no evidence: its header says it all, and its numbers have a point, or a comma beside semicolons.</summary>
    private static ImportOptions OwnExport(ImportOptions given, TableSurvey survey, string delimiter) => given with
    {
        Mapping = given.Mapping ?? [.. ItemField.All.Select((field, index) => new ColumnChoice(index + 1, field))],
        DecimalMark = given.DecimalMark ?? new ColumnFormats([.. survey.Columns.Where((_, index) => ItemField.IsNumber(ItemField.All[index]))], given, "").FileMark ?? (delimiter == ";" ? "," : "."),
        DateOrder = given.DateOrder ?? "ymd",
        Prices = given.Prices ?? PriceScale.Whole,
    };

    private static async Task<byte[]> SampleAsync(Stream content, CancellationToken ct)
    {
        var sample = new byte[Math.Min(SampleBytes, content.Length)];
        content.Position = 0;
        await content.ReadExactlyAsync(sample, ct);
        if (sample.Length == content.Length)
        {
            return sample;
        }

        // A cut last line would look like a ragged record. UTF-16 lines end in two bytes, of which the second may be the zero.
        var end = sample.AsSpan().LastIndexOf((byte)'\n') + 1;
        return end < sample.Length / 2 ? sample : sample[..Math.Min(end + (end & 1), sample.Length)];
    }

    private static async Task<IReadOnlyList<ReadRecord>> FirstAsync(Stream content, ReadPlan plan, CancellationToken ct)
    {
        var first = new List<ReadRecord>(FirstRecords);
        await foreach (var record in RecordReader.ReadAsync(content, plan, ct))
        {
            first.Add(record);
            if (first.Count == FirstRecords)
            {
                break;
            }
        }

        return first;
    }

    private static IEnumerable<FoundIssue> EncodingNotices(EncodingFinding encoding, string name, ImportOptions given)
    {
        if (given.Encoding is null && encoding.Assumed)
        {
            yield return new FoundIssue(0, null, null, null, IssueSeverity.Notice, IssueCode.EncodingAssumed,
                name == TextEncodings.Twice
                    ? "The letters of this file were encoded twice (“CrÃ¨me” for “Crème”); they were read as they were meant. If letters look wrong in the preview, choose another encoding."
                    : $"The file was read as {name}. If letters look wrong in the preview, choose another encoding.");
        }

        if (given.Encoding is null && encoding.Garbled is { } garbled)
        {
            yield return new FoundIssue(0, null, null, CellText.Cut(garbled), IssueSeverity.Warning, IssueCode.DamagedText,
                $"Some letters of the file, not all, seem to have been encoded twice, as in “{CellText.Cut(CellText.Line(garbled))}”. They were taken as they stand: correct them, here or in the file.");
        }

        if (given.Encoding is null && encoding.DamagedBytes > 0)
        {
            yield return new FoundIssue(0, null, null, null, IssueSeverity.Warning, IssueCode.DamagedText,
                $"{encoding.DamagedBytes:N0} characters of the file are damaged; the cells that hold them are not imported.");
        }
    }

    private static FileRefusal NoName(ReadPlan plan)
    {
        var headers = string.Join(", ", plan.Columns.Where(column => column.Header.Length > 0).Take(12).Select(column => $"'{CellText.Cut(column.Header)}'"));
        return new FileRefusal(RefusalCode.NoNameColumn, headers.Length == 0
            ? "The file has no header line, so say which column holds the items' names."
            : $"No column of this file is clearly the items' names. Its columns are {headers}; say which one it is.");
    }

    private static Inspection TooLarge() => Refuse(RefusalCode.TooLarge, $"The file is larger than {ReadLimits.MaxBytes / 1024 / 1024} MB.");

    private static Inspection Refuse(string code, string message) => new(null, new FileRefusal(code, message), [], [], null);
}
