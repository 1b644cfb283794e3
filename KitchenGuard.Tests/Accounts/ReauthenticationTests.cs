using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts.Proving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

/// <summary>What would keep a thief of an open session in, or its owner out, is only done by who proved lately who they are.</summary>
public sealed class ReauthenticationTests(SessionApp app) : IClassFixture<SessionApp>
{
    private static readonly TimeSpan Later = RecentProof.Lasts + TimeSpan.FromSeconds(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private const string Acts = "{id:guid}/{act:regex(^(lock|unlock|reset-password|remove-second-factor|end-sessions)$)}";

    /// <summary>What operators do to accounts.</summary>
    private static readonly string[] Operators =
    [
        "GET /operations/users/" + Acts, "POST /operations/users/" + Acts, "POST /api/operations/users/{id:guid}/end-sessions", "POST /api/operations/users/{id:guid}/lock",
        "POST /api/operations/users/{id:guid}/remove-second-factor", "POST /api/operations/users/{id:guid}/reset-password", "POST /api/operations/users/{id:guid}/unlock",
    ];

    /// <summary>Everything that asks; a new one has to be added here, one that asks no more is missed here.</summary>
    public static string[] Marked { get; } =
    [
        "DELETE /api/auth/second-factor/authenticator", "DELETE /api/auth/second-factor/passkeys/{id}", "GET /account/second-factor/app", "POST /account/second-factor/app",
        "POST /account/second-factor?handler=AddPasskey", "POST /account/second-factor?handler=Codes", "POST /account/second-factor?handler=PasskeyOptions",
        "POST /account/second-factor?handler=RemoveApp", "POST /account/second-factor?handler=RemovePasskey", "POST /account/second-factor?handler=Start",
        "POST /api/auth/second-factor/authenticator", "POST /api/auth/second-factor/authenticator/confirm",
        "POST /api/auth/second-factor/recovery-codes", "POST /settings?handler=SecondFactor", "PUT /api/restaurant/second-factor",
        "DELETE /api/restaurant/deletion", "GET /account/delete", "GET /api/restaurant/export", "GET /settings/delete", "GET /settings/export", "POST /account/delete",
        "POST /api/auth/deletion", "POST /api/restaurant/deletion", "POST /settings/delete", "POST /settings/delete?handler=Keep", "POST /settings/export",
        "GET /members/invite", "POST /account?handler=Email", "POST /api/auth/email", "POST /api/invitations/", "POST /api/members/{id:guid}/ownership",
        "POST /devices?handler=Enrol", "POST /members/invite", "POST /members/{id:guid}", "GET /members/{id:guid}/transfer", "POST /members/{id:guid}/transfer", "PUT /api/members/{id:guid}",
        .. Operators,
    ];

    public static TheoryData<string> Pages => [.. Marked.Except(Operators).Where(m => !m.Contains("/api/", StringComparison.Ordinal))];

    [Fact]
    public async Task What_asks_for_the_proof_is_listed() =>
        Listed.Is(Marked, (await RouteTable.ReadAsync(app.Services)).Where(r => r.Marks<RequiresProofAttribute>()).Select(r => r.Name));

    [Fact]
    public async Task A_sign_in_is_a_proof_for_ten_minutes()
    {
        var (owner, cook) = await TeamAsync();
        using var pages = await app.PagesAsync(owner);
        app.Clock.Advance(RecentProof.Lasts - TimeSpan.FromSeconds(1));
        Assert.Equal("/members", await ChangeAsync(pages, cook, Role.BarStaff));
        Assert.Equal(Role.BarStaff, await RoleAsync(cook));
        app.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.StartsWith("/account/prove?returnUrl=", await ChangeAsync(pages, cook, Role.Manager), StringComparison.Ordinal);
        Assert.Equal(Role.BarStaff, await RoleAsync(cook));
    }

    [Fact]
    public async Task The_page_asks_for_the_password_and_leads_back_with_nothing_done()
    {
        var (owner, cook) = await TeamAsync();
        using var pages = await app.PagesAsync(owner);
        app.Clock.Advance(Later);
        var page = $"/members/{await app.MemberIdAsync(cook)}";
        var ask = (await ChangeAsync(pages, cook, Role.Manager))!;
        Assert.Contains("Nothing was changed yet", await pages.GetStringAsync(new Uri(ask, UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ProveAsync(pages, ask, "not this one")).StatusCode);
        Assert.StartsWith("/account/prove", await ChangeAsync(pages, cook, Role.Manager), StringComparison.Ordinal);
        var proved = await ProveAsync(pages, ask, owner.Password);
        Assert.Equal(page, proved.Headers.Location?.ToString());
        Assert.Contains("nothing was changed yet", await pages.GetStringAsync(new Uri(page, UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Equal(Role.KitchenStaff, await RoleAsync(cook));
        Assert.Equal("/members", await ChangeAsync(pages, cook, Role.Manager));
        Assert.Equal(Role.Manager, await RoleAsync(cook));
    }

    [Fact]
    public async Task One_session_proves_nothing_for_another_of_the_same_person()
    {
        var (owner, cook) = await TeamAsync();
        using var here = await app.PagesAsync(owner);
        using var there = await app.PagesAsync(owner);
        app.Clock.Advance(Later);
        await ProveAsync(here, "/account/prove", owner.Password);
        Assert.Equal("/members", await ChangeAsync(here, cook, Role.BarStaff));
        Assert.StartsWith("/account/prove", await ChangeAsync(there, cook, Role.Manager), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example", "/account")]
    [InlineData("/\\evil.example", "/account")]
    [InlineData("https://evil.example/account", "/account")]
    [InlineData("javascript:alert(1)", "/account")]
    [InlineData("/members/invite?x=1", "/members/invite?x=1")]
    public async Task It_leads_back_to_places_of_this_site_only(string asked, string led)
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        var answer = await ProveAsync(pages, "/account/prove?returnUrl=" + Uri.EscapeDataString(asked), owner.Password);
        Assert.Equal(led, answer.Headers.Location?.ToString());
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_page_asks_and_changes_nothing(string name)
    {
        var owner = await app.RegisterAsync();
        var its = Tenancy.Belongings.Unknown with { Member = await app.MemberIdAsync(await app.JoinAsync(owner, Role.KitchenStaff)) };
        using var pages = await app.PagesAsync(owner);
        var token = System.Text.RegularExpressions.Regex.Match(await pages.GetStringAsync(new Uri("/members", UriKind.Relative), Ct), "name=\"csrf\" content=\"([^\"]+)\"").Groups[1].Value;
        pages.DefaultRequestHeaders.Add("RequestVerificationToken", token);
        app.Clock.Advance(Later);
        foreach (var isHtmx in new[] { false, true })
        {
            using var request = Tenancy.KnownRoutes.All.Single(r => r.Name == name).Call(its);
            if (isHtmx)
            {
                request.Headers.Add("HX-Request", "true");
                request.Headers.Add("HX-Current-URL", "http://localhost/members?x=1");
            }

            using var answer = await pages.SendAsync(request, Ct);
            Assert.Equal(isHtmx ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.StatusCode);
            var to = isHtmx ? answer.Headers.GetValues("HX-Redirect").Single() : answer.Headers.Location!.ToString();
            Assert.StartsWith("/account/prove?returnUrl=" + (isHtmx ? "%2Fmembers%3Fx%3D1" : ""), to, StringComparison.Ordinal);
            Assert.DoesNotContain("handler", to, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_script_gets_a_problem_and_proves_by_a_call()
    {
        var (owner, cook) = await TeamAsync();
        using var api = await LaterAsync(owner);
        var url = $"/api/members/{await app.MemberIdAsync(cook)}";
        var refused = await api.PutAsJsonAsync(url, new { role = "manager" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("reauthentication_required", (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.PostAsJsonAsync("/api/auth/prove", new { password = "wrong" }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsJsonAsync("/api/auth/prove", new { password = owner.Password }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PutAsJsonAsync(url, new { role = "manager" }, Ct)).StatusCode);
    }

    [Fact]
    public async Task Guessing_ends_after_five_tries_also_all_at_once()
    {
        using var api = app.Api(await app.RegisterAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => api.PostAsJsonAsync("/api/auth/prove", new { password = $"guess {i}" }, Ct)));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task An_invitation_taken_up_by_a_script_proves_nothing_anew()
    {
        var (owner, cook) = await TeamAsync();
        var other = await app.RegisterAsync();
        using (var inviting = app.Api(owner))
        {
            Assert.Equal(HttpStatusCode.Created, (await inviting.PostAsJsonAsync("/api/invitations", new { email = other.Email, role = "manager" }, Ct)).StatusCode);
        }

        using var api = await LaterAsync(other);
        var token = (await app.LinkToAsync(other.Email))["/join?token=".Length..];
        var joined = await api.PostAsJsonAsync("/api/invitations/join", new { token }, Ct);
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
        using var there = app.Api(other with { AccessToken = (await joined.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("accessToken").GetString()! });
        var refused = await there.PutAsJsonAsync($"/api/members/{await app.MemberIdAsync(cook)}", new { role = "viewer" }, Ct);
        Assert.Equal("reauthentication_required", (await refused.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
        // It is the same session: ended, both of its tokens are.
        Assert.Equal(HttpStatusCode.NoContent, (await there.PostAsync(new Uri("/api/auth/logout", UriKind.Relative), null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
    }

    private async Task<(Owner Owner, Owner Cook)> TeamAsync()
    {
        var owner = await app.RegisterAsync();
        return (owner, await app.JoinAsync(owner, Role.KitchenStaff));
    }

    /// <summary>A script that signed in a while ago. A refresh token proves that it goes on, not who sits at it.</summary>
    private async Task<HttpClient> LaterAsync(Owner owner)
    {
        using var login = app.Anonymous();
        var answer = await login.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        var refresh = (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("refreshToken").GetString();
        app.Clock.Advance(Later);
        var renewed = await login.PostAsJsonAsync("/api/auth/refresh", new { refreshToken = refresh }, Ct);
        return app.Api(owner with { AccessToken = (await renewed.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("accessToken").GetString()! });
    }

    private async Task<string?> ChangeAsync(HttpClient pages, Owner member, Role role)
    {
        var page = $"/members/{await app.MemberIdAsync(member)}";
        return (await KitchenGuardApp.PostFormAsync(pages, page, new() { ["role"] = role.ToString() })).Headers.Location?.ToString();
    }

    private async Task<Role> RoleAsync(Owner member)
    {
        using var scope = app.Inside(member.RestaurantId);
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Members.Where(m => m.UserId == member.UserId).Select(m => m.Role).SingleAsync(Ct);
    }

    private static Task<HttpResponseMessage> ProveAsync(HttpClient pages, string ask, string password) =>
        KitchenGuardApp.PostFormAsync(pages, ask, new() { ["Input.Password"] = password });
}
