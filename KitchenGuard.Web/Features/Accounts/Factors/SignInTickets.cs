using System.Security.Cryptography;
using System.Text.Json;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Security;
using Microsoft.AspNetCore.DataProtection;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Somebody whose password was right, on the way to the second factor.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Stamp">Their security stamp at that moment, hashed: another password voids the ticket.</param>
/// <param name="RestaurantId">Where they want to act.</param>
/// <param name="Until">When it is over (UTC).</param>
public sealed record SignInTicket(Guid UserId, string Stamp, Guid? RestaurantId, DateTimeOffset Until);

/// <summary>Keeps a sign-in between its two steps, encrypted, with the caller: nothing is stored, and nobody is signed in yet.</summary>
public sealed class SignInTickets(IDataProtectionProvider protection, IHttpContextAccessor accessor, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>How long the second step may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const int Longest = 2000;

    private IDataProtector Protector => protection.CreateProtector("KitchenGuard.SignInTicket");

    private string CookieName => HostCookie.NameOf(environment, "kg-sign-in");

    /// <summary>The ticket that the browser has.</summary>
    public string? Kept => accessor.HttpContext!.Request.Cookies[CookieName];

    /// <summary>A ticket for somebody whose password was right.</summary>
    public string Issue(User user, Guid? restaurantId) => Protector.Protect(
        JsonSerializer.Serialize(new SignInTicket(user.Id, AccessTokens.StampOf(user.SecurityStamp), restaurantId, clock.GetUtcNow() + Lifetime)));

    /// <summary>What a ticket says; null when it is over, or none of ours.</summary>
    public SignInTicket? Read(string? ticket)
    {
        if (ticket is null or { Length: > Longest })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SignInTicket>(Protector.Unprotect(ticket)) is { } read && clock.GetUtcNow() < read.Until ? read : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Gives the browser its ticket.</summary>
    public void Keep(string ticket) => accessor.HttpContext!.Response.Cookies.Append(CookieName, ticket, Options(Lifetime));

    /// <summary>Takes it away.</summary>
    public void Forget() => accessor.HttpContext!.Response.Cookies.Delete(CookieName, Options(null));

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), Path = "/", MaxAge = lifetime, IsEssential = true,
    };
}
