using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Accounts;

/// <summary>Deletion of an account: out everywhere at once, a way back for two weeks, and then nothing that leads to the person.</summary>
public sealed class AccountLeavingTests(LeavingApp app) : IClassFixture<LeavingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_only_owner_is_told_which_restaurant_is_in_the_way()
    {
        var owner = await app.RegisterAsync();
        using var pages = await app.PagesAsync(owner);
        var page = await pages.GetStringAsync(Path("/account/delete"), Ct);
        Assert.Contains($"Restaurant of {owner.Email}", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/settings/delete\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/members\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Confirm", page, StringComparison.Ordinal);
        using var api = app.Api(owner);
        var refused = await api.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains($"You are the only owner of Restaurant of {owner.Email}.", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        await KitchenGuardApp.PostFormAsync(pages, "/settings/delete", new() { ["Input.Name"] = $"Restaurant of {owner.Email}" });
        Assert.Contains("Input.Confirm", await pages.GetStringAsync(Path("/account/delete"), Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await LeaveAsync(pages)).StatusCode);
    }

    [Fact]
    public async Task Out_everywhere_at_once_and_a_sign_in_leads_to_one_page()
    {
        var cook = await app.JoinAsync(await app.RegisterAsync(), Role.KitchenStaff);
        using var here = await app.PagesAsync(cook);
        using var there = await app.PagesAsync(cook);
        using var script = app.Api(cook);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KitchenGuardApp.PostFormAsync(here, "/account/delete", [])).StatusCode);
        var left = await LeaveAsync(here);
        Assert.Contains("You are signed out", await left.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("/login", (await here.GetAsync(Path("/dashboard"), Ct)).Headers.Location?.AbsolutePath);
        Assert.Equal("/login", (await there.GetAsync(Path("/dashboard"), Ct)).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.GetAsync(Path("/api/auth/me"), Ct)).StatusCode);
        Assert.Contains("sign in before that day", Assert.Single(await app.MailsAsync(cook.Email)), StringComparison.Ordinal);

        using var back = await app.PagesAsync(cook);
        foreach (var url in new[] { "/dashboard", "/kitchen", "/account", "/account/sessions", "/restaurants", "/register/restaurant", "/account/delete", "/join", "/" })
        {
            Assert.Equal("/account/leaving", (await back.GetAsync(Path(url), Ct)).Headers.Location?.ToString());
        }

        back.DefaultRequestHeaders.Add("HX-Request", "true");
        Assert.Equal("/account/leaving", (await back.GetAsync(Path("/kitchen"), Ct)).Headers.GetValues("HX-Redirect").Single());
        back.DefaultRequestHeaders.Remove("HX-Request");
        Assert.Contains("Keep my account", await back.GetStringAsync(Path("/account/leaving"), Ct), StringComparison.Ordinal);
        Assert.Equal("/dashboard", (await KitchenGuardApp.PostFormAsync(back, "/account/leaving", [])).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await back.GetAsync(Path("/kitchen"), Ct)).StatusCode);
        app.Clock.Advance(TimeSpan.FromDays(15));
        await app.SweepAsync();
        Assert.Equal("1", Assert.Single(await app.AsSuperuserAsync($"select count(*) from auth.users where id = '{cook.UserId}'")));
        Assert.Equal(["account.closed", "account.kept"], await app.AsSuperuserAsync(
            $"select action from auth.audit_entries where restaurant_id = '{cook.RestaurantId}' and action like 'account.%' order by id"));
    }

    [Fact]
    public async Task A_script_says_at_login_that_it_keeps_the_account()
    {
        var cook = await app.JoinAsync(await app.RegisterAsync(), Role.KitchenStaff);
        using var api = app.Api(cook);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct)).StatusCode);
        using var anonymous = app.Anonymous();
        var wrong = await anonymous.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = "not this one", keepAccount = true }, Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        var refused = await anonymous.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password }, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("account_leaving", await refused.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        var kept = await anonymous.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password, keepAccount = true }, Ct);
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal("", Assert.Single(await app.AsSuperuserAsync($"select coalesce(delete_after::text, '') from auth.users where id = '{cook.UserId}'")));
    }

    [Fact]
    public async Task After_the_day_nothing_leads_to_the_person_and_the_ledger_stays()
    {
        var (owner, its) = await app.ArrangeAsync("ours");
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using var api = app.Api(cook);
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsJsonAsync($"/api/items/{its.Item}/movements", new { kind = "use", quantity = 1 }, Ct)).StatusCode);
        using var pages = await app.PagesAsync(cook);
        await LeaveAsync(pages);
        app.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        await app.SweepAsync();
        Assert.Equal("1", Assert.Single(await app.AsSuperuserAsync($"select count(*) from auth.users where id = '{cook.UserId}'")));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.SweepAsync()));

        Assert.Equal(["0", "0", "0", "0"], await app.AsSuperuserAsync(
            $"""
            select count(*) from auth.users where id = '{cook.UserId}' union all select count(*) from auth.members where user_id = '{cook.UserId}'
            union all select count(*) from auth.sessions where user_id = '{cook.UserId}'
            union all select count(*) from auth.outgoing_mails where "to" = '{cook.Email}' and body not like '%is deleted, as you asked for%'
            """));
        Assert.Contains("is deleted, as you asked for", Assert.Single(await app.MailsAsync(cook.Email)), StringComparison.Ordinal);
        using var owners = await app.PagesAsync(owner);
        Assert.Contains("a former member", await owners.GetStringAsync(Path($"/items/{its.Item}"), Ct), StringComparison.Ordinal);
        Assert.Contains("An account was deleted", await owners.GetStringAsync(Path("/audit"), Ct), StringComparison.Ordinal);
        Assert.Equal("0", Assert.Single(await app.AsSuperuserAsync(
            "select count(*) from inventory.items i where i.on_hand <> (select coalesce(sum(m.quantity), 0) from inventory.stock_movements m where m.item_id = i.id)")));
        Assert.Equal("1", Assert.Single(await app.AsSuperuserAsync($"select count(*) from auth.operator_entries where action = 'account.deleted' and subject_id = '{cook.UserId}'")));
        using var anonymous = app.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.PostAsJsonAsync("/api/auth/login", new { login = cook.Email, password = cook.Password }, Ct)).StatusCode);
    }

    [Fact]
    public async Task No_trace_of_the_address_is_left_in_any_table_but_the_last_mail_and_the_log()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        await api.PostAsJsonAsync("/api/invitations", new { email = "leaver@restaurant.example", role = "viewer" }, Ct);
        using var joining = app.Anonymous();
        var link = await app.LinkToAsync("leaver@restaurant.example");
        var joined = await joining.PostAsJsonAsync(
            "/api/invitations/accept", new { token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..], fullName = "Lea Ver", password = "a long enough password" }, Ct);
        Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
        using var pages = await app.PagesAsync(owner with { Email = "leaver@restaurant.example" });
        await LeaveAsync(pages);
        app.Clock.Advance(TimeSpan.FromDays(15));
        await app.SweepAsync();
        var found = new List<string>();
        foreach (var table in await app.AsSuperuserAsync("select schemaname || '.' || tablename from pg_tables where schemaname in ('auth', 'inventory', 'hangfire')"))
        {
            if (await app.AsSuperuserAsync($"select 1 from {table} t where t::text ilike '%leaver@restaurant.example%' limit 1") is [_])
            {
                found.Add(table);
            }
        }

        Assert.Equal(["auth.audit_entries", "auth.outgoing_mails"], found.Order());
        Assert.Single(await app.MailsAsync("leaver@restaurant.example"));
    }

    [Fact]
    public async Task Two_owners_who_leave_at_once_leave_one()
    {
        for (var round = 0; round < 4; round++)
        {
            var one = await app.RegisterAsync();
            var two = await app.JoinAsync(one, Role.Owner);
            using var first = app.Api(one);
            using var second = app.Api(two);
            var answers = await Task.WhenAll(first.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct), second.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct));
            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        }
    }

    [Fact]
    public async Task An_owner_who_is_leaving_is_no_owner_to_count_on()
    {
        var one = await app.RegisterAsync();
        var (two, three) = (await app.JoinAsync(one, Role.Owner), await app.JoinAsync(one, Role.Manager));
        using var leaving = app.Api(two);
        using var leavingToo = app.Api(three);
        await leaving.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct);
        await leavingToo.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct);
        using var api = app.Api(one);
        var me = await app.MemberIdAsync(one);
        Assert.Contains("last_owner", await (await api.DeleteAsync(Path($"/api/members/{me}"), Ct)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        foreach (var other in new[] { two, three })
        {
            var id = await app.MemberIdAsync(other);
            Assert.Contains("\"leaving\"", await (await api.PostAsync(Path($"/api/members/{id}/ownership"), null, Ct)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
            Assert.Contains("\"leaving\"", await (await api.PutAsJsonAsync($"/api/members/{id}", new { role = "owner" }, Ct)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_who_has_become_the_only_owner_meanwhile_is_deleted()
    {
        var one = await app.RegisterAsync();
        var two = await app.JoinAsync(one, Role.Owner);
        using var leaving = app.Api(two);
        await leaving.PostAsJsonAsync("/api/auth/deletion", new { confirm = true }, Ct);
        await app.AsSuperuserAsync($"delete from auth.members where user_id = '{one.UserId}'");
        app.Clock.Advance(TimeSpan.FromDays(15));
        await app.SweepAsync();
        Assert.Equal("1", Assert.Single(await app.AsSuperuserAsync($"select count(*) from auth.members where user_id = '{two.UserId}'")));
    }

    [Fact]
    public async Task On_a_shared_device_whoever_is_leaving_is_no_name_any_more()
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using var tablet = await app.DeviceAsync(owner, "Kitchen", cook);
        Assert.Equal(HttpStatusCode.OK, (await tablet.GetAsync(Path("/kitchen"), Ct)).StatusCode);
        using var pages = await app.PagesAsync(cook);
        await LeaveAsync(pages);
        Assert.Equal("/device", (await tablet.GetAsync(Path("/kitchen"), Ct)).Headers.Location?.ToString());
        var names = await tablet.GetStringAsync(Path("/device"), Ct);
        Assert.Contains($"/device/{owner.UserId}", names, StringComparison.Ordinal);
        Assert.DoesNotContain($"/device/{cook.UserId}", names, StringComparison.Ordinal);
    }

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static Task<HttpResponseMessage> LeaveAsync(HttpClient pages) =>
        KitchenGuardApp.PostFormAsync(pages, "/account/delete", new() { ["Input.Confirm"] = "true" });
}
