using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

public sealed class MembersTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_shows_members_with_role_and_invitations()
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using (var scope = app.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == cook.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastLoginAt, (DateTimeOffset?)null), Ct);
        }

        using var client = await app.PagesAsync(owner);
        await InviteAsync(client, "new@cooks.example", Role.BarStaff);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/members", UriKind.Relative), Ct));
        Assert.Contains(cook.Email, page);
        Assert.Contains("never signed in", page);
        Assert.Contains("new@cooks.example", page);
        Assert.Contains("The invitation is on its way to new@cooks.example.", page);

        using var api = app.Api(owner);
        var members = (await api.GetFromJsonAsync<JsonElement>("/api/members", Ct)).GetProperty("items");
        Assert.Equal(["owner", "kitchenStaff"], members.EnumerateArray().Select(m => m.GetProperty("role").GetString()));
        var invited = (await api.GetFromJsonAsync<JsonElement>("/api/invitations", Ct)).GetProperty("items")[0];
        Assert.Equal(("new@cooks.example", false), (invited.GetProperty("email").GetString(), invited.GetProperty("expired").GetBoolean()));
        Assert.DoesNotContain("oken", invited.ToString());
    }

    [Fact]
    public async Task The_database_has_only_the_hash_of_the_link()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        await InviteAsync(client, "hash@cooks.example", Role.Viewer);
        var link = await app.LinkToAsync("hash@cooks.example");
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.StartsWith("/join?token=", link);
        using var scope = app.Inside(owner.RestaurantId);
        var stored = await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Invitations.SingleAsync(Ct);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(token)), stored.TokenHash);
        Assert.Equal(TimeSpan.FromDays(7), stored.ExpiresAt - stored.CreatedAt);
    }

    [Fact]
    public async Task A_new_person_sets_name_and_password_and_is_in()
    {
        var owner = await app.RegisterAsync();
        using (var inviting = await app.PagesAsync(owner))
        {
            await InviteAsync(inviting, "Nina@cooks.example", Role.KitchenStaff);
        }

        var link = await app.LinkToAsync("Nina@cooks.example");
        using var client = app.Anonymous();
        Assert.Contains("Restaurant of", await client.GetStringAsync(new Uri(link, UriKind.Relative), Ct));
        foreach (var (name, password, said) in new[] { ("", "violet rocket onion", "Enter your name."), ("Nina", "short", "10 to 128"), ("Nina Cooks", "Nina@cooks.example", "name or e-mail address") })
        {
            var refused = await KitchenGuardApp.PostFormAsync(client, link, new() { ["Input.FullName"] = name, ["Input.Password"] = password });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(said, await refused.Content.ReadAsStringAsync(Ct));
        }

        var joined = await JoinAsync(client, link);
        Assert.Equal("/dashboard", joined.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/members", UriKind.Relative), Ct)).StatusCode);
        using var other = app.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(link, UriKind.Relative), Ct)).StatusCode);
        using var api = app.Api(owner);
        var members = (await api.GetFromJsonAsync<JsonElement>("/api/members", Ct)).GetProperty("items");
        Assert.Contains(members.EnumerateArray(), m => m.GetProperty("email").GetString() == "Nina@cooks.example" && m.GetProperty("role").GetString() == "kitchenStaff");
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_however_many_try_at_once()
    {
        var owner = await app.RegisterAsync();
        using (var inviting = await app.PagesAsync(owner))
        {
            await InviteAsync(inviting, "many@cooks.example", Role.Viewer);
        }

        var token = (await app.LinkToAsync("many@cooks.example"))["/join?token=".Length..];
        using var client = app.Anonymous();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            client.PostAsJsonAsync("/api/invitations/accept", new { token, fullName = $"Person {n}", password = "violet rocket onion" }, Ct)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.All(answers.Where(a => a.StatusCode != HttpStatusCode.Created), a => Assert.Contains(a.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Conflict }));
    }

    [Fact]
    public async Task Somebody_with_an_account_signs_in_and_joins_with_one_click()
    {
        var (owner, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        using (var inviting = await app.PagesAsync(owner))
        {
            await InviteAsync(inviting, other.Email, Role.Manager);
        }

        var link = await app.LinkToAsync(other.Email);
        using var client = app.Anonymous();
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(link, UriKind.Relative), Ct));
        Assert.DoesNotContain("Input.Password", page);
        Assert.Contains("/login?returnUrl=" + Uri.EscapeDataString(link), page);

        using var stranger = await app.PagesAsync(await app.RegisterAsync());
        Assert.Contains("signed in with another address", await stranger.GetStringAsync(new Uri(link, UriKind.Relative), Ct));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KitchenGuardApp.PostFormAsync(stranger, link, [], "/members/invite")).StatusCode);

        using var theirs = await app.PagesAsync(other);
        Assert.Equal("/dashboard", (await KitchenGuardApp.PostFormAsync(theirs, link, [])).Headers.Location?.ToString());
        Assert.Contains($"Restaurant of {owner.Email}", await theirs.GetStringAsync(new Uri("/dashboard", UriKind.Relative), Ct));
        Assert.Equal(HttpStatusCode.OK, (await theirs.GetAsync(new Uri("/members", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task Sending_again_ends_the_first_link_and_withdrawing_ends_them_all()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        await InviteAsync(client, "again@cooks.example", Role.Viewer);
        var first = await app.LinkToAsync("again@cooks.example");
        using var api = app.Api(owner);
        var id = (await api.GetFromJsonAsync<JsonElement>("/api/invitations", Ct)).GetProperty("items")[0].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Redirect, (await KitchenGuardApp.PostFormAsync(client, $"/members?handler=Resend&id={id}", [], "/members")).StatusCode);
        var second = await app.LinkToAsync("again@cooks.example");
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.Redirect, (await KitchenGuardApp.PostFormAsync(client, $"/members?handler=Withdraw&id={id}", [], "/members")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync("/join?token=nonsense"));

        async Task<HttpStatusCode> StatusAsync(string link) => (await app.Anonymous().GetAsync(new Uri(link, UriKind.Relative), Ct)).StatusCode;
    }

    [Fact]
    public async Task A_link_of_last_week_opens_nothing_until_it_is_sent_again()
    {
        var owner = await app.RegisterAsync();
        using var client = await app.PagesAsync(owner);
        await InviteAsync(client, "late@cooks.example", Role.Viewer);
        var late = await app.LinkToAsync("late@cooks.example");
        using (var scope = app.Inside(owner.RestaurantId))
        {
            await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Invitations
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.ExpiresAt, i => i.ExpiresAt.AddDays(-7)), Ct);
        }

        using var anybody = app.Anonymous();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri(late, UriKind.Relative), Ct)).StatusCode);
        var token = late["/join?token=".Length..];
        var answer = await anybody.PostAsJsonAsync("/api/invitations/accept", new { token, fullName = "Late", password = "violet rocket onion" }, Ct);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Expired", await client.GetStringAsync(new Uri("/members", UriKind.Relative), Ct));
        await InviteAsync(client, "late@cooks.example", Role.BarStaff);
        Assert.Equal("/dashboard", (await JoinAsync(anybody, await app.LinkToAsync("late@cooks.example"))).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData(Role.Manager, Role.Manager, false)]
    [InlineData(Role.Manager, Role.Owner, false)]
    [InlineData(Role.Manager, Role.KitchenStaff, true)]
    [InlineData(Role.Manager, Role.Viewer, true)]
    [InlineData(Role.Owner, Role.Owner, true)]
    public async Task Managers_reach_up_to_staff(Role asking, Role wanted, bool may)
    {
        var owner = await app.RegisterAsync();
        var actor = await app.JoinAsync(owner, asking);
        var staff = await app.JoinAsync(owner, Role.BarStaff);
        using var api = app.Api(actor);
        var invited = await api.PostAsJsonAsync("/api/invitations", new { email = $"{wanted}.{asking}@cooks.example", role = JsonNamingPolicy.CamelCase.ConvertName($"{wanted}") }, Ct);
        Assert.Equal(may ? HttpStatusCode.Created : HttpStatusCode.Forbidden, invited.StatusCode);
        var changed = await api.PutAsJsonAsync($"/api/members/{await app.MemberIdAsync(staff)}", new { role = JsonNamingPolicy.CamelCase.ConvertName($"{wanted}") }, Ct);
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, changed.StatusCode);
        var theOwner = await app.MemberIdAsync(owner);
        var demoted = await api.PutAsJsonAsync($"/api/members/{theOwner}", new { role = "viewer" }, Ct);
        Assert.Equal(asking == Role.Owner ? HttpStatusCode.OK : HttpStatusCode.Forbidden, demoted.StatusCode);
        if (asking != Role.Owner)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await api.DeleteAsync(new Uri($"/api/members/{theOwner}", UriKind.Relative), Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await api.PostAsync(new Uri($"/api/members/{await app.MemberIdAsync(actor)}/ownership", UriKind.Relative), null, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task A_role_that_was_taken_away_counts_at_once_for_cookies_and_tokens()
    {
        var owner = await app.RegisterAsync();
        var manager = await app.JoinAsync(owner, Role.Manager);
        using var pages = await app.PagesAsync(manager);
        using var token = app.Api(manager);
        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync(new Uri("/members", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await token.GetAsync(new Uri("/api/members", UriKind.Relative), Ct)).StatusCode);

        using var api = app.Api(owner);
        var id = await app.MemberIdAsync(manager);
        await api.PutAsJsonAsync($"/api/members/{id}", new { role = "barStaff" }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, (await pages.GetAsync(new Uri("/members", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await token.GetAsync(new Uri("/api/members", UriKind.Relative), Ct)).StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, (await api.DeleteAsync(new Uri($"/api/members/{id}", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal("/restaurants", (await pages.GetAsync(new Uri("/bar", UriKind.Relative), Ct)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await token.GetAsync(new Uri("/api/inventory/bar", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task The_last_owner_stays_one()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var id = await app.MemberIdAsync(owner);
        foreach (var answer in new[] { await api.PutAsJsonAsync($"/api/members/{id}", new { role = "manager" }, Ct), await api.DeleteAsync(new Uri($"/api/members/{id}", UriKind.Relative), Ct) })
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("last_owner", await answer.Content.ReadAsStringAsync(Ct));
        }

        using var pages = await app.PagesAsync(owner);
        var refused = await KitchenGuardApp.PostFormAsync(pages, $"/members/{id}/remove", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("A restaurant needs an owner.", await refused.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Two_owners_who_remove_each_other_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var one = await app.RegisterAsync();
            var two = await app.JoinAsync(one, Role.Owner);
            using var first = app.Api(one);
            using var second = app.Api(two);
            var (idOne, idTwo) = (await app.MemberIdAsync(one), await app.MemberIdAsync(two));
            var answers = await Task.WhenAll(
                first.DeleteAsync(new Uri($"/api/members/{idTwo}", UriKind.Relative), Ct), second.PutAsJsonAsync($"/api/members/{idOne}", new { role = "viewer" }, Ct));
            Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
            using var scope = app.Inside(one.RestaurantId);
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Members.CountAsync(m => m.Role == Role.Owner, Ct));
        }
    }

    [Fact]
    public async Task An_owner_hands_over_and_goes_on_as_a_manager()
    {
        var owner = await app.RegisterAsync();
        var next = await app.JoinAsync(owner, Role.BarStaff);
        using var pages = await app.PagesAsync(owner);
        var id = await app.MemberIdAsync(next);
        Assert.Equal("/members", (await KitchenGuardApp.PostFormAsync(pages, $"/members/{id}/transfer", [])).Headers.Location?.ToString());
        using var api = app.Api(next);
        var members = (await api.GetFromJsonAsync<JsonElement>("/api/members", Ct)).GetProperty("items");
        Assert.Equal([(next.UserId, "owner"), (owner.UserId, "manager")], members.EnumerateArray().Select(m => (m.GetProperty("userId").GetGuid(), m.GetProperty("role").GetString())));
    }

    private static async Task InviteAsync(HttpClient client, string email, Role role)
    {
        var answer = await KitchenGuardApp.PostFormAsync(client, "/members/invite", new() { ["Input.Email"] = email, ["Input.Role"] = $"{role}" });
        Assert.Equal("/members", answer.Headers.Location?.ToString());
    }

    private static Task<HttpResponseMessage> JoinAsync(HttpClient client, string link) =>
        KitchenGuardApp.PostFormAsync(client, link, new() { ["Input.FullName"] = "Nina Cook", ["Input.Password"] = "violet rocket onion" });
}
