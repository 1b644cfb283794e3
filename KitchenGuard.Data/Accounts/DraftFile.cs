using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Data.Accounts;

/// <summary>A file laid beside a <see cref="RegistrationDraft"/>, or on the upload page of somebody signed in: at most one per department.</summary>
public sealed class DraftFile
{
    /// <summary>Version-7 UUID; becomes the import's id on submit.</summary>
    public required Guid Id { get; init; }

    public required Guid DraftId { get; init; }

    public required Department Department { get; init; }

    /// <summary>The name the browser gave, for display only; at most 100 characters.</summary>
    public required string FileName { get; init; }

    /// <summary>The file itself, at most 10 MB at sign-up, 50 MB when signed in.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The complete read plan (dialect, mapping, options) as JSON; null when the file cannot be a stock list.</summary>
    public string? Plan { get; set; }

    /// <summary>The sentence that says why the file cannot be a stock list; null when it can.</summary>
    public string? Refusal { get; set; }

    /// <summary>What was found as JSON: the file's notices at once, the counts of the whole-file check when that job has run for the present plan.</summary>
    public string? CheckResult { get; set; }
}
