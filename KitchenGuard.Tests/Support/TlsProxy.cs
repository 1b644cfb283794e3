using System.Net;

namespace KitchenGuard.Tests.Support;

/// <summary>Stands for the proxy that ends TLS before a process in Production: says so to the process, and gives Secure cookies back.</summary>
public sealed class TlsProxy() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    private readonly CookieContainer _cookies = new();

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var outside = new UriBuilder(request.RequestUri!) { Scheme = Uri.UriSchemeHttps }.Uri;
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (_cookies.GetCookieHeader(outside) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(outside, cookie);
        }

        return answer;
    }
}
