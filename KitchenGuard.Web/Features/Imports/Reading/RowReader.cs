
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
    private readonly int _category;
    private readonly ShiftRepair _repair;
    private readonly PivotReader? _pivot;
    private readonly MappedColumn? _pieces;
    private readonly MappedColumn? _tracked;
    private readonly RowPacks _packs;
    private readonly RowPrices _prices;
    private readonly NameParts _parts;
    private readonly List<FoundIssue> _issues = [];
    private readonly List<ReadRecord> _further = [];
    private string? _heading;
    private string? _foundHeading;
    private string? _area;
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
        _category = (plan.ColumnOf(ItemField.Category)?.Column ?? 0) - 1;
        _variantOf = (plan.Rows.VariantOf ?? 0) - 1;
        // The unit decides how amounts and costs are read, the pack size depends on it, and counts in cases need the case's size.
        _cells = [.. plan.Columns.Where(column => column.Field is not null and not ItemField.Name and not ItemField.NamePart)
            .Select(column => (Column: column, IsPack: false))
            .Concat(plan.Columns.Where(column => column.Gives.Count > 0).Select(column => (Column: column, IsPack: true)))
            .OrderBy(pair => pair.IsPack ? 1 : pair.Column.Field switch { ItemField.Unit => 0, ItemField.CaseSize => 1, ItemField.Quantity => 2, _ => 3 })
            .Select(pair => new CellReader(pair.Column, plan.Currency, !isFile || plan.IsOwnExport, pair.IsPack))];
        _isComplete = isFile && plan.IsOwnExport;
        _isProtected = isFile && (plan.IsOwnExport || plan.IsRejectedFile);
        _foundHeading = plan.Rows.FirstHeading?.TrimEnd(':', ' ');
        _heading = _foundHeading is null ? null : _words.Heading(_foundHeading);
        _tracked = plan.Columns.FirstOrDefault(column => column.TrackedIn is not null);
        _area = _foundHeading is null ? null : SectionTexts.PlaceOf(_foundHeading);
        _heading = _area is null ? _heading : null;
        _pieces = plan.Columns.FirstOrDefault(column => column.CasesIn is not null);
        _packs = new RowPacks(plan);
        _prices = new RowPrices(plan);
        _parts = new NameParts(plan);
        _repair = new ShiftRepair(plan);
        _pivot = plan.Pivot is null ? null : new PivotReader(plan, plan.Pivot);
    }

    /// <summary>The further items of the record that was read last: see <see cref="ReadRecord.Part"/>.</summary>
    internal List<ReadRecord> Further => _further;

    internal ReadRecord Read(int line, RecordFault fault, string[] cells)
    {
        _further.Clear();
        if (fault != RecordFault.None)
        {
            return Reject(line, cells, FaultIssue(line, fault, cells));
        }

        if (_kinds?.Skip(line, cells) is { } skip)
        {
            return Skip(line, cells, skip);
        }

        if (CountDates.IsOlder(_plan.Rows, cells))
        {
            return Skip(line, cells, IssueCode.OlderCount);
        }

        if (FindFault(line, cells) is not { } error)
        {
            return ReadItem(line, cells);
        }

        return error.Code == IssueCode.TooManyCells && _repair.Repair(cells) is { } whole && FindFault(line, whole.Cells) is null
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

        var cells = _words.Translate(_isProtected ? Array.ConvertAll(found, CellText.WithoutProtection) : found);
        var name = _name >= 0 && _name < cells.Length ? CellText.Line(cells[_name]) : "";
        ItemRow? variantBase = null;
        if (_variantOf >= 0 && _variantOf < cells.Length)
        {
            if (NumberText.IsNothing(name) && _variantBase is not null && cells[_variantOf].Length > 0 && (_plan.Rows.VariantBySize || cells[_variantOf] == _variantKey))
            {
                variantBase = _variantBase;
                name = variantBase.Name;
            }

            _variantKey = cells[_variantOf];
        }

        // Which list a record belongs to is what stands in the file, before its words are read as others.
        var taken = _words.Takes(found, _foundHeading) ?? (variantBase is not null ? _variantTaken : _words.TakesBlank);
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
        if (FindNameFault(line, name, cells) is { } error)
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

        item.Category ??= _heading;
        item.StorageArea ??= _pivot is null ? _area : null;
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
                [.. issues.Select(issue => IsBadCell(issue.Code) ? issue with { Severity = IssueSeverity.Error } : issue)], cells);
        }

        return new ReadRecord(line, RecordOutcome.Item, item, issues, cells);
    }

    private static bool IsBadCell(string code) => code is not (IssueCode.NegativeStock or IssueCode.Rounded or IssueCode.OnlyName or IssueCode.PackUnclear);

    private ReadRecord Skip(int line, string[] cells, string code)
    {
        var text = CellText.Line(Array.Find(cells, cell => !string.IsNullOrWhiteSpace(cell)) ?? "");
        if (code == IssueCode.Heading && text.Length <= ReadLimits.MaxTextLength)
        {
            _foundHeading = text.TrimEnd(':', ' ');
            _area = SectionTexts.PlaceOf(text) ?? _area;
            _heading = SectionTexts.PlaceOf(text) is null ? _words.Heading(_foundHeading) : _heading;
        }

        var message = code switch
        {
            IssueCode.Heading when SectionTexts.PlaceOf(text) is not null => "This line is a heading; it became the storage area of the items below it.",
            IssueCode.Heading when _category < 0 => "This line is a heading; it became the category of the items below it.",
            IssueCode.Heading => "This line is a heading; it became the category of the items below it that have none.",
            IssueCode.Total => "This line is a total, not an item.",
            IssueCode.OlderCount => "This line is of an older count; only the last one says what is there.",
            IssueCode.OtherDepartment => "This line belongs to the other list.",
            IssueCode.RepeatedHeader => "This line repeats the header.",
            _ => "This line is text beside the table, not an item.",
        };
        return new ReadRecord(line, RecordOutcome.Skipped, null,
            [new FoundIssue(line, null, null, CellText.Cut(text), IssueSeverity.Notice, code, message)], cells);
    }

    private static ReadRecord Reject(int line, string[] cells, FoundIssue error) => new(line, RecordOutcome.Rejected, null, [error], cells);

    private static FoundIssue FaultIssue(int line, RecordFault fault, string[] cells)
    {
        var (code, message) = fault switch
        {
            RecordFault.UnterminatedQuote => (IssueCode.UnterminatedQuote, "A quotation mark is opened here and never closed, so the cells of this line cannot be told apart."),
            RecordFault.TextAfterQuote => (IssueCode.TextAfterQuote, "Text follows a closing quotation mark, so it is not certain what the cell should say."),
            RecordFault.TooManyCells => (IssueCode.TooManyCells, "This line has far more cells than the table has columns."),
            _ => (IssueCode.CellTooLong, $"A cell has more than {ReadLimits.MaxCellLength:N0} characters."),
        };
        return new FoundIssue(line, null, null, CellText.Cut(Array.Find(cells, cell => cell.Length > 0) ?? ""), IssueSeverity.Error, code, message);
    }

    private FoundIssue? FindFault(int line, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (cell.Length > ReadLimits.MaxCellLength)
            {
                return Error(line, i, cell, IssueCode.CellTooLong, $"The cell has more than {ReadLimits.MaxCellLength:N0} characters.");
            }

            if (i >= _plan.Columns.Count)
            {
                // A sheet's cells have their places: what stands beside the table shifts nothing.
                if (!string.IsNullOrWhiteSpace(cell) && _plan.Detected.Sheet is null)
                {
                    return Error(line, i, cell, IssueCode.TooManyCells,
                        $"This line has {cells.Length} cells but the table has {_plan.Columns.Count} columns, so it is not certain which cell belongs where.");
                }
            }
            else if (_plan.Columns[i].Field is not null && CellText.IsForbidden(cell))
            {
                return Error(line, i, cell, IssueCode.ControlCharacters, "The cell holds invisible control characters that do not belong in a stock list.");
            }
        }

        return cells.Length < _plan.Columns.Count ? FindShift(line, cells) : null;
    }

    /// <summary>A short line is fine when only its last cells are missing; numbers where text belongs show that one in the middle is.</summary>
    private FoundIssue? FindShift(int line, string[] cells)
    {
        foreach (var reader in _cells)
        {
            if (reader.Index < cells.Length && !reader.MayHold(cells[reader.Index]))
            {
                return Error(line, reader.Index, cells[reader.Index], IssueCode.TooFewCells,
                    $"This line has {cells.Length} cells but the table has {_plan.Columns.Count} columns, so it is not certain which cell belongs where.");
            }
        }

        return null;
    }

    private FoundIssue? FindNameFault(int line, string name, string[] cells)
    {
        if (name.Length == 0 || (!_isComplete && NumberText.IsNothing(name) && !(name.Length == 1 && char.IsLetterOrDigit(name[0]))))
        {
            return Error(line, _name, name, IssueCode.NoName, "This line has no item name.");
        }

        if (name.Length > ReadLimits.MaxNameLength)
        {
            return Error(line, _name, name, IssueCode.NameTooLong, $"The item's name has more than {ReadLimits.MaxNameLength} characters.");
        }

        return CellText.IsDamaged(name)
            ? Error(line, _name, cells[_name], IssueCode.DamagedText, "Some characters of the item's name are damaged in the file.")
            : null;
    }

    private FoundIssue Error(int line, int index, string value, string code, string message) =>
        new(line, index < 0 ? null : index + 1, index >= 0 && index < _plan.Columns.Count ? _plan.Columns[index].Field : null,
            CellText.Cut(value), IssueSeverity.Error, code, message);
}
