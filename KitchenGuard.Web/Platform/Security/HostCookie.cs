namespace KitchenGuard.Web.Platform.Security;

/// <summary>
/// Our cookies: sent over TLS only and to this host only, which browsers hold by the prefix <c>__Host-</c>; not readable by script. Development,
/// which has no TLS, uses the plain name.
/// </summary>
public static class HostCookie
{
    /// <summary>The name as the browser knows it.</summary>
    public static string NameOf(IHostEnvironment environment, string name) => environment.IsDevelopment() ? name : "__Host-" + name;

    /// <summary>Makes a cookie of the framework's one of ours.</summary>
    public static void Harden(this CookieBuilder cookie, IHostEnvironment environment, string name, SameSiteMode sameSite = SameSiteMode.Lax)
    {
        cookie.Name = NameOf(environment, name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
