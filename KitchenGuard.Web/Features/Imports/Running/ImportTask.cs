namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>One attempt at one import, or at its undo.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="RestaurantId">Whose it is.</param>
/// <param name="Department"><c>kitchen</c> or <c>bar</c>.</param>
/// <param name="UserId">Who sent it, or asked for the undo; null for the seed.</param>
/// <param name="CountedAt">The moment its quantities were counted at (UTC).</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="ContentType"><c>text/csv</c> or <c>application/json</c>.</param>
/// <param name="DryRun">Counts and changes nothing.</param>
/// <param name="Plan">The read plan as JSON.</param>
/// <param name="Attempt">The fence: an older attempt must not finish.</param>
internal sealed record ImportTask(
    Guid ImportId, Guid RestaurantId, string Department, Guid? UserId, DateTimeOffset CountedAt, long Size, string ContentType, bool DryRun,
    string Plan, int Attempt)
{
    /// <summary>True: what it did is to be taken back.</summary>
    public bool IsUndo { get; init; }
}
