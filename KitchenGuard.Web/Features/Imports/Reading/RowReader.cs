
namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Turns records into items by a plan, one after the other: headings and variants depend on the records before.</summary>
internal sealed class RowReader
{
    private static readonly FoundIssue[] NoIssues = [];

    private readonly ReadPlan _plan;
    private readonly RowKinds? _kinds;
    private readonly CellReader[] _cells;
    private readonly RecordWords _words;
    private readonly bool _isProtected;
    private readonly bool _isComplete;
    private readonly int _name;
    private readonly int _variantOf;
    private readonly ShiftRepair _repair;
    private readonly PivotReader? _pivot;
    private readonly MappedColumn? _pieces;
    private readonly MappedColumn? _tracked;
    private readonly Sections _sections;
    private readonly RecordFaults _faults;
    private readonly RowPacks _packs;
    private readonly RowPrices _prices;
    private readonly NameParts _parts;
    private readonly List<FoundIssue> _issues = [];
    private readonly List<ReadRecord> _further = [];
    private string _variantKey = "";
    private ItemRow? _variantBase;
    private bool _variantTaken;

    /// <param name="plan">How to read.</param>
    /// <param name="isFile">False: every record is meant as an item, as in a JSON array.</param>
    internal RowReader(ReadPlan plan, bool isFile = true)
    {
        _plan = plan;
        _words = new RecordWords(plan);
        _kinds = isFile && !plan.IsOwnExport ? new RowKinds(plan) : null;
        _name = (plan.ColumnOf(ItemField.Name)?.Column ?? 0) - 1;
        _variantOf = (plan.Rows.VariantOf ?? 0) - 1;
        // The unit decides how amounts and costs are read, the pack size depends on it, and counts in cases need the case's size.
        _cells = [.. plan.Columns.Where(column => column.Field is not null and not ItemField.Name and not ItemField.NamePart)
            .Select(column => (Column: column, IsPack: false))
            .Concat(plan.Columns.Where(column => column.Gives.Count > 0).Select(column => (Column: column, IsPack: true)))
            .OrderBy(pair => pair.IsPack ? 1 : pair.Column.Field switch { ItemField.Unit => 0, ItemField.CaseSize => 1, ItemField.Quantity => 2, _ => 3 })
            .Select(pair => new CellReader(pair.Column, plan.Currency, !isFile || plan.IsOwnExport, pair.IsPack))];
        _isComplete = isFile && plan.IsOwnExport;
        _isProtected = isFile && (plan.IsOwnExport || plan.IsRejectedFile);
        _sections = new Sections(plan, _words);
        _faults = new RecordFaults(plan, _cells, _isComplete);
        _tracked = plan.Columns.FirstOrDefault(column => column.TrackedIn is not null);
        _pieces = plan.Columns.FirstOrDefault(column => column.CasesIn is not null);
        _packs = new RowPacks(plan);
        _prices = new RowPrices(plan);
        _parts = new NameParts(plan);
        _repair = new ShiftRepair(plan);
        _pivot = plan.Pivot is null ? null : new PivotReader(plan, plan.Pivot);
    }

    /// <summary>Takes a heading that stands right above this table's header for one of the table.</summary>
    /// <param name="above">The record before the header; null: there is none.</param>
    internal void GoOnBelow(ReadRecord? above)
    {
        if (above is { Outcome: RecordOutcome.Skipped, Issues: [{ Code: IssueCode.Heading }] })
        {
            _sections.Begin(TextOf(above.Cells));
        }
    }

    /// <summary>The further items of the record that was read last: see <see cref="ReadRecord.Part"/>.</summary>
    internal List<ReadRecord> Further => _further;

    internal ReadRecord Read(int line, RecordFault fault, string[] cells)
    {
        _further.Clear();
        if (fault != RecordFault.None)
        {
            return Reject(line, cells, RecordFaults.Of(line, fault, cells));
        }

        if (_kinds?.Skip(line, cells) is { } skip)
        {
            return Skip(line, cells, skip);
        }

        if (CountDates.IsOlder(_plan.Rows, cells))
        {
            return Skip(line, cells, IssueCode.OlderCount);
        }

        if (_faults.Find(line, cells) is not { } error)
        {
            return ReadItem(line, cells);
        }

        return error.Code == IssueCode.TooManyCells && _repair.Repair(cells) is { } whole && _faults.Find(line, whole.Cells) is null
            ? ReadItem(line, whole.Cells, whole.Joined.ConvertAll(index => Joined(line, index, whole.Cells[index])))
            : Reject(line, cells, error);
    }

    private FoundIssue Joined(int line, int index, string cell) => new(
        line, index + 1, _plan.Columns[index].Field, CellText.Cut(cell), IssueSeverity.Warning, IssueCode.CellsJoined,
        $"'{CellText.Cut(CellText.Line(cell))}' stands without quotes, so that the line has a cell too many; it was read as one cell.");

    private ReadRecord ReadItem(int line, string[] found, List<FoundIssue>? mended = null)
    {
        _issues.Clear();
        if (mended is not null)
        {
            _issues.AddRange(mended);
        }

        var cells = _isProtected ? _words.Translate(Array.ConvertAll(found, CellText.WithoutProtection)) : Array.ConvertAll(_words.Translate(found), CellText.WithoutEntities);
        var name = _name >= 0 && _name < cells.Length ? CellText.Line(cells[_name]) : "";
        ItemRow? variantBase = null;
        if (_variantOf >= 0 && _variantOf < cells.Length)
        {
            if (NumberText.IsNothing(name) && _variantBase is not null && cells[_variantOf].Length > 0 && (_plan.Rows.VariantBySize || cells[_variantOf] == _variantKey))
            {
                if (!_plan.Rows.VariantBySize && _pivot is null && _plan.Columns.All(column => column.Field is null || column.Column - 1 == _variantOf || column.Column > cells.Length || string.IsNullOrWhiteSpace(cells[column.Column - 1])))
                {
                    // A further image of it, say.
                    return Skip(line, found, IssueCode.NothingSaid);
                }

                variantBase = _variantBase;
                name = variantBase.Name;
            }

            _variantKey = cells[_variantOf];
        }

        // Which list a record belongs to is what stands in the file, before its words are read as others.
        var taken = _words.Takes(found, _sections.Found) ?? (variantBase is not null ? _variantTaken : _words.TakesBlank);
        if (variantBase is null)
        {
            _variantTaken = taken;
        }

        if (!taken)
        {
            _variantBase = variantBase ?? new ItemRow { Name = name };
            return Skip(line, found, IssueCode.OtherDepartment);
        }

        name = _parts.Join(name, cells);
        if (_faults.FindInName(line, name, cells) is { } error)
        {
            return Reject(line, cells, error);
        }

        if (_kinds is not null && _plan.Rows.AskAboutNames && variantBase is null && found.Count(cell => !string.IsNullOrWhiteSpace(cell)) == 1)
        {
            _issues.Add(new FoundIssue(line, _name + 1, ItemField.Name, CellText.Cut(name), IssueSeverity.Notice, IssueCode.OnlyName,
                "This line has nothing but a name; it was taken as an item. Leave it out if it is a heading."));
        }

        cells = _pieces is null ? cells : CountText.Join(cells, _pieces);
        cells = _tracked is null ? cells : TrackedStock.Without(cells, _tracked);
        var item = new ItemRow { Name = name, IsComplete = _isComplete, Variety = _parts.VarietyOf(cells) };
        foreach (var reader in _cells)
        {
            if (reader.Index < cells.Length)
            {
                reader.Read(line, cells[reader.Index], item, _issues, _plan.Edits.Corrects(line, reader.Index + 1));
            }
        }

        _packs.Settle(line, item, _issues);
        _prices.Settle(line, cells, item, _issues);
        if (variantBase is not null)
        {
            item.Category ??= variantBase.Category;
            item.Supplier ??= variantBase.Supplier;
            item.Brand ??= variantBase.Brand;
        }
        else
        {
            _variantBase = item;
        }

        item.Category ??= _sections.Category;
        item.StorageArea ??= _pivot is null ? _sections.Area : null;
        if (item.PackSize == "Default Title")
        {
            // A shop system's word for "there are no variants".
            item.PackSize = null;
        }

        if (_pivot is { Splits: true })
        {
            return Split(line, cells, item, found);
        }

        _pivot?.Add(line, cells, item, _issues);
        return Taken(line, item, _issues, found);
    }

    /// <summary>One record becomes one item for each size that has a cell.</summary>
    private ReadRecord Split(int line, string[] cells, ItemRow item, string[] found)
    {
        foreach (var (one, issues) in _pivot!.Split(line, cells, item))
        {
            _further.Add(Taken(line, one, _further.Count == 0 ? [.. _issues, .. issues] : issues, found) with { Part = _further.Count });
        }

        if (_further.Count == 0)
        {
            return new ReadRecord(line, RecordOutcome.Skipped, null,
                [new FoundIssue(line, null, null, CellText.Cut(item.Name), IssueSeverity.Notice, IssueCode.PivotBlank, "No size of this item has a value, so there is nothing to import.")], found);
        }

        var first = _further[0];
        _further.RemoveAt(0);
        return first;
    }

    private ReadRecord Taken(int line, ItemRow item, List<FoundIssue> found, string[] cells)
    {
        var issues = found.Count == 0 ? NoIssues : [.. found];
        if (_plan.Options.BadCells == BadCells.Reject && Array.Exists(issues, issue => IsBadCell(issue.Code)))
        {
            return new ReadRecord(line, RecordOutcome.Rejected, null,
                [.. issues.Select(issue => IsBadCell(issue.Code) ? issue with { Severity = IssueSeverity.Error, Message = LeftOut(issue.Message) } : issue)], cells);
        }

        return new ReadRecord(line, RecordOutcome.Item, item, issues, cells);
    }

    /// <summary>What a cell's warning says where its record is rejected: "...; the quantity was left empty."</summary>
    private static string LeftOut(string message) =>
        message.EndsWith("left empty.", StringComparison.Ordinal) && message.LastIndexOf(';') is > 0 and var end ? message[..end] + "; the line was rejected." : message;

    private static bool IsBadCell(string code) => code is not (IssueCode.NegativeStock or IssueCode.Rounded or IssueCode.OnlyName or IssueCode.PackUnclear);

    private ReadRecord Skip(int line, string[] cells, string code)
    {
        var text = TextOf(cells);
        var message = code switch
        {
            IssueCode.Heading => _sections.Begin(text),
            IssueCode.Total => "This line is a total, not an item.",
            IssueCode.OlderCount => "This line is of an older count; only the last one says what is there.",
            IssueCode.OtherDepartment => "This line belongs to the other list.",
            IssueCode.RepeatedHeader => "This line repeats the header.",
            IssueCode.NothingSaid => "This line says nothing more about the item above it.",
            _ => "This line is text beside the table, not an item.",
        };
        return new ReadRecord(line, RecordOutcome.Skipped, null,
            [new FoundIssue(line, null, null, CellText.Cut(text), IssueSeverity.Notice, code, message)], cells);
    }

    private static string TextOf(IReadOnlyList<string> cells) => CellText.Line(cells.FirstOrDefault(cell => !string.IsNullOrWhiteSpace(cell)) ?? "");

    private static ReadRecord Reject(int line, string[] cells, FoundIssue error) => new(line, RecordOutcome.Rejected, null, [error], cells);
}
