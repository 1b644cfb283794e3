using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts.Factors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace KitchenGuard.Tests.Accounts;

/// <summary>Codes of an app and codes on paper: what sets them up, what they open, and how often.</summary>
public sealed partial class SecondFactorTests(SessionApp app) : IClassFixture<SessionApp>
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_app_is_set_up_by_picture_or_key_and_its_first_code()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        var start = await KitchenGuardApp.PostFormAsync(pages, "/account/second-factor?handler=Start", [], "/account/second-factor");
        Assert.Equal("/account/second-factor/app", start.Headers.Location?.ToString());
        var page = await pages.GetStringAsync(new Uri("/account/second-factor/app", UriKind.Relative), Ct);
        Assert.Contains("src=\"data:image/png;base64,", page, StringComparison.Ordinal);
        var key = KeyPattern().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains($"otpauth://totp/KitchenGuard:", page, StringComparison.Ordinal);
        Assert.Contains(key, page, StringComparison.Ordinal);
        Assert.Equal(32, key.Length);
        // The page looked at again shows the same key: a reload after scanning spoils nothing.
        Assert.Contains(key, await pages.GetStringAsync(new Uri("/account/second-factor/app", UriKind.Relative), Ct), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ConfirmAsync(pages, "000000")).StatusCode);
        Assert.Equal("/dashboard", (await LoginAsync(owner)).Location);
        var confirmed = await (await ConfirmAsync(pages, Code(key))).Content.ReadAsStringAsync(Ct);
        var codes = RecoveryPattern().Matches(confirmed).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], await pages.GetStringAsync(new Uri("/account/second-factor", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal("/login/code", (await LoginAsync(owner)).Location);
        Assert.Contains("An app that shows codes was set up", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        Assert.Contains("factor.authenticator_added", await AuditAsync(owner));

        using var file = await KitchenGuardApp.PostFormAsync(pages, "/account/second-factor?handler=Download", new() { ["codes"] = codes[0] }, "/account/second-factor");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(codes[0] + "\n", await file.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task The_database_holds_neither_key_nor_codes()
    {
        var (owner, key, codes) = await WithAppAsync();
        await using var connection = new Npgsql.NpgsqlConnection(app.SuperuserConnectionString);
        await connection.OpenAsync(Ct);
        await using var command = new Npgsql.NpgsqlCommand(
            "select string_agg(t, ' ') from (select a::text t from auth.authenticators a where user_id = $1 union all select c::text from auth.recovery_codes c where user_id = $1 union all select u::text from auth.users u where id = $1) x", connection)
        {
            Parameters = { new() { Value = owner.UserId } },
        };
        var stored = (string)(await command.ExecuteScalarAsync(Ct))!;
        Assert.Contains("$2a$", stored, StringComparison.Ordinal);
        foreach (var secret in codes.Concat(codes.Select(c => c.Replace("-", "", StringComparison.Ordinal))).Append(key).Append(Convert.ToBase64String(Base32Encoding.ToBytes(key))).Append(Convert.ToHexString(Base32Encoding.ToBytes(key))))
        {
            Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Nobody_is_signed_in_between_password_and_code()
    {
        var (owner, key, _) = await WithAppAsync();
        var before = await SessionsAsync(owner);
        var (browser, location) = await LoginAsync(owner);
        Assert.Equal("/login/code", location);
        Assert.StartsWith("http://localhost/login", (await browser.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await SessionsAsync(owner));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CodeAsync(browser, "000000")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await CodeAsync(browser, "")).StatusCode);
        Assert.Equal(before, await SessionsAsync(owner));
        Assert.Equal("/dashboard", (await CodeAsync(browser, Code(key))).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(SecondFactor.Authenticator, (await SessionsAsync(owner))[^1]);
        using var stranger = app.Anonymous();
        Assert.Equal("/login", (await stranger.GetAsync(new Uri("/login/code", UriKind.Relative), Ct)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_code_is_good_once_on_all_instances_also_all_at_once()
    {
        var (owner, key, _) = await WithAppAsync();
        var ticket = await TicketAsync(owner);
        var code = Code(key);
        using var second = app.Second.CreateClient();
        using var first = app.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? first : second).PostAsJsonAsync("/api/auth/login/code", new { ticket, code }, Ct)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        // Nor is the one before it, which was good a moment ago.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await LoginByApiAsync(ticket, Code(key, -1)));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Clocks_may_differ_by_half_a_minute(int steps, bool works)
    {
        var (owner, key, _) = await WithAppAsync();
        app.Clock.Advance(4 * Step);
        Assert.Equal(works ? HttpStatusCode.OK : HttpStatusCode.UnprocessableEntity, await LoginByApiAsync(await TicketAsync(owner), Code(key, steps)));
    }

    [Fact]
    public async Task Guessing_ends_after_five_tries_wherever_they_come_from()
    {
        var (owner, key, codes) = await WithAppAsync();
        var ticket = await TicketAsync(owner);
        using var second = app.Second.CreateClient();
        using var first = app.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? first : second).PostAsJsonAsync("/api/auth/login/code", new { ticket, code = $"00000{i % 10}" }, Ct)));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests && a.Headers.RetryAfter is not null));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginByApiAsync(ticket, Code(key)));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginByApiAsync(await TicketAsync(owner), codes[0]));
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, await LoginByApiAsync(await TicketAsync(owner), Code(key)));
    }

    [Fact]
    public async Task The_second_step_takes_five_minutes_at_most_and_belongs_to_that_password()
    {
        var (owner, key, _) = await WithAppAsync();
        var ticket = await TicketAsync(owner);
        app.Clock.Advance(SignInTickets.Lifetime + TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginByApiAsync(ticket, Code(key)));
        var later = await TicketAsync(owner);
        using (var scope = app.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == owner.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.SecurityStamp, "another"), Ct);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await LoginByApiAsync(later, Code(key)));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginByApiAsync(later[..^4] + "AAAA", Code(key)));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginByApiAsync("nonsense", Code(key)));
    }

    [Fact]
    public async Task A_wrong_password_is_answered_alike_with_and_without_a_second_factor()
    {
        var (with, _, _) = await WithAppAsync();
        var without = await app.RegisterAsync();
        using var client = app.Anonymous();
        var answers = new List<string>();
        foreach (var login in new[] { with.Email, without.Email, "nobody@restaurant.example" })
        {
            var answer = await client.PostAsJsonAsync("/api/auth/login", new { login, password = "not this one" }, Ct);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync(Ct));
        }

        Assert.Single(answers.Distinct());
        Assert.DoesNotContain("ticket", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_is_told()
    {
        var (owner, _, codes) = await WithAppAsync();
        var (browser, _) = await LoginAsync(owner);
        Assert.Contains("One of the codes you kept", await browser.GetStringAsync(new Uri("/login/code?recovery=true", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal("/dashboard", (await CodeAsync(browser, $" {codes[3].ToUpperInvariant().Replace('-', ' ')} ")).Headers.Location?.ToString());
        Assert.Equal(SecondFactor.RecoveryCode, (await SessionsAsync(owner))[^1]);
        Assert.Contains("You have 9 left", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        Assert.Contains("factor.recovery_code_used", await AuditAsync(owner));
        var ticket = await TicketAsync(owner);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await LoginByApiAsync(ticket, codes[3]));
        using var client = app.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.PostAsJsonAsync("/api/auth/login/code", new { ticket, recoveryCode = codes[4] }, Ct)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
    }

    [Fact]
    public async Task New_recovery_codes_void_those_before()
    {
        var (owner, key, codes) = await WithAppAsync();
        using var api = await ApiAsync(owner, key);
        var renewed = await api.PostAsync(new Uri("/api/auth/second-factor/recovery-codes", UriKind.Relative), null, Ct);
        var fresh = (await renewed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("recoveryCodes").EnumerateArray().Select(e => e.GetString()!).ToList();
        Assert.Equal(RecoveryCodes.Count, fresh.Count);
        var ticket = await TicketAsync(owner);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await LoginByApiAsync(ticket, codes[0]));
        Assert.Equal(HttpStatusCode.OK, await LoginByApiAsync(ticket, fresh[0]));
    }

    [Fact]
    public async Task Another_phone_takes_the_place_of_the_first_once_its_code_was_right()
    {
        var (owner, key, codes) = await WithAppAsync();
        using var api = await ApiAsync(owner, key);
        var other = (await (await api.PostAsync(new Uri("/api/auth/second-factor/authenticator", UriKind.Relative), null, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("key").GetString()!;
        app.Clock.Advance(2 * Step);
        Assert.Equal(HttpStatusCode.OK, await LoginByApiAsync(await TicketAsync(owner), Code(key)));
        var confirmed = await api.PostAsJsonAsync("/api/auth/second-factor/authenticator/confirm", new { code = Code(other) }, Ct);
        Assert.Equal(0, (await confirmed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("recoveryCodes").GetArrayLength());
        app.Clock.Advance(2 * Step);
        var ticket = await TicketAsync(owner);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await LoginByApiAsync(ticket, Code(key)));
        Assert.Equal(HttpStatusCode.OK, await LoginByApiAsync(ticket, Code(other)));
        Assert.Equal(HttpStatusCode.OK, await LoginByApiAsync(await TicketAsync(owner), codes[0]));
    }

    [Fact]
    public async Task Turned_off_the_password_is_enough_and_the_codes_are_gone()
    {
        var (owner, key, _) = await WithAppAsync();
        using var api = await ApiAsync(owner, key);
        Assert.True((await MeAsync(api)).GetProperty("enabled").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(new Uri("/api/auth/second-factor/authenticator", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal("""{"enabled":false,"authenticatorSince":null,"passkeys":[],"recoveryCodesLeft":0}""", (await MeAsync(api)).GetRawText());
        Assert.Equal("/dashboard", (await LoginAsync(owner)).Location);
        Assert.Contains("was taken off your account", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        Assert.Contains("factor.authenticator_removed", await AuditAsync(owner));
    }

    [Fact]
    public async Task Another_password_takes_the_second_factor_too()
    {
        var (owner, key, _) = await WithAppAsync();
        using var pages = (await LoginAsync(owner)).Browser;
        await CodeAsync(pages, Code(key));
        app.Clock.Advance(2 * Step);
        using var api = app.Api(owner with { AccessToken = await TokenAsync(owner, Code(key)) });
        // The proof is over, the token not quite.
        app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(14));
        var change = new { present = owner.Password, password = "violet rocket onion" };
        Assert.Equal("reauthentication_required", await CodeOfAsync(api.PutAsJsonAsync("/api/auth/password", change, Ct)));
        var sent = await KitchenGuardApp.PostFormAsync(
            pages, "/account?handler=Password", new() { ["Password.Present"] = owner.Password, ["Password.Password"] = "violet rocket onion" }, "/account");
        Assert.Equal("/account/prove?returnUrl=%2Faccount&again=true", sent.Headers.Location?.ToString());
        Assert.Equal("/login/code", (await LoginAsync(owner)).Location);
        Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsJsonAsync("/api/auth/prove", new { password = owner.Password, code = Code(key) }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsJsonAsync("/api/auth/password", change, Ct)).StatusCode);
    }

    [Fact]
    public async Task With_the_last_factor_no_session_has_shown_one_any_more()
    {
        var (owner, key, _) = await WithAppAsync();
        using var api = await ApiAsync(owner, key);
        Assert.Equal(SecondFactor.Authenticator, (await SessionsAsync(owner))[^1]);
        await api.DeleteAsync(new Uri("/api/auth/second-factor/authenticator", UriKind.Relative), Ct);
        Assert.All(await SessionsAsync(owner), Assert.Null);
    }

    [Fact]
    public async Task Two_first_factors_at_once_make_one_set_of_recovery_codes()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var pending = await (await api.PostAsync(new Uri("/api/auth/second-factor/authenticator", UriKind.Relative), null, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        var code = Code(pending.GetProperty("key").GetString()!);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.PostAsJsonAsync("/api/auth/second-factor/authenticator/confirm", new { code }, Ct)));
        var given = 0;
        foreach (var answer in answers.Where(a => a.StatusCode == HttpStatusCode.OK))
        {
            given += (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("recoveryCodes").GetArrayLength();
        }

        Assert.Equal(RecoveryCodes.Count, given);
        Assert.DoesNotContain(answers, a => (int)a.StatusCode >= 500);
        using var scope = app.Services.CreateScope();
        Assert.Equal(RecoveryCodes.Count, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().RecoveryCodes.CountAsync(c => c.UserId == owner.UserId, Ct));
    }

    [Fact]
    public async Task Slow_guessing_comes_to_the_days_limit_and_is_told()
    {
        var (owner, key, codes) = await WithAppAsync();
        for (var i = 0; i < TakeFactor.DayLimit; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(6));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await LoginByApiAsync(await TicketAsync(owner), i % 2 == 0 ? "000000" : "aaaaa-aaaaa"));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginByApiAsync(await TicketAsync(owner), Code(key)));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginByApiAsync(await TicketAsync(owner), codes[0]));
        Assert.Single(await app.MailsAsync(owner.Email), mail => mail.Contains("Too many wrong codes", StringComparison.Ordinal));
        Assert.Contains("factor.codes_refused", await AuditAsync(owner));
        app.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await LoginByApiAsync(await TicketAsync(owner), Code(key)));
    }

    [Fact]
    public async Task To_prove_oneself_again_takes_the_second_factor_too()
    {
        var (owner, key, _) = await WithAppAsync();
        using var api = await ApiAsync(owner, key);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        using var later = app.Api(owner with { AccessToken = await TokenAsync(owner, Code(key)) });
        app.Clock.Advance(TimeSpan.FromMinutes(9.9));
        app.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("code_missing", await CodeOfAsync(later.PostAsJsonAsync("/api/auth/prove", new { password = owner.Password }, Ct)));
        Assert.Equal("wrong_code", await CodeOfAsync(later.PostAsJsonAsync("/api/auth/prove", new { password = owner.Password, code = "000000" }, Ct)));
        Assert.Equal("wrong_password", await CodeOfAsync(later.PostAsJsonAsync("/api/auth/prove", new { password = "not this one", code = Code(key) }, Ct)));
        Assert.Equal("reauthentication_required", await CodeOfAsync(later.PostAsync(new Uri("/api/auth/second-factor/recovery-codes", UriKind.Relative), null, Ct)));
        Assert.Equal(HttpStatusCode.NoContent, (await later.PostAsJsonAsync("/api/auth/prove", new { password = owner.Password, code = Code(key) }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await later.PostAsync(new Uri("/api/auth/second-factor/recovery-codes", UriKind.Relative), null, Ct)).StatusCode);
    }

    private string Code(string key, int steps = 0) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp((app.Clock.GetUtcNow() + (steps * Step)).UtcDateTime);

    /// <summary>Somebody with an app whose first code was taken a while ago.</summary>
    private async Task<(Owner Owner, string Key, IReadOnlyList<string> Codes)> WithAppAsync()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var pending = await (await api.PostAsync(new Uri("/api/auth/second-factor/authenticator", UriKind.Relative), null, Ct)).Content.ReadFromJsonAsync<JsonElement>(Ct);
        var key = pending.GetProperty("key").GetString()!;
        var confirmed = await api.PostAsJsonAsync("/api/auth/second-factor/authenticator/confirm", new { code = Code(key) }, Ct);
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        app.Clock.Advance(2 * Step);
        return (owner, key, [.. (await confirmed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("recoveryCodes").EnumerateArray().Select(e => e.GetString()!)]);
    }

    private async Task<HttpClient> ApiAsync(Owner owner, string key)
    {
        var client = app.Api(owner with { AccessToken = await TokenAsync(owner, Code(key)) });
        app.Clock.Advance(2 * Step);
        return client;
    }

    private async Task<string> TokenAsync(Owner owner, string code)
    {
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/login/code", new { ticket = await TicketAsync(owner), code }, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("accessToken").GetString()!;
    }

    private async Task<string> TicketAsync(Owner owner)
    {
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal("second_factor_required", problem.GetProperty("code").GetString());
        return problem.GetProperty("ticket").GetString()!;
    }

    private async Task<HttpStatusCode> LoginByApiAsync(string ticket, string code)
    {
        using var client = app.Anonymous();
        return (await client.PostAsJsonAsync("/api/auth/login/code", new { ticket, code }, Ct)).StatusCode;
    }

    private async Task<(HttpClient Browser, string? Location)> LoginAsync(Owner owner)
    {
        var client = app.Anonymous();
        var answer = await KitchenGuardApp.PostFormAsync(client, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        return (client, answer.Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> CodeAsync(HttpClient browser, string code) => KitchenGuardApp.PostFormAsync(browser, "/login/code", new() { ["Code"] = code });

    private static Task<HttpResponseMessage> ConfirmAsync(HttpClient pages, string code) =>
        KitchenGuardApp.PostFormAsync(pages, "/account/second-factor/app", new() { ["Input.Code"] = code });

    private static async Task<string?> CodeOfAsync(Task<HttpResponseMessage> asked) =>
        (await (await asked).Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString();

    private static async Task<JsonElement> MeAsync(HttpClient api) => (await api.GetFromJsonAsync<JsonElement>("/api/auth/me", Ct)).GetProperty("secondFactor");

    private async Task<List<SecondFactor?>> SessionsAsync(Owner owner)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Sessions.Where(s => s.UserId == owner.UserId).OrderBy(s => s.Id).Select(s => s.SecondFactor).ToListAsync(Ct);
    }

    private async Task<List<string>> AuditAsync(Owner owner)
    {
        using var scope = app.Inside(owner.RestaurantId);
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().AuditEntries.Where(e => e.UserId == owner.UserId).Select(e => e.Action).ToListAsync(Ct);
    }

    [GeneratedRegex("<p class=\"key\"><code>([A-Z2-7 ]+)</code>")]
    private static partial Regex KeyPattern();

    [GeneratedRegex("<li><code>([a-z2-9]{5}-[a-z2-9]{5})</code>")]
    private static partial Regex RecoveryPattern();
}
