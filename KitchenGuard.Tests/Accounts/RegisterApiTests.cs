using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Accounts;

public sealed class RegisterApiTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_script_signs_up_with_rows_that_the_job_imports()
    {
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/register", new
        {
            email = "script@restaurant.example", username = "script.owner", password = "four words in a row", fullName = "Script Owner",
            restaurant = new { name = "Scripted", currency = "GBP" },
            kitchen = new object[] { new { name = "Salt", quantity = 2, unit = "kg" } }, bar = new object[] { new { name = "Gin", quantity = 1.5 } },
        }, Ct);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal(["kitchen", "bar"], body.GetProperty("imports").EnumerateArray().Select(i => i.GetProperty("department").GetString()));
        Assert.Equal("GBP", body.GetProperty("restaurant").GetProperty("currency").GetString());
        var again = await client.PostAsJsonAsync("/api/auth/login", new { login = "Script.Owner", password = "four words in a row" }, Ct);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task An_address_or_name_that_is_taken_is_a_conflict()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/register", Input(owner.Email, "four words in a row"), Ct);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("email_taken", (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("not an address", "four words in a row")]
    [InlineData("weak1@restaurant.example", "short")]
    [InlineData("weak2@restaurant.example", "aaaaaaaaaaaa")]
    [InlineData("weak3@restaurant.example", null)]
    public async Task The_wizards_rules_hold_for_scripts(string email, string? password)
    {
        using var client = app.Anonymous();
        var answer = await client.PostAsJsonAsync("/api/auth/register", Input(email, password), Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    private static object Input(string email, string? password) => new { email, password, fullName = "Somebody", restaurant = new { name = "Somewhere" } };
}
