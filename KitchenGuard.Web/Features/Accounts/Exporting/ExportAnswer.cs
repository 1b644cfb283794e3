using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace KitchenGuard.Web.Features.Accounts.Exporting;

/// <summary>The headers of the zip, the same for page and API.</summary>
internal static class ExportAnswer
{
    /// <summary>The zip's type.</summary>
    public const string ContentType = "application/zip";

    /// <summary>Begins the answer.</summary>
    /// <returns>What takes the zip.</returns>
    public static Stream Begin(HttpResponse response, TimeProvider clock)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"kitchenguard-{clock.GetUtcNow():yyyy-MM-dd}.zip"));
        (response.ContentType, response.Headers.ContentDisposition, response.Headers.CacheControl) = (ContentType, disposition.ToString(), "no-store");
        return response.Body;
    }
}
