namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Why a record cannot be an item: its quotes, its cells, its name.</summary>
/// <param name="plan">How the file is read.</param>
/// <param name="readers">The readers of its columns.</param>
/// <param name="isComplete">Whether the file is KitchenGuard's own, in which any name is meant.</param>
internal sealed class RecordFaults(ReadPlan plan, CellReader[] readers, bool isComplete)
{
    private int Index { get; } = (plan.ColumnOf(ItemField.Name)?.Column ?? 0) - 1;

    /// <summary>What the scan found wrong with a record.</summary>
    internal static FoundIssue Of(int line, RecordFault fault, string[] cells)
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

    /// <summary>What is wrong with a record's cells as such; null: nothing.</summary>
    internal FoundIssue? Find(int line, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (cell.Length > ReadLimits.MaxCellLength)
            {
                return Error(line, i, cell, IssueCode.CellTooLong, $"The cell has more than {ReadLimits.MaxCellLength:N0} characters.");
            }

            if (i >= plan.Columns.Count)
            {
                // A sheet's cells have their places: what stands beside the table shifts nothing.
                if (!string.IsNullOrWhiteSpace(cell) && plan.Detected.Sheet is null)
                {
                    return Error(line, i, cell, IssueCode.TooManyCells,
                        $"This line has {cells.Length} cells but the table has {plan.Columns.Count} columns, so it is not certain which cell belongs where.");
                }
            }
            else if (plan.Columns[i].Field is not null && CellText.IsForbidden(cell))
            {
                return Error(line, i, cell, IssueCode.ControlCharacters, "The cell holds invisible control characters that do not belong in a stock list.");
            }
        }

        return cells.Length < plan.Columns.Count ? FindShift(line, cells) : null;
    }

    /// <summary>A short line is fine when only its last cells are missing; numbers where text belongs show that one in the middle is.</summary>
    private FoundIssue? FindShift(int line, string[] cells)
    {
        foreach (var reader in readers)
        {
            if (reader.Index < cells.Length && !reader.MayHold(cells[reader.Index]))
            {
                return Error(line, reader.Index, cells[reader.Index], IssueCode.TooFewCells,
                    $"This line has {cells.Length} cells but the table has {plan.Columns.Count} columns, so it is not certain which cell belongs where.");
            }
        }

        return null;
    }

    /// <summary>What is wrong with a record's name; null: nothing.</summary>
    internal FoundIssue? FindInName(int line, string name, string[] cells)
    {
        if (name.Length == 0 || (!isComplete && (name == "0" || (NumberText.IsNothing(name) && !(name.Length == 1 && char.IsLetterOrDigit(name[0]))))))
        {
            return Error(line, Index, name, IssueCode.NoName, "This line has no item name.");
        }

        if (name.Length > ReadLimits.MaxNameLength)
        {
            return Error(line, Index, name, IssueCode.NameTooLong, $"The item's name has more than {ReadLimits.MaxNameLength} characters.");
        }

        return CellText.IsDamaged(name)
            ? Error(line, Index, cells[Index], IssueCode.DamagedText, "Some characters of the item's name are damaged in the file.")
            : null;
    }

    private FoundIssue Error(int line, int index, string value, string code, string message) =>
        new(line, index < 0 ? null : index + 1, index >= 0 && index < plan.Columns.Count ? plan.Columns[index].Field : null,
            CellText.Cut(value), IssueSeverity.Error, code, message);
}
