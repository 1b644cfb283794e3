using System.Net;
using System.Net.Http.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Tests.Security;

/// <summary>The product's hasher, which says where it was asked to work.</summary>
public sealed class WatchedHasher(IOptions<PasswordOptions> options, HashingGate gate) : BcryptPasswordHasher(options)
{
    /// <summary>How many hashes the gate knew of, at each new hash.</summary>
    public List<int> Running { get; } = [];

    /// <inheritdoc />
    public override string HashPassword(User user, string password)
    {
        Running.Add(gate.Running);
        return base.HashPassword(user, password);
    }
}

/// <summary>The application with a cost of 6.</summary>
public sealed class CostlierApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) =>
        builder.UseSetting("Passwords:BcryptCost", "6").ConfigureTestServices(services => services.AddSingleton<BcryptPasswordHasher, WatchedHasher>());
}

/// <summary>When the cost rises, each password is hashed anew at its next use.</summary>
public sealed class RehashTests(CostlierApp app) : IClassFixture<CostlierApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sign_in_hashes_an_older_password_anew_inside_the_gate(bool isMarked)
    {
        var owner = await app.RegisterAsync();
        await SetAsync(owner, isMarked ? "kg1:" + BCrypt.Net.BCrypt.EnhancedHashPassword(owner.Password, 4) : BCrypt.Net.BCrypt.HashPassword(owner.Password, 6));
        var hasher = (WatchedHasher)app.Services.GetRequiredService<BcryptPasswordHasher>();
        hasher.Running.Clear();

        Assert.Equal(HttpStatusCode.Unauthorized, await SignInAsync(owner.Email, "not the password"));
        Assert.Empty(hasher.Running);
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(owner.Email, owner.Password));
        Assert.Equal([1], hasher.Running);
        Assert.StartsWith("kg1:$2a$06$", await HashAsync(owner));
        Assert.Equal(HttpStatusCode.OK, await SignInAsync(owner.Email, owner.Password));
        Assert.Single(hasher.Running);
    }

    private async Task<HttpStatusCode> SignInAsync(string login, string password)
    {
        using var client = app.Anonymous();
        return (await client.PostAsJsonAsync("/api/auth/login", new { login, password }, Ct)).StatusCode;
    }

    private async Task SetAsync(Owner owner, string hash)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == owner.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, hash), Ct);
    }

    private async Task<string> HashAsync(Owner owner)
    {
        using var scope = app.Services.CreateScope();
        return (await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == owner.UserId).Select(u => u.PasswordHash).SingleAsync(Ct))!;
    }
}
