namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What the headers of an export begin with says whose they are, not what they mean.</summary>
internal static class HeaderPrefix
{
    /// <summary>Exports of some programs write "HB.name, HB.quantity": what all headers begin with, up to a point or colon, says nothing.</summary>
    internal static IEnumerable<string> Without(IReadOnlyList<string> headers)
    {
        var first = headers.FirstOrDefault(header => header.Length > 0) ?? "";
        var end = first.AsSpan().IndexOfAny('.', ':') + 1;
        var prefix = first[..end];
        return end > 1 && headers.Count > 1 && headers.All(header => header.Length == 0 || header.StartsWith(prefix, StringComparison.Ordinal))
            ? headers.Select(header => header.Length == 0 ? header : header[end..])
            : headers;
    }
}
