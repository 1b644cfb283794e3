using System.Security.Claims;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Jobs;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Cookie for pages, bearer for /api, chosen by path alone: neither opens the other.</summary>
internal static class AccountsAuthentication
{
    private const string ByPath = "ByPath";

    public static void AddKitchenGuardAuthentication(this WebApplicationBuilder builder)
    {
        var jwt = JwtOptions.Read(builder.Configuration, builder.Environment);
        var isDevelopment = builder.Environment.IsDevelopment();
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
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services
            .AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Path.StartsWithSegments("/api") ? JwtBearerDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme)
            .AddJwtBearer(options => ConfigureBearer(options, jwt))
            .AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options => ConfigureCookie(options, isDevelopment)));
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(KitchenGuardClaims.RestaurantId).Build())
            .AddPolicy(Operations.Policy, policy => policy.RequireClaim(KitchenGuardClaims.Operator))
            .AddApiPolicy();
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options, bool isDevelopment)
    {
        options.Cookie.Name = isDevelopment ? "kg-session" : "__Host-kg-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = TimeSpan.FromDays(14);
        options.LoginPath = "/login";
        options.AccessDeniedPath = "/error?status=403";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                // A redirect would be followed by the fetch and put the login page into a fragment.
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                var current = Uri.TryCreate(context.Request.Headers["HX-Current-URL"], UriKind.Absolute, out var page) ? page.PathAndQuery : "/";
                context.Response.Headers["HX-Redirect"] = "/login?returnUrl=" + Uri.EscapeDataString(current);
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
        options.Events.OnCheckSlidingExpiration = context =>
        {
            // A page that polls for progress must not keep a session alive that nobody sits at.
            if (context.HttpContext.Request.Headers["HX-Trigger-Name"] == "poll" || context.HttpContext.Request.Query.ContainsKey("poll"))
            {
                context.ShouldRenew = false;
            }

            return Task.CompletedTask;
        };
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
        options.Events = new JwtBearerEvents { OnTokenValidated = CheckStampAsync };
    }

    // Ten minutes are long for somebody who was just locked out; the stamp is looked at twice a minute.
    private static async Task CheckStampAsync(Microsoft.AspNetCore.Authentication.JwtBearer.TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var subject = context.Principal?.FindFirstValue(JwtRegisteredClaimNames.Sub);
        if (!Guid.TryParse(subject, out var userId))
        {
            context.Fail("The token names no user.");
            return;
        }

        var stamp = await services.GetRequiredService<IMemoryCache>().GetOrCreateAsync($"stamp:{userId}", async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(30);
            var db = services.GetRequiredService<KitchenGuardDbContext>();
            return await db.Users.Where(u => u.Id == userId).Select(u => u.SecurityStamp).SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        });
        if (stamp is null || context.Principal!.FindFirstValue(AccessTokens.StampClaim) != AccessTokens.StampOf(stamp))
        {
            context.Fail("The token was made before the account changed.");
        }
    }
}
