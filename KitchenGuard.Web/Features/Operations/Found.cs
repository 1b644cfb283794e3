using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>A page of a search and the address of the next. Model of <c>_Found</c> beside each list.</summary>
/// <typeparam name="T">The entry's type.</typeparam>
public sealed record Found<T>(IReadOnlyList<T> Lines, string? NextUrl)
{
    /// <summary>Of a page whose address is the list's with the words and the last entry.</summary>
    internal static Found<T> From(PageOf<T> page, string url, string? q) => new(page.Items, page.Next is null ? null : url + QueryString.Create(
        (string.IsNullOrWhiteSpace(q) ? [] : new Dictionary<string, string?> { ["q"] = q }).Append(KeyValuePair.Create<string, string?>("before", page.Next))));
}
