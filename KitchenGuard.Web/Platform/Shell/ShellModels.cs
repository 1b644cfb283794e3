namespace KitchenGuard.Web.Platform.Shell;

/// <summary>Where a wizard stands. Model of <c>_Steps</c>.</summary>
/// <param name="Current">Counted from 1.</param>
/// <param name="Items">The steps in order; a step with an address that is behind the current one is a link back.</param>
public sealed record Steps(int Current, params IReadOnlyList<Step> Items);

public sealed record Step(string Text, string? Url = null);

/// <summary>Says why there is nothing to see and what to do about it. The icon is a name of the icon tag helper. Model of <c>_EmptyState</c>.</summary>
public sealed record EmptyState(string Icon, string Title, string Text, LinkTo? Action = null, LinkTo? Other = null);

public sealed record LinkTo(string Text, string Url);

/// <summary>"Show more" at the end of a keyset page. Model of <c>_Pager</c>.</summary>
/// <param name="NextUrl">The same page after the last row shown; null when there is nothing more.</param>
/// <param name="Columns">How many columns the table has; 0 when the rows are not a table.</param>
public sealed record Pager(string? NextUrl, int Columns = 0);

/// <summary>
/// A column heading that sorts: the address is the list sorted by this column (the other way round when it is already), the direction
/// "ascending", "descending" or null when the list is not sorted by this column. Model of <c>_Sort</c>.
/// </summary>
public sealed record SortLink(string Text, string Url, string? Direction, bool IsNumber = false);
