using System.Text.RegularExpressions;

namespace KitchenGuard.Bench;

/// <summary>Somebody with a browser but without JavaScript. Carries cookies by hand: they are Secure, and the loopback is plain http.</summary>
internal sealed partial class Visitor(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>The cookies as a request header has them.</summary>
    public string Cookie => string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));

    public void Dispose() => _client.Dispose();

    public async Task<string> ReadAsync(string url)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, url));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form of a page; its token is fetched first.</summary>
    /// <returns>Where the answer leads to; null: nowhere.</returns>
    public async Task<Uri?> PostAsync(string page, string url, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = form };
        request.Headers.Add("RequestVerificationToken", Token().Match(await ReadAsync(page)).Groups[1].Value);
        using var answer = await SendAsync(request);
        return (int)answer.StatusCode < 400
            ? answer.Headers.Location
            : throw new InvalidOperationException($"{url} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        // As the proxy does that ends TLS before the program.
        request.Headers.Add("X-Forwarded-Proto", "https");
        var answer = await _client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : ("", "");
            _cookies[name] = value;
        }

        return answer;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
