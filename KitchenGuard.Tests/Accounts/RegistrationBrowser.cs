using System.Net;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace KitchenGuard.Tests.Accounts;

/// <summary>Somebody who signs up, over HTTP and without JavaScript.</summary>
internal sealed partial class RegistrationBrowser(KitchenGuardApp app) : IDisposable
{
    public const string Password = "violet rocket onion";
    private readonly CookieContainer _cookies = new();
    private HttpClient? _opened;

    public string Email { get; } = $"anna{Guid.CreateVersion7():N}@restaurant.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HttpClient _client => _opened ??= app.Factory.CreateDefaultClient(new CookieContainerHandler(_cookies));

    public void Dispose() => _opened?.Dispose();

    public Task<HttpResponseMessage> GetAsync(string url) => _client.GetAsync(new Uri(url, UriKind.Relative), Ct);

    /// <summary>The page's text, entities decoded.</summary>
    public async Task<string> ReadAsync(string url) => WebUtility.HtmlDecode(await _client.GetStringAsync(new Uri(url, UriKind.Relative), Ct));

    public Task<HttpResponseMessage> SendPersonAsync(string? email = null, string password = Password) => KitchenGuardApp.PostFormAsync(
        _client, "/register", new() { ["Input.FullName"] = "Anna Cook", ["Input.Email"] = email ?? Email, ["Input.Phone"] = "+353 1 234", ["Input.Password"] = password });

    public Task<HttpResponseMessage> SendRestaurantAsync() => KitchenGuardApp.PostFormAsync(_client, "/register/restaurant", new()
    {
        ["Input.Name"] = "Chez Anna", ["Input.Address"] = "1 Quay Street", ["Input.TimeZone"] = "Europe/Dublin", ["Input.Currency"] = "EUR", ["Input.Locale"] = "en-IE",
    });

    /// <summary>Takes steps 1 and 2.</summary>
    public async Task<RegistrationBrowser> ReachFilesAsync()
    {
        Assert.Equal("/register/restaurant", (await SendPersonAsync()).Headers.Location?.ToString());
        Assert.Equal("/register/files", (await SendRestaurantAsync()).Headers.Location?.ToString());
        return this;
    }

    public Task<HttpResponseMessage> LayAsync(string department, string fileName, string content) =>
        LayAsync(department, fileName, System.Text.Encoding.UTF8.GetBytes(content));

    public async Task<HttpResponseMessage> LayAsync(string department, string fileName, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await TokenAsync()), "__RequestVerificationToken" },
            { new ByteArrayContent(content), "file", fileName },
        };
        return await _client.PostAsync(new Uri($"/register/files?handler=Upload&department={department}", UriKind.Relative), form, Ct);
    }

    public Task<HttpResponseMessage> PostFilesAsync(string query, Dictionary<string, string> fields) =>
        KitchenGuardApp.PostFormAsync(_client, "/register/files" + query, fields, "/register/files");

    public Task<HttpResponseMessage> SubmitAsync() => PostFilesAsync("", []);

    /// <summary>Submits as often as given, all at once.</summary>
    public async Task<HttpResponseMessage[]> SubmitAtOnceAsync(int times)
    {
        var token = await TokenAsync();
        return await Task.WhenAll(Enumerable.Range(0, times).Select(async _ =>
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token });
            return await _client.PostAsync(new Uri("/register/files", UriKind.Relative), form, Ct);
        }));
    }

    /// <summary>Submits, and later once more with the cookies from before, as a phone does that sends again.</summary>
    public async Task<HttpResponseMessage[]> SubmitTwiceAsync(Func<Task> between)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = await TokenAsync() });
        using var again = app.Factory.CreateDefaultClient();
        again.DefaultRequestHeaders.Add("Cookie", _cookies.GetCookieHeader(_client.BaseAddress!));
        var first = await SubmitAsync();
        await between();
        return [first, await again.PostAsync(new Uri("/register/files", UriKind.Relative), form, Ct)];
    }

    private async Task<string> TokenAsync() =>
        Token().Match(await _client.GetStringAsync(new Uri("/register/files", UriKind.Relative), Ct)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
