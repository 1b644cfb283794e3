namespace KitchenGuard.Web.Platform.Htmx;

/// <summary>What a request from htmx 4 says about the answer it wants.</summary>
public static class HtmxRequest
{
    public const string TypeHeader = "HX-Request-Type";

    /// <summary>
    /// True when htmx will swap the answer into a part of the page, so the page answers with a fragment. Also marks the response
    /// as varying by that header, so that no cache and no history entry shows a fragment as a page.
    /// </summary>
    public static bool WantsFragment(this HttpRequest request)
    {
        var response = request.HttpContext.Response;
        if (!response.HasStarted && !response.Headers.Vary.Contains(TypeHeader))
        {
            response.Headers.Append("Vary", TypeHeader);
        }

        return request.Headers[TypeHeader] == "partial";
    }

    /// <summary>True for any request htmx sends, whatever it does with the answer.</summary>
    public static bool IsHtmx(this HttpRequest request) => request.Headers["HX-Request"] == "true";

    /// <summary>Puts another address into the browser's address bar without a new history entry (search as you type).</summary>
    public static void ReplaceUrl(this HttpResponse response, string url) => response.Headers["HX-Replace-Url"] = url;
}
