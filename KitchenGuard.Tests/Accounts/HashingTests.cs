using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Tests.Accounts;

/// <summary>The product's hasher, counting.</summary>
public sealed class CountingHasher(IOptions<KitchenGuard.Web.Features.Accounts.PasswordOptions> options) : BcryptPasswordHasher(options)
{
    /// <summary>What was done since the last look: <c>hash</c>, or <c>verify</c> with the marks of the hash.</summary>
    public List<string> Work { get; } = [];

    /// <inheritdoc />
    public override string HashPassword(User user, string password)
    {
        Work.Add("hash");
        return base.HashPassword(user, password);
    }

    /// <inheritdoc />
    public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        Work.Add($"verify {hashedPassword[..11]} of {hashedPassword.Length}");
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

/// <summary>The application with a hasher that counts.</summary>
public sealed class CountingApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <summary>The one hasher.</summary>
    public CountingHasher Hasher => (CountingHasher)Services.GetRequiredService<BcryptPasswordHasher>();

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) =>
        builder.ConfigureTestServices(services => services.AddSingleton<BcryptPasswordHasher, CountingHasher>());
}

/// <summary>Signing in costs the same work whoever it is, so that nobody can tell by the time who has an account.</summary>
public sealed class HashingTests(CountingApp app) : IClassFixture<CountingApp>
{
    private const string One = "verify kg1:$2a$04$ of 64";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_in_costs_exactly_one_verification_whoever_it_is()
    {
        var owner = await app.RegisterAsync();
        Assert.Equal((HttpStatusCode.Unauthorized, One), await CountAsync("first.unknown@restaurant.example", "whatever it is"));
        Assert.Equal((HttpStatusCode.Unauthorized, One), await CountAsync("second.unknown@restaurant.example", "whatever it is"));
        Assert.Equal((HttpStatusCode.Unauthorized, One), await CountAsync("unknown", "whatever it is"));
        Assert.Equal((HttpStatusCode.Unauthorized, One), await CountAsync(owner.Email, "not the password"));
        Assert.Equal((HttpStatusCode.OK, One), await CountAsync(owner.Email, owner.Password));
    }

    [Fact]
    public async Task A_sign_in_that_is_locked_out_costs_none()
    {
        for (var i = 0; i < 5; i++)
        {
            await CountAsync("locked@restaurant.example", "whatever it is");
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, ""), await CountAsync("locked@restaurant.example", "whatever it is"));
    }

    // The work itself, not only the call: an unreadable hash would be refused in no time.
    [Fact]
    public void The_decoy_is_a_hash_that_bcrypt_works_on()
    {
        Assert.Equal(PasswordVerificationResult.Failed, app.Hasher.VerifyHashedPassword(null!, app.Hasher.Decoy, "whatever it is"));
        Assert.False(BCrypt.Net.BCrypt.EnhancedVerify("whatever it is", app.Hasher.Decoy[4..]));
        Assert.False(BCrypt.Net.BCrypt.PasswordNeedsRehash(app.Hasher.Decoy[4..], 4));
    }

    // bcrypt alone looks at 72 bytes.
    [Theory]
    [InlineData(73)]
    [InlineData(100)]
    public void Every_character_of_a_long_password_counts(int length)
    {
        var password = string.Concat(Enumerable.Repeat("seven grey geese ", 8))[..length];
        var hash = app.Hasher.HashPassword(null!, password);
        Assert.Equal(PasswordVerificationResult.Success, app.Hasher.VerifyHashedPassword(null!, hash, password));
        Assert.Equal(PasswordVerificationResult.Failed, app.Hasher.VerifyHashedPassword(null!, hash, password[..^1] + "#"));
    }

    private async Task<(HttpStatusCode Status, string Work)> CountAsync(string login, string password)
    {
        using var client = app.Anonymous();
        app.Hasher.Work.Clear();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new { login, password }, Ct);
        return (answer.StatusCode, string.Join(", ", app.Hasher.Work));
    }
}
