using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Accounts;

public sealed class RegistrationTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private const string Kitchen = "Product;Qty;Unit;Price\nTomatoes;2,5;kg;3,40\nBasil;4;bunch;1,10\n";
    private const string Bar = "name,quantity\nGin,7\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_up_with_two_files_lands_on_the_dashboard_and_imports_both()
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        await browser.LayAsync("kitchen", "kitchen.csv", Kitchen);
        await browser.LayAsync("bar", "bar.csv", Bar);
        var answer = await browser.SubmitAsync();
        Assert.Equal("/dashboard", answer.Headers.Location?.ToString());
        Assert.Contains("Chez Anna", await browser.ReadAsync("/dashboard"), StringComparison.Ordinal);

        var restaurantId = await RestaurantOfAsync(browser.Email);
        using var scope = app.Inside(restaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        await WaitForImportsAsync(db, 2);
        Assert.Equal(["Basil:4", "Gin:7", "Tomatoes:2.5"], await db.Items.OrderBy(i => i.Name).Select(i => i.Name + ":" + (double)i.OnHand!).ToListAsync(Ct));
        Assert.Equal("Europe/Dublin", (await db.Restaurants.SingleAsync(Ct)).TimeZone);
        Assert.False(await db.DraftFiles.AnyAsync(f => f.DraftId == restaurantId, Ct));
    }

    [Fact]
    public async Task A_step_sends_back_to_the_first_one_that_is_not_filled_in()
    {
        using var browser = new RegistrationBrowser(app);
        Assert.Equal("/register", (await browser.GetAsync("/register/files")).Headers.Location?.ToString());
        Assert.Equal("/register", (await browser.GetAsync("/register/restaurant")).Headers.Location?.ToString());
        await browser.SendPersonAsync();
        Assert.Equal("/register/restaurant", (await browser.GetAsync("/register/files")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/register/restaurant")).StatusCode);
    }

    [Fact]
    public async Task An_e_mail_that_has_an_account_is_said_beside_its_field_and_the_rest_is_kept()
    {
        var owner = await app.RegisterAsync();
        using var browser = new RegistrationBrowser(app);
        var answer = await browser.SendPersonAsync(owner.Email);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Contains("id=\"Input_Email-error\">There is an account with this e-mail address.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/login\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Anna Cook\"", await browser.ReadAsync("/register"), StringComparison.Ordinal);
        Assert.Equal("/register", (await browser.GetAsync("/register/restaurant")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_password_is_kept_as_its_hash_and_an_empty_field_keeps_it()
    {
        using var browser = new RegistrationBrowser(app);
        await browser.SendPersonAsync();
        var page = await browser.ReadAsync("/register");
        Assert.DoesNotContain(RegistrationBrowser.Password, page, StringComparison.Ordinal);
        Assert.Contains("A password is set already.", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendPersonAsync(password: "")).StatusCode);
        await browser.SendRestaurantAsync();
        await browser.SubmitAsync();
        using var client = app.Anonymous();
        var signedIn = await KitchenGuardApp.PostFormAsync(
            client, "/login", new() { ["Input.Login"] = browser.Email, ["Input.Password"] = RegistrationBrowser.Password });
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    [Fact]
    public async Task Submitting_several_times_at_once_gives_one_restaurant_and_signs_in_each_time()
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        await browser.LayAsync("bar", "bar.csv", Bar);
        var answers = await browser.SubmitAtOnceAsync(4);
        Assert.All(answers, answer => Assert.Equal("/dashboard", answer.Headers.Location?.ToString()));
        var restaurantId = await RestaurantOfAsync(browser.Email);
        using var scope = app.Inside(restaurantId);
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        await WaitForImportsAsync(db, 1);
        Assert.Equal(1, await db.Members.CountAsync(Ct));
    }

    [Theory]
    [InlineData("update auth.users set two_factor_enabled = true where email = $1")]
    [InlineData("update auth.users set lockout_end = 'infinity' where email = $1")]
    [InlineData("update auth.users set password_hash = null where email = $1")]
    [InlineData("update auth.members set role = 'Viewer' where user_id = (select id from auth.users where email = $1)")]
    public async Task A_second_submit_lets_nobody_in_past_what_happened_since(string since)
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        var first = await browser.SubmitTwiceAsync(async () =>
        {
            await using var connection = new Npgsql.NpgsqlConnection(app.SuperuserConnectionString);
            await connection.OpenAsync(Ct);
            await using var command = new Npgsql.NpgsqlCommand(since, connection) { Parameters = { new() { Value = browser.Email } } };
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Ct));
        });
        Assert.Equal(["/dashboard", "/login"], first.Select(answer => answer.Headers.Location?.ToString()));
    }

    [Theory]
    [InlineData("photo.csv", "89504E470D0A1A0A0000000D49484452", "This is a picture")]
    [InlineData("empty.csv", "", "The file is empty.")]
    [InlineData("numbers.csv", "613B620A313B320A", "No column of this file is clearly the items' names.")]
    public async Task What_cannot_be_a_stock_list_gets_one_sentence_and_the_wizard_goes_on(string fileName, string bytes, string sentence)
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        await browser.LayAsync("kitchen", fileName, Convert.FromHexString(bytes));
        Assert.Contains(sentence, await browser.ReadAsync("/register/files"), StringComparison.Ordinal);
        Assert.Equal("/dashboard", (await browser.SubmitAsync()).Headers.Location?.ToString());
        using var scope = app.Inside(await RestaurantOfAsync(browser.Email));
        Assert.Equal(0, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Imports.CountAsync(Ct));
    }

    [Fact]
    public async Task What_is_changed_in_the_preview_is_what_the_import_uses()
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        await browser.LayAsync("kitchen", "kitchen.csv", Kitchen);
        await browser.PostFilesAsync("?handler=Read&department=kitchen", new()
        {
            ["mapping[1]"] = "name", ["mapping[2]"] = "parLevel", ["mapping[3]"] = "unit", ["mapping[4]"] = "",
        });
        await browser.SubmitAsync();
        using var scope = app.Inside(await RestaurantOfAsync(browser.Email));
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        await WaitForImportsAsync(db, 1);
        var tomatoes = await db.Items.SingleAsync(i => i.Name == "Tomatoes", Ct);
        // Nobody has said how many there are.
        Assert.Equal(((decimal?)null, 2.5m, null), (tomatoes.OnHand, tomatoes.ParLevel, tomatoes.UnitCost));
    }

    [Fact]
    public async Task A_file_can_be_replaced_and_removed()
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        await browser.LayAsync("kitchen", "first.csv", Kitchen);
        await browser.LayAsync("kitchen", "second.csv", Kitchen);
        var page = await browser.ReadAsync("/register/files");
        Assert.DoesNotContain("first.csv", page, StringComparison.Ordinal);
        Assert.Contains("second.csv", page, StringComparison.Ordinal);
        await browser.PostFilesAsync("?handler=Remove&department=kitchen", []);
        Assert.DoesNotContain("second.csv", await browser.ReadAsync("/register/files"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_answered_413_before_it_is_read()
    {
        using var browser = await new RegistrationBrowser(app).ReachFilesAsync();
        var answer = await browser.LayAsync("kitchen", "large.csv", new byte[11 * 1024 * 1024]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("This file is too large", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    private async Task<Guid> RestaurantOfAsync(string email)
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var userId = await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(Ct);
        return await db.Database.SqlQuery<Guid>($"select auth.restaurants_of({userId}) as \"Value\"").SingleAsync(Ct);
    }

    private static async Task WaitForImportsAsync(KitchenGuardDbContext db, int count)
    {
        for (var i = 0; i < 150; i++)
        {
            var states = await db.Imports.Select(import => import.Status).ToListAsync(Ct);
            Assert.Equal(count, states.Count);
            if (states.TrueForAll(state => state == ImportStatus.Completed))
            {
                return;
            }

            await Task.Delay(100, Ct);
        }

        Assert.Fail("The imports did not end within 15 seconds.");
    }
}
