using System.Text.Json.Serialization;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>How grave a found issue is.</summary>
[JsonConverter(typeof(EnumWordConverter<IssueSeverity>))]
public enum IssueSeverity
{
    /// <summary>The record was rejected.</summary>
    Error,

    /// <summary>The record was taken; a cell was left empty or changed in a way that someone should look at.</summary>
    Warning,

    /// <summary>For information: a record was skipped, or something about the file was assumed.</summary>
    Notice,
}

/// <summary>Something a person should know about a file.</summary>
/// <param name="Line">Physical line (1-based) where the record starts; 0 when it concerns the whole file.</param>
/// <param name="Column">1-based; null when it concerns the whole record.</param>
/// <param name="Field">The field that the column is mapped to.</param>
/// <param name="Value">The value found, at most 80 characters.</param>
/// <param name="Severity">Error, warning or notice.</param>
/// <param name="Code">One of <see cref="IssueCode"/>.</param>
/// <param name="Message">A whole English sentence for a chef.</param>
public sealed record FoundIssue(int Line, int? Column, string? Field, string? Value, IssueSeverity Severity, string Code, string Message);

/// <summary>Why a file cannot be imported as it is.</summary>
/// <param name="Code">One of <see cref="RefusalCode"/>.</param>
/// <param name="Message">One clear English sentence.</param>
public sealed record FileRefusal(string Code, string Message);

/// <summary>What was found out about a file.</summary>
/// <param name="Plan">How it would be read; null when it is no table at all. Present together with a refusal when only a mapping is missing.</param>
/// <param name="Refusal">Why it cannot be imported as it is; null when it can.</param>
/// <param name="Notices">What concerns the file as a whole or a column.</param>
/// <param name="FirstRecords">Up to ten records as they would be read; without a name column they are all rejected, and their cells help to choose one.</param>
/// <param name="Records">Records after the header with at least one non-blank cell; null when they were not counted.</param>
public sealed record Inspection(
    ReadPlan? Plan, FileRefusal? Refusal, IReadOnlyList<FoundIssue> Notices, IReadOnlyList<ReadRecord> FirstRecords, int? Records)
{
    /// <summary><c>kitchen</c> or <c>bar</c> when names and categories clearly speak for one of them, whatever department the file was sent to; else null.</summary>
    public string? LooksLike { get; init; }

    /// <summary>A column that would split a list of both departments; null when none does.</summary>
    public SplitSuggestion? SplitColumn { get; init; }

    /// <summary>What was said about columns or a sheet that the file does not have, as a sentence; null: all of it is there. The plan's options are without it.</summary>
    public string? Missing { get; init; }
}

/// <summary>How a file of both departments could be split.</summary>
/// <param name="Column">1-based.</param>
/// <param name="Bar">The column's values that belong to the bar.</param>
/// <param name="Kitchen">Those that belong to the kitchen. Values in neither list are for a person to decide.</param>
public sealed record SplitSuggestion(int Column, IReadOnlyList<string> Bar, IReadOnlyList<string> Kitchen);

/// <summary>What became of a record while reading.</summary>
[JsonConverter(typeof(EnumWordConverter<RecordOutcome>))]
public enum RecordOutcome
{
    Item,
    Skipped,
    Rejected,
}

/// <summary>One record of the file.</summary>
/// <param name="Line">Physical line (1-based) where it starts; in a JSON array, the 1-based place.</param>
/// <param name="Outcome">Whether it is an item.</param>
/// <param name="Item">The item; null unless <see cref="RecordOutcome.Item"/>.</param>
/// <param name="Issues">What was found in it: an error when rejected, a notice when skipped, warnings beside an item.</param>
/// <param name="Cells">The cells as found, before mapping.</param>
public sealed record ReadRecord(int Line, RecordOutcome Outcome, ItemRow? Item, IReadOnlyList<FoundIssue> Issues, IReadOnlyList<string> Cells)
{
    /// <summary>0; above that, a further item of the record before it, which has the same <see cref="Line"/> and is no record of its own.</summary>
    public int Part { get; init; }
}
