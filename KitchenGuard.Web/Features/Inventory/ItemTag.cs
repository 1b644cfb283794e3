using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>An item's version as ETag and If-Match.</summary>
internal static class ItemTag
{
    private const long Never = -1;

    public static void Write(HttpResponse response, long version) =>
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version asked for; null when any will do. A tag that is not one of ours matches nothing.</summary>
    public static long? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch;
        if (header.Count == 0)
        {
            return null;
        }

        if (!EntityTagHeaderValue.TryParseList(header, out var tags))
        {
            return Never;
        }

        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any)) ? null
            : tags is [{ IsWeak: false } tag] && long.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version
            : Never;
    }
}
