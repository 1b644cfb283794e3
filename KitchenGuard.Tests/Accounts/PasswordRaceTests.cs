using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace KitchenGuard.Tests.Accounts;

/// <summary>The product's hasher, which lets somebody else act after it has looked at a password and before anybody hears of it.</summary>
public sealed class InterruptedHasher(IOptions<Web.Features.Accounts.PasswordOptions> options) : BcryptPasswordHasher(options)
{
    /// <summary>What happens meanwhile.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <inheritdoc />
    public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        var result = base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        Meanwhile();
        return result;
    }
}

/// <summary>The application with that hasher.</summary>
public sealed class InterruptedApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.ConfigureTestServices(services => services.AddSingleton<BcryptPasswordHasher, InterruptedHasher>());
}

/// <summary>A password is set anew while somebody signs in with the old one.</summary>
public sealed class PasswordRaceTests(InterruptedApp app) : IClassFixture<InterruptedApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_sign_in_by_the_old_password_leaves_neither_session_nor_password(bool isHashedAnew)
    {
        var owner = await app.RegisterAsync();
        var next = "kg1:" + BCrypt.Net.BCrypt.EnhancedHashPassword("violet rocket onion", 4);
        if (isHashedAnew)
        {
            await SetAsync(owner, BCrypt.Net.BCrypt.HashPassword(owner.Password, 4), "before");
        }

        var sessions = await SessionsAsync(owner);
        var hasher = (InterruptedHasher)app.Services.GetRequiredService<BcryptPasswordHasher>();
        hasher.Meanwhile = () => Set(owner, next, "after");
        using var api = app.Anonymous();
        using var browser = app.Anonymous();
        var token = await api.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, token.StatusCode);
        Assert.Contains("nothing was saved", await token.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        if (!isHashedAnew)
        {
            Set(owner, "kg1:" + BCrypt.Net.BCrypt.EnhancedHashPassword(owner.Password, 4), "before");
            var page = await KitchenGuardApp.PostFormAsync(browser, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
            Assert.True(page.StatusCode == HttpStatusCode.Conflict, $"{page.StatusCode} {page.Headers.Location}");
            Assert.Contains("Somebody else was faster", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        hasher.Meanwhile = () => { };
        Assert.Equal(sessions, await SessionsAsync(owner));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(new Uri("/dashboard", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = owner.Password }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsJsonAsync("/api/auth/login", new { login = owner.Email, password = "violet rocket onion" }, Ct)).StatusCode);
    }

    private async Task<int> SessionsAsync(Owner owner)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Sessions.CountAsync(s => s.UserId == owner.UserId, Ct);
    }

    private async Task SetAsync(Owner owner, string hash, string stamp) => await Task.Run(() => Set(owner, hash, stamp), Ct);

    private void Set(Owner owner, string hash, string stamp)
    {
        using var connection = new NpgsqlConnection(app.SuperuserConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand("update auth.users set password_hash = $2, security_stamp = $3 where id = $1", connection)
        {
            Parameters = { new() { Value = owner.UserId }, new() { Value = hash }, new() { Value = stamp } },
        };
        command.ExecuteNonQuery();
    }
}
