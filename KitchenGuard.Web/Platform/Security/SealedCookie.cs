using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace KitchenGuard.Web.Platform.Security;

/// <summary>
/// A small thing that is kept for minutes with the caller, encrypted, instead of in the database: between the steps of a sign-in, between question
/// and answer of a passkey. Whatever is sealed under one name opens under no other.
/// </summary>
public sealed class SealedCookie(IDataProtectionProvider protection, IHttpContextAccessor accessor, IHostEnvironment environment, TimeProvider clock)
{
    private const int Longest = 4000;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A cookie needs a request.");

    /// <summary>What the browser has under the name, still sealed.</summary>
    public string? Read(string name) => Http.Request.Cookies[HostCookie.NameOf(environment, name)];

    /// <summary>Gives it to the browser.</summary>
    public void Write(string name, string sealedText, TimeSpan lifetime) => Http.Response.Cookies.Append(HostCookie.NameOf(environment, name), sealedText, Options(lifetime));

    /// <summary>Takes it from the browser.</summary>
    public void Delete(string name) => Http.Response.Cookies.Delete(HostCookie.NameOf(environment, name), Options(null));

    /// <summary>Seals a value; the lifetime counts whatever a browser does.</summary>
    public string Seal<T>(string name, T value, TimeSpan lifetime) =>
        Protector(name).Protect(JsonSerializer.Serialize(new Content<T>(value, clock.GetUtcNow() + lifetime)));

    /// <summary>Opens it; null when it is over, or none of ours.</summary>
    public T? Open<T>(string name, string? sealedText)
        where T : class
    {
        if (sealedText is null or { Length: > Longest })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Content<T>>(Protector(name).Unprotect(sealedText)) is { } content && clock.GetUtcNow() < content.Until ? content.Value : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string name) => protection.CreateProtector("KitchenGuard.SealedCookie", name);

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), Path = "/", MaxAge = lifetime, IsEssential = true,
    };

    private sealed record Content<T>(T Value, DateTimeOffset Until);
}
