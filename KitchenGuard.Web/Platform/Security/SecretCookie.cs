namespace KitchenGuard.Web.Platform.Security;

/// <summary>
/// A cookie of 32 random bytes that leads to a row: only the SHA-256 of it is stored, so that neither the database nor an address names
/// it. Not readable by script; bound to this host and to HTTPS outside Development.
/// </summary>
public sealed class SecretCookie(IHttpContextAccessor accessor, IHostEnvironment environment)
{
    /// <summary>The hash the row is found by; null when the browser has no such cookie.</summary>
    /// <param name="name">The cookie's name, without prefix.</param>
    /// <param name="owner">Becomes part of the hash: the same cookie under another owner finds nothing.</param>
    public byte[]? Read(string name, string owner = "")
    {
        var text = Http.Items[KeyOf(name)] as string ?? Http.Request.Cookies[Prefixed(name)];
        return SecretToken.HashOf(text, owner);
    }

    /// <summary>Gives the browser a new secret.</summary>
    /// <returns>The hash to store.</returns>
    public byte[] Issue(string name, TimeSpan lifetime, string owner = "")
    {
        var text = SecretToken.New();
        Http.Items[KeyOf(name)] = text;
        Http.Response.Cookies.Append(Prefixed(name), text, Options(lifetime));
        return SecretToken.HashOf(text, owner)!;
    }

    /// <summary>Takes the cookie away.</summary>
    public void Delete(string name) => Http.Response.Cookies.Delete(Prefixed(name), Options(null));

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A cookie needs a request.");

    private string Prefixed(string name) => HostCookie.NameOf(environment, name);

    private static string KeyOf(string name) => "secret-cookie:" + name;

    private CookieOptions Options(TimeSpan? lifetime) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = !environment.IsDevelopment(), Path = "/", MaxAge = lifetime, IsEssential = true,
    };
}
