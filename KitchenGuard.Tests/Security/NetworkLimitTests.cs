using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace KitchenGuard.Tests.Security;

/// <summary>The application with low limits for a network.</summary>
public sealed class NarrowApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Accounts:PerNetwork:FailedSignIns", "7").UseSetting("Accounts:PerNetwork:SignUps", "3");
}

/// <summary>What one network may try, whoever it tries it with.</summary>
public sealed class NetworkLimitTests(NarrowApp app) : IClassFixture<NarrowApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_password_tried_on_many_accounts_ends_and_good_sign_ins_do_not_count()
    {
        var owner = await app.RegisterAsync();
        using var client = app.Anonymous();
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(HttpStatusCode.OK, await LoginAsync(client, owner.Email, owner.Password));
        }

        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await LoginAsync(client, $"spray{i}@restaurant.example", "Summer2026!"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginAsync(client, "spray8@restaurant.example", "Summer2026!"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await LoginAsync(client, owner.Email, owner.Password));
    }

    [Fact]
    public async Task Sign_ups_by_script_are_counted_with_those_of_the_wizard()
    {
        using var client = app.Anonymous();
        var first = await KitchenGuardApp.PostFormAsync(client, "/register", new()
        {
            ["Input.FullName"] = "Anna", ["Input.Email"] = "anna@wizard.example", ["Input.Password"] = "violet rocket onion",
        });
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(client, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await RegisterAsync(client, 2)).StatusCode);
        var refused = await RegisterAsync(client, 3);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        // What was typed may be corrected all the same, as long as nothing is looked up or hashed.
        var corrected = await KitchenGuardApp.PostFormAsync(client, "/register", new() { ["Input.FullName"] = "Anna Cook", ["Input.Email"] = "anna@wizard.example" });
        Assert.Equal(HttpStatusCode.Redirect, corrected.StatusCode);
        var hashed = await KitchenGuardApp.PostFormAsync(client, "/register", new()
        {
            ["Input.FullName"] = "Anna", ["Input.Email"] = "anna@wizard.example", ["Input.Password"] = "violet rocket onion 2",
        });
        Assert.Equal(HttpStatusCode.TooManyRequests, hashed.StatusCode);
    }

    private static Task<HttpResponseMessage> RegisterAsync(HttpClient client, int number) => client.PostAsJsonAsync(
        "/api/auth/register", new { email = $"script{number}@restaurant.example", password = "violet rocket onion", fullName = "Script", restaurant = new { name = "By script" } }, Ct);

    private static async Task<HttpStatusCode> LoginAsync(HttpClient client, string login, string password) =>
        (await client.PostAsJsonAsync("/api/auth/login", new { login, password }, Ct)).StatusCode;
}
