using KitchenGuard.Web.Features.Imports.Undo;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Every expected failure of imports, apart from what is found in files (Reading/IssueCode.cs).</summary>
public static class ImportErrors
{
    public static readonly TooLargeError TooLarge =
        new("too_large", $"A file may have {Reading.ReadLimits.MaxBytes / (1024 * 1024)} MB. Split it, or save it as CSV without anything but the list.");

    /// <summary>How far a clock may be ahead of ours.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static readonly InvalidError NotYet = new("not_yet", "The moment of the count is in the future.", "countedAt");

    public static InvalidError Options(string sentence) => new("bad_options", sentence, "options");

    public static readonly InvalidError NotRows = new("not_rows", "Rows are a JSON array of objects such as {\"name\": \"Tomatoes\", \"quantity\": 5}.", "rows");

    public static readonly InvalidError NothingToMend = new("bad_options", "“mends” is the id of an import of this restaurant.", "mends");

    public static readonly InvalidError NoFile = new("no_file", "Send the file as text/csv or as an .xlsx workbook, as the part “file” of a form, or rows as a JSON array.", "file");

    public static readonly InvalidError OneFile = new("one_file", "An import takes one file. Send each in a request of its own.", "file");

    public static readonly InvalidError NoneChosen = new("no_file", "Choose a file first.", "file");

    public static readonly InvalidError NothingLaid = new("no_file", "There is no file to import yet. Choose one first.", "file");

    public static readonly ConflictError InReview = new("in_review", "This import is under review and has changed nothing. Discard it to be rid of it.");

    public static readonly ConflictError NotInReview = new("not_in_review", "This import is not under review any more.");

    public static readonly InvalidError TooManyEdits =
        new("too_many_edits", $"A file can have at most {Reading.RecordEdits.Most:N0} corrections. Mend it where it was written, and upload it again.", "edits");

    public static readonly InvalidError NoSuchCell =
        new("no_such_cell", $"A correction names a line from 1, a column from 1 to {Reading.ReadLimits.MaxColumns} (0 leaves the record out) and at most {Reading.ReadLimits.MaxCellLength:N0} characters.", "edits");

    public static InvalidError NoSuchColumn(int columns) => new("no_such_cell", $"The table has {columns} columns.", "edits");

    public static readonly ConflictError AlreadySplit = new("already_split", "This file is split already: its other part is an import of its own.");

    public static InvalidError Refused(string sentence) => new("refused", sentence, "file");

    public static readonly NotFoundError NotFound = new();

    public static readonly ForbiddenError MayNotImport = new("may_not_import", "Only owners and managers import, cancel and undo imports.");

    public static readonly ConflictError AlreadyEnded = new("already_ended", "This import has ended; there is nothing to stop. What it did can be undone.");

    public static readonly ConflictError NothingToUndo = new("nothing_to_undo", "Only an import that is completed and changed something can be undone.");

    public static readonly ConflictError TooLateToUndo = new("too_late_to_undo", $"An import can be undone for {UndoImport.Days} days.");

    public static InvalidError LargerThan(long bytes) => new("too_large", $"This file is larger than {bytes / (1024 * 1024)} MB. Split it, or save it without anything but the list.", "file");
}
