using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Imports;
using KitchenGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Auditing;

/// <summary>The log says who did what, when, from where, and what it was before and after; and nobody changes it.</summary>
public sealed class AuditTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_items_life_is_told_with_what_changed()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        var made = await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Butter", unit = "kg", quantity = 6, unitCost = 7.6 }, Ct);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid();
        await api.PatchAsJsonAsync($"/api/inventory/kitchen/{id}", new { unitCost = 8.1, category = "Dairy" }, Ct);
        await api.PatchAsJsonAsync($"/api/inventory/kitchen/{id}", new { category = "Dairy" }, Ct);
        await api.DeleteAsync(new Uri($"/api/inventory/kitchen/{id}", UriKind.Relative), Ct);

        // The last is the sign-up's own session.
        var log = (await LogAsync(api)).SkipLast(1).ToList();
        Assert.Equal(["item.archived Butter", "item.changed Butter", "item.created Butter"], log.Select(e => $"{Text(e, "action")} {Text(e, "subject")}"));
        Assert.All(log, e => Assert.Equal("Test Owner", Text(e, "user")));
        Assert.All(log, e => Assert.Equal(owner.UserId, e.GetProperty("userId").GetGuid()));
        Assert.All(log, e => Assert.Equal(id, e.GetProperty("subjectId").GetGuid()));
        Assert.Equal("""{"category":null,"unitCost":7.6000}""", log[1].GetProperty("before").GetRawText());
        Assert.Equal("""{"category":"Dairy","unitCost":8.1}""", log[1].GetProperty("after").GetRawText());
    }

    [Fact]
    public async Task What_was_sent_and_not_kept_is_not_told()
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using var api = app.Api(owner);
        using var staff = app.Api(cook);
        var made = await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Butter", unit = "kg", unitCost = 7.6, supplier = "Metro", lotCode = "L1" }, Ct);
        var address = new Uri($"/api/inventory/kitchen/{(await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid()}", UriKind.Relative);

        // Costs are not the cook's to change, the area is "Main" unsaid, and "METRO" is there already.
        Assert.Equal(HttpStatusCode.OK, (await staff.PutAsJsonAsync(address, new { name = " Butter ", unit = "KG", unitCost = 99, supplier = "METRO", lotCode = "L1" }, Ct)).StatusCode);
        Assert.DoesNotContain(await LogAsync(api), e => Text(e, "action") == "item.changed");
        await staff.PutAsJsonAsync(address, new { name = "Butter", unit = "kg", unitCost = 99, supplier = "Grüne Wiese", storageArea = "Cellar", lotCode = "L2" }, Ct);
        await api.PutAsJsonAsync(address, new { name = "Butter", unit = "kg", unitCost = 8.12345 }, Ct);
        var told = (await LogAsync(api)).Where(e => Text(e, "action") == "item.changed").Select(e => (e.GetProperty("before").GetRawText(), e.GetProperty("after").GetRawText()));
        Assert.Equal(
            [
                ("""{"lotCode":"L2","supplier":"Grüne Wiese","unitCost":7.6000,"storageArea":"Cellar"}""", """{"lotCode":null,"supplier":null,"unitCost":8.1234,"storageArea":"Main"}"""),
                ("""{"lotCode":"L1","supplier":"Metro","storageArea":"Main"}""", """{"lotCode":"L2","supplier":"Grüne Wiese","storageArea":"Cellar"}"""),
            ], told);
    }

    [Fact]
    public async Task Sign_ins_members_settings_imports_and_exports_are_told()
    {
        var owner = await app.RegisterAsync();
        var cook = await app.JoinAsync(owner, Role.KitchenStaff);
        using var api = app.Api(owner);
        using (var stranger = app.Anonymous())
        {
            await stranger.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = "not this one" }, Ct);
            await stranger.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        }

        await api.PostAsJsonAsync("/api/invitations", new { email = "new@invited.example", role = "viewer" }, Ct);
        var member = await app.MemberIdAsync(cook);
        await api.PutAsJsonAsync($"/api/members/{member}", new { role = "barStaff" }, Ct);
        await api.DeleteAsync(new Uri($"/api/members/{member}", UriKind.Relative), Ct);
        await api.PutAsJsonAsync("/api/restaurant", new { name = "Renamed", timeZone = "Europe/Dublin", currency = "EUR", locale = "en-GB" }, Ct);
        var import = await app.ImportAsync(owner, "name,quantity\nRice,25\n");
        await app.UndoAsync(owner, import);
        await api.GetStringAsync(new Uri("/api/inventory/kitchen/export", UriKind.Relative), Ct);

        var log = await LogAsync(api);
        Assert.Equal(
            [
                "export.list kitchen", "import.undone upload.csv", "import.started upload.csv", "settings.changed Renamed", "member.removed Test KitchenStaff",
                "member.role_changed Test KitchenStaff", "member.invited new@invited.example", "session.started ", "session.refused ", "session.started ", "session.started ",
            ],
            log.Select(e => $"{Text(e, "action")} {Text(e, "subject")}"));
        Assert.Equal("""{"role":"kitchenStaff"}""", log[5].GetProperty("before").GetRawText());
        Assert.Equal("""{"role":"barStaff"}""", log[5].GetProperty("after").GetRawText());
        Assert.DoesNotContain(log, e => e.GetRawText().Contains(owner.Password, StringComparison.Ordinal) || e.GetRawText().Contains("not this one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sign_outs_and_passwords_set_by_a_mailed_link_are_told()
    {
        var (owner, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        using (var scope = app.Inside(other.RestaurantId))
        {
            var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
            db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = other.RestaurantId, UserId = owner.UserId, Role = Role.Viewer, CreatedAt = TimeProvider.System.GetUtcNow() });
            await db.SaveChangesAsync(Ct);
        }

        using var there = app.Api(other);
        using var desktop = await app.PagesAsync(owner);
        using (var phone = app.Anonymous())
        {
            phone.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Mobile Safari/537.36");
            await KitchenGuardApp.PostFormAsync(phone, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
            var page = await desktop.GetStringAsync(new Uri("/account/sessions", UriKind.Relative), Ct);
            var id = Regex.Match(page, "Chrome on Android.*?handler=End&(?:amp;)?id=([0-9a-f-]{36})", RegexOptions.Singleline).Groups[1].Value;
            await KitchenGuardApp.PostFormAsync(desktop, $"/account/sessions?handler=End&id={id}", [], "/account/sessions");
            await KitchenGuardApp.PostFormAsync(desktop, $"/account/sessions?handler=End&id={id}", [], "/account/sessions");
        }

        await KitchenGuardApp.PostFormAsync(desktop, "/logout", [], "/dashboard");
        using (var script = app.Api(owner))
        {
            await script.PostAsync(new Uri("/api/auth/logout", UriKind.Relative), null, Ct);
        }

        using var anybody = app.Anonymous();
        await anybody.PostAsJsonAsync("/api/auth/forgot-password", new { email = owner.Email }, Ct);
        var token = (await app.LinkToAsync(owner.Email))["/reset-password?token=".Length..];
        await anybody.PostAsJsonAsync("/api/auth/reset-password", new { token, password = "violet rocket onion" }, Ct);
        var again = await anybody.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = "violet rocket onion", restaurantId = owner.RestaurantId }, Ct);
        anybody.DefaultRequestHeaders.Authorization = new("Bearer", (await again.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("accessToken").GetString());

        var log = await LogAsync(anybody);
        Assert.Equal(
            ["session.started ", "password.reset ", "session.ended Unknown", "session.ended Unknown", "session.ended Chrome on Android", "session.started ", "session.started ", "session.started "],
            log.Select(e => $"{Text(e, "action")} {Text(e, "subject")}"));
        Assert.All(log, e => Assert.Equal("Test Owner", Text(e, "user")));
        Assert.Equal(["password.reset", "session.started"], (await LogAsync(there)).Select(e => Text(e, "action")));
    }

    [Fact]
    public async Task The_page_filters_pages_and_exports_for_owners_and_managers_only()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        for (var i = 0; i < 60; i++)
        {
            await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = i == 0 ? "=1+1" : $"Item {i}" }, Ct);
        }

        using var pages = await app.PagesAsync(owner);
        var page = await pages.GetStringAsync(new Uri("/audit?action=item.created", UriKind.Relative), Ct);
        Assert.Contains("Item 59", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Item 9<", page, StringComparison.Ordinal);
        Assert.Contains("Show more", page, StringComparison.Ordinal);
        Assert.Contains("Nothing of that kind happened", await pages.GetStringAsync(new Uri("/audit?action=member", UriKind.Relative), Ct), StringComparison.Ordinal);
        Assert.Contains("Nothing of that kind happened", await pages.GetStringAsync(new Uri("/audit?to=2001-01-01", UriKind.Relative), Ct), StringComparison.Ordinal);
        var export = await pages.GetAsync(new Uri("/audit?handler=Export&action=item", UriKind.Relative), Ct);
        Assert.Equal("attachment", export.Content.Headers.ContentDisposition?.DispositionType);
        var text = await export.Content.ReadAsStringAsync(Ct);
        Assert.Equal(61, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("'=1+1", text, StringComparison.Ordinal);
        var first = await api.GetFromJsonAsync<JsonElement>("/api/audit?action=item", Ct);
        var next = await api.GetFromJsonAsync<JsonElement>($"/api/audit?action=item&cursor={first.GetProperty("next").GetString()}", Ct);
        Assert.Equal(60, first.GetProperty("items").GetArrayLength() + next.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("update auth.audit_entries set user_name = 'Somebody else'")]
    [InlineData("delete from auth.audit_entries")]
    [InlineData("truncate auth.audit_entries")]
    public async Task Nobody_changes_it_not_even_the_owner_of_the_tables(string sql)
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Butter" }, Ct);
        foreach (var connectionString in new[] { app.AppConnectionString, app.SuperuserConnectionString })
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await using var batch = source.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"select set_config('app.restaurant_id', '{owner.RestaurantId}', true)"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => batch.ExecuteNonQueryAsync(Ct))).SqlState);
        }

        Assert.Equal(["item.created", "session.started"], (await LogAsync(api)).Select(e => Text(e, "action")));
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_told()
    {
        var owner = await app.RegisterAsync();
        using var api = app.Api(owner);
        await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Butter", sku = "B1" }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, (await api.PostAsJsonAsync("/api/inventory/kitchen", new { name = "Margarine", sku = "B1" }, Ct)).StatusCode);
        Assert.Equal(["item.created", "session.started"], (await LogAsync(api)).Select(e => Text(e, "action")));
    }

    private static string? Text(JsonElement entry, string name) => entry.GetProperty(name).GetString();

    private static async Task<List<JsonElement>> LogAsync(HttpClient api) =>
        [.. (await api.GetFromJsonAsync<JsonElement>("/api/audit", Ct)).GetProperty("items").EnumerateArray()];
}
