using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Operations;

/// <summary>What operators do to accounts counts at once, is told where it should be, and never turns against operators.</summary>
public sealed class InterventionTests(OperationsApp app) : IClassFixture<OperationsApp>
{
    private const string Reason = "Reported as stolen, ticket 4711.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Locking_by_the_page_asks_why_and_keeps_the_user_out_at_once()
    {
        var (owner, other, someone) = (await app.RegisterAsync(), await app.RegisterAsync(), await app.OperatorAsync());
        await JoinAsync(owner, other);
        using var theirs = await app.PagesAsync(owner);
        using var token = app.Api(owner);
        using var pages = await app.PagesAsync(someone);
        var url = $"/operations/users/{owner.UserId}/lock";

        var silent = await KitchenGuardApp.PostFormAsync(pages, url, new() { ["Input.Reason"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("Say why", await silent.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.True(await IsInAsync(theirs));

        var locked = await KitchenGuardApp.PostFormAsync(pages, url, new() { ["Input.Reason"] = $" {Reason} " });
        Assert.Equal($"/operations/users/{owner.UserId}", locked.Headers.Location?.ToString());
        Assert.False(await IsInAsync(theirs));
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(owner, owner.Password));
        Assert.Contains("The user is locked.", await pages.GetStringAsync(locked.Headers.Location, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await KitchenGuardApp.PostFormAsync(pages, url, new() { ["Input.Reason"] = Reason })).StatusCode);

        await KitchenGuardApp.PostFormAsync(pages, $"/operations/users/{owner.UserId}/unlock", new() { ["Input.Reason"] = Reason });
        Assert.False(await IsInAsync(theirs));
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(owner, owner.Password));
        Assert.Equal([Reason, Reason], await ReasonsAsync(owner, "user.locked", "user.unlocked"));
        foreach (var restaurant in new[] { owner.RestaurantId, other.RestaurantId })
        {
            await AssertToldAsync(restaurant, someone, "member.locked_by_operator", "member.unlocked_by_operator");
        }
    }

    [Fact]
    public async Task Lost_factors_are_taken_off_and_all_sessions_end()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorAsync());
        using var token = app.Api(owner);
        using var pages = await app.PagesAsync(someone);
        var url = $"/operations/users/{owner.UserId}/remove-second-factor";
        Assert.Equal(HttpStatusCode.Conflict, (await KitchenGuardApp.PostFormAsync(pages, url, new() { ["Input.Reason"] = Reason })).StatusCode);
        Assert.DoesNotContain(url, await pages.GetStringAsync(new Uri($"/operations/users/{owner.UserId}", UriKind.Relative), Ct), StringComparison.Ordinal);
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
            db.RecoveryCodes.Add(new RecoveryCode { Id = Guid.CreateVersion7(), UserId = owner.UserId, CodeHash = "none" });
            await db.SaveChangesAsync(Ct);
            await db.Users.Where(u => u.Id == owner.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true), Ct);
        }

        Assert.Contains(url, await pages.GetStringAsync(new Uri($"/operations/users/{owner.UserId}", UriKind.Relative), Ct), StringComparison.Ordinal);
        var done = await KitchenGuardApp.PostFormAsync(pages, url, new() { ["Input.Reason"] = Reason });
        Assert.Equal($"/operations/users/{owner.UserId}", done.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(owner, owner.Password));
        Assert.Contains("signed out everywhere", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        Assert.Equal([Reason], await ReasonsAsync(owner, "user.second_factor_removed"));
        await AssertToldAsync(owner.RestaurantId, someone, "factor.removed_by_operator");
        using var after = app.Services.CreateScope();
        Assert.False(await after.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().RecoveryCodes.AnyAsync(c => c.UserId == owner.UserId, Ct));
    }

    [Fact]
    public async Task A_demanded_password_leaves_only_the_mailed_link()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using var device = await app.DeviceAsync(owner, "Kitchen", cook);
        using var theirs = await app.PagesAsync(cook);
        using var token = app.Api(cook);
        using var api = app.Api(someone);
        Assert.Equal(HttpStatusCode.BadRequest, (await api.PostAsJsonAsync($"/api/operations/users/{cook.UserId}/reset-password", new { reason = " " }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsJsonAsync($"/api/operations/users/{cook.UserId}/reset-password", new { reason = Reason }, Ct)).StatusCode);

        Assert.False(await IsInAsync(theirs));
        Assert.False(await IsInAsync(device, "/kitchen"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(cook, cook.Password));
        var pin = await KitchenGuardApp.PostFormAsync(device, $"/device/{cook.UserId}", new() { ["pin"] = "2580" });
        Assert.NotEqual(HttpStatusCode.Redirect, pin.StatusCode);
        var set = await KitchenGuardApp.PostFormAsync(device, $"/device/{cook.UserId}?handler=Set", new() { ["password"] = cook.Password, ["pin"] = "9630" }, $"/device/{cook.UserId}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, set.StatusCode);
        Assert.Contains("do not go together", await set.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.False(await IsInAsync(device, "/kitchen"));

        var link = await app.LinkToAsync(cook.Email);
        const string next = "violet rocket onion";
        using var anybody = app.Anonymous();
        var done = await KitchenGuardApp.PostFormAsync(anybody, link, new() { ["Input.Password"] = next });
        Assert.Equal("/login", done.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await LoginAsync(cook, next));
        Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(cook, cook.Password));
        await AssertToldAsync(owner.RestaurantId, someone, "member.reset_by_operator");
        Assert.Equal([Reason], await ReasonsAsync(cook, "user.reset_forced"));
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("reset-password")]
    public async Task A_waiting_change_of_address_does_not_outlive_it(string act)
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        using var thief = app.Api(owner);
        var wanted = $"thief-{act}@elsewhere.example";
        Assert.Equal(HttpStatusCode.Accepted, (await thief.PostAsJsonAsync("/api/auth/email", new { email = wanted }, Ct)).StatusCode);
        var link = await app.LinkToAsync(wanted);
        using var api = app.Api(someone);
        Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsJsonAsync($"/api/operations/users/{owner.UserId}/{act}", new { reason = Reason }, Ct)).StatusCode);
        using var anybody = app.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri(link, UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task An_open_session_of_an_operator_does_nothing_to_accounts_without_a_fresh_proof()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorWithTokenAsync());
        using var pages = await app.PagesAsync(someone);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var act in new[] { "lock", "unlock", "reset-password", "remove-second-factor", "end-sessions" })
        {
            var page = await pages.GetAsync(new Uri($"/operations/users/{owner.UserId}/{act}", UriKind.Relative), Ct);
            Assert.StartsWith("/account/prove?returnUrl=%2Foperations%2Fusers%2F", page.Headers.Location?.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync(new Uri($"/operations/users/{owner.UserId}", UriKind.Relative), Ct)).StatusCode);
        Assert.Empty(await ReasonsAsync(owner, "user.locked"));
    }

    [Fact]
    public async Task One_session_or_all_are_ended_and_the_operators_own_is_kept()
    {
        var (owner, someone) = (await app.RegisterAsync(), await app.OperatorAsync());
        using var first = await app.PagesAsync(owner);
        var session = await SessionOfAsync(owner);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        using var second = await app.PagesAsync(owner);
        using var pages = await app.PagesAsync(someone);
        var url = $"/operations/users/{owner.UserId}/end-sessions";
        await KitchenGuardApp.PostFormAsync(pages, $"{url}?session={session}", new() { ["Input.Reason"] = Reason });
        Assert.False(await IsInAsync(first));
        Assert.True(await IsInAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync(new Uri($"{url}?session={session}", UriKind.Relative), Ct)).StatusCode);
        await KitchenGuardApp.PostFormAsync(pages, url, new() { ["Input.Reason"] = Reason });
        Assert.False(await IsInAsync(second));
        await AssertToldAsync(owner.RestaurantId, someone, "member.signed_out_by_operator", "member.signed_out_by_operator");

        app.Clock.Advance(TimeSpan.FromSeconds(1));
        using var elsewhere = await app.PagesAsync(someone);
        var own = $"/operations/users/{someone.UserId}/end-sessions";
        Assert.Equal(HttpStatusCode.Conflict, (await KitchenGuardApp.PostFormAsync(
            elsewhere, $"{own}?session={await SessionOfAsync(someone)}", new() { ["Input.Reason"] = Reason })).StatusCode);
        await KitchenGuardApp.PostFormAsync(elsewhere, own, new() { ["Input.Reason"] = Reason });
        Assert.False(await IsInAsync(pages, "/operations"));
        Assert.True(await IsInAsync(elsewhere, "/operations"));
    }

    [Fact]
    public async Task Operators_lock_neither_themselves_nor_each_other_but_whoever_only_claims_their_address()
    {
        var (someone, other) = (await app.OperatorWithTokenAsync(), await app.OperatorAsync());
        using var api = app.Api(someone);
        foreach (var operators in new[] { someone, other })
        {
            foreach (var act in new[] { "lock", "reset-password" })
            {
                var answer = await api.PostAsJsonAsync($"/api/operations/users/{operators.UserId}/{act}", new { reason = Reason }, Ct);
                Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
                Assert.Equal("is_operator", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
            }
        }

        Assert.Empty(await ReasonsAsync(other, "user.locked", "user.reset_forced"));
        using (var scope = app.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == other.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, false), Ct);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await api.PostAsJsonAsync($"/api/operations/users/{other.UserId}/lock", new { reason = Reason }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsJsonAsync($"/api/operations/users/{Guid.CreateVersion7()}/lock", new { reason = Reason }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsJsonAsync($"/api/operations/users/{someone.UserId}/unlock", new { reason = Reason }, Ct)).StatusCode);
    }

    private static async Task<bool> IsInAsync(HttpClient client, string url = "/dashboard") =>
        (await client.GetAsync(new Uri(url, UriKind.Relative), Ct)).StatusCode == HttpStatusCode.OK;

    private async Task<HttpStatusCode> LoginAsync(Owner owner, string password)
    {
        using var client = app.Anonymous();
        return (await client.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password }, Ct)).StatusCode;
    }

    private async Task JoinAsync(Owner person, Owner there)
    {
        using var scope = app.Inside(there.RestaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = there.RestaurantId, UserId = person.UserId, Role = Role.Viewer, CreatedAt = app.Clock.GetUtcNow() });
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>The latest that lives.</summary>
    private async Task<Guid> SessionOfAsync(Owner person)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Sessions.Where(s => s.UserId == person.UserId && s.EndedAt == null && s.Kind == SessionKind.Browser)
            .OrderByDescending(s => s.CreatedAt).Select(s => s.Id).FirstAsync(Ct);
    }

    private async Task<List<string?>> ReasonsAsync(Owner person, params string[] actions)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().OperatorEntries
            .Where(e => e.SubjectId == person.UserId && actions.Contains(e.Action)).OrderBy(e => e.Id).Select(e => e.Reason).ToListAsync(Ct);
    }

    /// <summary>The restaurant's log says what happened, and neither who did it, nor where from, nor why.</summary>
    private async Task AssertToldAsync(Guid restaurant, Owner someone, params string[] actions)
    {
        using var scope = app.Inside(restaurant);
        var told = await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().AuditEntries.Where(e => e.Action.EndsWith("_by_operator")).OrderBy(e => e.Id).ToListAsync(Ct);
        Assert.Equal(actions, told.Select(e => e.Action));
        Assert.All(told, entry => Assert.Equal((null, "KitchenGuard", null), (entry.UserId, entry.UserName, entry.Address)));
        var all = JsonSerializer.Serialize(told);
        Assert.DoesNotContain(someone.Email, all, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", all, StringComparison.Ordinal);
    }
}
