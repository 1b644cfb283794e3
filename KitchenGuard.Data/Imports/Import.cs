using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;

namespace KitchenGuard.Data.Imports;

/// <summary>Where an import stands. Stored by its lower-case word.</summary>
public enum ImportStatus
{
    Pending,
    Running,
    Completed,
    Failed,
    Cancelled,
    Undoing,
    Undone,
}

/// <summary>
/// One uploaded file (or JSON array) on its way into the ledger. The row is the outbox: with its chunks it holds everything the job
/// needs, so the job never guesses again.
/// </summary>
public sealed class Import : ITenantOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Department Department { get; init; }

    /// <summary>The name the browser gave, for display only.</summary>
    public required string FileName { get; init; }

    /// <summary><c>text/csv</c>, <c>application/json</c>, or a workbook's type.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes of the file.</summary>
    public required long Size { get; init; }

    public required byte[] Sha256 { get; init; }

    public ImportStatus Status { get; set; }

    /// <summary>Counts would-be outcomes and changes nothing; until somebody lets it run.</summary>
    public bool DryRun { get; set; }

    /// <summary>The import whose rejected rows this file mends; null: a file of its own.</summary>
    public Guid? MendsImportId { get; init; }

    /// <summary>The complete read plan (dialect, mapping with confidence, options) as JSON; null when the file was refused.</summary>
    public string? Plan { get; set; }

    /// <summary>The moment an import's quantities were counted at (UTC); movements after it are kept on top.</summary>
    public required DateTimeOffset CountedAt { get; init; }

    public int RowsTotal { get; private set; }

    public int RowsCreated { get; private set; }

    public int RowsUpdated { get; private set; }

    public int RowsUnchanged { get; private set; }

    public int RowsMerged { get; private set; }

    public int RowsSkipped { get; private set; }

    public int RowsRejected { get; private set; }

    /// <summary>Items created, updated or found unchanged.</summary>
    public int Items { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>A whole sentence that says why it failed; null otherwise.</summary>
    public string? Failure { get; set; }

    public Guid? CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>How often a worker took it up; the fence between an old worker and its successor.</summary>
    public int Attempt { get; set; }

    /// <summary>Who asked for the undo; null: nobody, or a script.</summary>
    public Guid? UndoneBy { get; set; }

    /// <summary>When the undo was done (UTC).</summary>
    public DateTimeOffset? UndoneAt { get; set; }

    /// <summary>Items that went back wholly; what was kept or impossible lies in <see cref="ImportUndoItem"/>.</summary>
    public int UndoReversed { get; private set; }
}

/// <summary>One megabyte (or the last part) of an import's file.</summary>
public sealed class UploadChunk : ITenantOwned
{
    /// <summary>Bytes in every chunk but the last.</summary>
    public const int Size = 1 << 20;

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>0-based position.</summary>
    public required int Index { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>
/// How far an import is. Apart from the import's row, which the job holds locked while it works; written over a second connection.
/// </summary>
public sealed class ImportProgress : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>0 to 100.</summary>
    public int Percent { get; set; }

    /// <summary>When the worker last gave a sign of life (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>How long the worker thinks it still needs; null when it cannot say.</summary>
    public int? SecondsLeft { get; set; }

    /// <summary>How often its work was begun anew because a worker died of it or lost its connections.</summary>
    public int Interruptions { get; set; }

    /// <summary>Asks the worker to stop.</summary>
    public bool CancelRequested { get; set; }
}

/// <summary>Something an import found.</summary>
public sealed class ImportIssue : ITenantOwned
{
    public long Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>The physical line where the record starts; 0 for the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>1-based column; null when it concerns the record or file.</summary>
    public int? Column { get; init; }

    public string? Field { get; init; }

    /// <summary>The cell as found, at most 80 characters.</summary>
    public string? Value { get; init; }

    /// <summary><c>error</c>, <c>warning</c> or <c>notice</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>Stable snake_case word.</summary>
    public required string Code { get; init; }

    /// <summary>A whole sentence.</summary>
    public required string Message { get; init; }

    /// <summary>True: found when the file was laid, before any run; a new run keeps it.</summary>
    public bool IsGeneral { get; init; }
}

/// <summary>A cell that a person corrected before the import: file, options and edits always give the same result.</summary>
public sealed class ImportEdit : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>The physical line where the record starts.</summary>
    public required int Line { get; init; }

    /// <summary>1-based column; 0: the whole record is left out.</summary>
    public required int Column { get; init; }

    /// <summary>What stands in the cell instead; at most 10 000 characters.</summary>
    public required string Value { get; set; }

    public Guid? EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset EditedAt { get; set; }
}

/// <summary>What people of a restaurant said about files with one header: it is the first guess for the next such file.</summary>
public sealed class MappingMemory : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    /// <summary>SHA-256 of the header's normalised texts in their order.</summary>
    public required byte[] Signature { get; init; }

    /// <summary>The choices as JSON.</summary>
    public required string Choices { get; set; }

    public Guid? UpdatedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>An item that an import's undo could not wholly take back, and why.</summary>
public sealed class ImportUndoItem : ITenantOwned
{
    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ImportId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary><c>kept</c> or <c>impossible</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>A whole sentence: who changed what and when, or what is in the way.</summary>
    public required string Reason { get; init; }
}

/// <summary>What an import changed on an item that was there before: what its undo needs.</summary>
public sealed class ImportChange : ITenantOwned
{
    public long Id { get; init; }

    /// <inheritdoc />
    public required Guid RestaurantId { get; init; }

    public required Guid ImportId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>The column of items; <c>lot</c> for a lot that is new to it, <c>counted</c> for a count that said what was known (before is its line).</summary>
    public required string Field { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}
