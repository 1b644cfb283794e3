using KitchenGuard.Web.Features.Accounts.Devices;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Security;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Cookie for pages, bearer for /api, chosen by path alone: neither opens the other.</summary>
internal static class AccountsAuthentication
{
    /// <summary>The policy of what is somebody's own, and so not for a shared device: sessions, going to another restaurant.</summary>
    internal const string PersonalPolicy = "Personal";

    private const string ByPath = "ByPath";

    public static void AddKitchenGuardAuthentication(this WebApplicationBuilder builder)
    {
        var jwt = JwtOptions.Read(builder.Configuration, builder.Environment);
        var environment = builder.Environment;
        builder.Services.AddSingleton(jwt);
        builder.Services.AddIdentityCore<User>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
            })
            .AddEntityFrameworkStores<KitchenGuardDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<KitchenGuardClaimsFactory>();
        builder.Services
            .AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Path.StartsWithSegments("/api") ? JwtBearerDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme)
            .AddJwtBearer(options => ConfigureBearer(options, jwt))
            .AddIdentityCookies(cookies =>
            {
                cookies.ApplicationCookie!.Configure(options => ConfigureCookie(options, environment));
                cookies.ExternalCookie!.Configure(options => options.Cookie.Harden(environment, "kg-external"));
                cookies.TwoFactorUserIdCookie!.Configure(options => options.Cookie.Harden(environment, "kg-second-factor"));
                cookies.TwoFactorRememberMeCookie!.Configure(options => options.Cookie.Harden(environment, "kg-second-factor-done"));
            });
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((passkeys, address) =>
        {
            // Passkeys belong to the host of App:BaseUrl; without the setting, which Development may do, to the host that is asked.
            passkeys.ServerDomain = address.Configured?.Host;
            (passkeys.UserVerificationRequirement, passkeys.ResidentKeyRequirement) = ("required", "required");
            passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == OriginOf(address.Configured, context.HttpContext.Request));
        });
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TimeProvider>((bearer, clock) =>
            bearer.TokenValidationParameters.LifetimeValidator = (from, until, _, parameters) =>
                from <= clock.GetUtcNow().UtcDateTime + parameters.ClockSkew && until >= clock.GetUtcNow().UtcDateTime - parameters.ClockSkew);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(PersonalPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => !context.User.HasClaim(claim => claim.Type == KitchenGuardClaims.Device)))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(KitchenGuardClaims.RestaurantId).Build())
            .AddPolicy(Platform.Jobs.Operations.Policy, policy => policy.RequireClaim(KitchenGuardClaims.Operator).RequireClaim(KitchenGuardClaims.SecondFactor))
            .AddApiPolicy();
    }

    private static string OriginOf(Uri? configured, HttpRequest request) => configured?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";

    private static void ConfigureCookie(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        options.Cookie.Harden(environment, "kg-session");
        // The session's row decides when it is over.
        options.ExpireTimeSpan = StartSession.Longest;
        options.SlidingExpiration = false;
        options.LoginPath = "/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                // A redirect would be followed by the fetch and put the login page into a fragment.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                var current = Uri.TryCreate(context.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) ? page.PathAndQuery : "/";
                var isShared = context.HttpContext.RequestServices.GetRequiredService<DeviceCookie>().IsClaimed;
                context.Response.Headers["HX-Redirect"] = isShared ? "/device" : "/login?returnUrl=" + Uri.EscapeDataString(current);
            }
            else
            {
                // A shared device shows its names.
                var isShared = context.HttpContext.RequestServices.GetRequiredService<DeviceCookie>().IsClaimed;
                context.Response.Redirect(isShared ? "/device" : context.RedirectUri);
            }

            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            var user = context.HttpContext.User;
            if (user.HasClaim(claim => claim.Type == KitchenGuardClaims.Outside))
            {
                // Their restaurant wants a second factor. A redirect of a fragment would be followed by the fetch.
                var url = Factors.IndexModel.UrlFor(HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/dashboard");
                if (!context.Request.Headers.ContainsKey("HX-Request"))
                {
                    context.Response.Redirect(url);
                    return Task.CompletedTask;
                }

                context.Response.Headers["HX-Redirect"] = url;
            }

            var isMember = user.HasClaim(claim => claim.Type == KitchenGuardClaims.RestaurantId);
            if (isMember || context.Request.Headers.ContainsKey("HX-Request"))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }
            else
            {
                // Signed in, and no restaurant has them (any more).
                context.Response.Redirect("/restaurants");
            }

            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = CheckCookieAsync;
    }

    private static void ConfigureBearer(JwtBearerOptions options, JwtOptions jwt)
    {
        options.MapInboundClaims = false;
        options.IncludeErrorDetails = false;
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            IssuerSigningKey = jwt.SigningKey,
            ValidIssuer = jwt.Issuer,
            ValidAudience = jwt.Audience,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidTypes = [JwtOptions.TokenType],
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = JwtRegisteredClaimNames.Sub,
            RoleClaimType = KitchenGuardClaims.Role,
        };
        options.Events = new JwtBearerEvents { OnTokenValidated = CheckTokenAsync };
    }

    private static async Task CheckCookieAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<LiveSessions>();
        // A page that polls for progress must not keep a session alive that nobody sits at.
        var isUse = !context.Request.Query.ContainsKey("poll");
        var (counts, changed) = await sessions.RenewAsync(context.Principal!, isUse, context.HttpContext.RequestAborted);
        if (!counts)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
        else if (changed)
        {
            context.ShouldRenew = true;
        }
    }

    // Ten minutes are long for somebody who was just locked out.
    private static async Task CheckTokenAsync(Microsoft.AspNetCore.Authentication.JwtBearer.TokenValidatedContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<LiveSessions>();
        if (!await sessions.CountsAsync(context.Principal!, context.HttpContext.RequestAborted))
        {
            context.Fail("The token was made before the account changed, or for a restaurant that its user has left.");
        }
    }
}
