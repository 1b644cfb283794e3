using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Devices;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Features.Accounts.Leaving;
using KitchenGuard.Web.Features.Accounts.Members;
using KitchenGuard.Web.Features.Accounts.Passwords;
using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Registration;
using KitchenGuard.Web.Features.Accounts.Restaurants;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Sign-in, sign-up and who is who.</summary>
public static class AccountsFeature
{
    /// <summary>Registers accounts: Identity on PostgreSQL, cookie and bearer authentication, sign-in.</summary>
    /// <exception cref="Platform.StartupException">The signing key is missing or short.</exception>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.AddKitchenGuardAuthentication();
        builder.Services.AddOptions<PasswordOptions>().BindConfiguration(PasswordOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<NetworkLimits>().BindConfiguration(NetworkLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<BcryptPasswordHasher>();
        builder.Services.AddSingleton<IPasswordHasher<User>>(provider => provider.GetRequiredService<BcryptPasswordHasher>());
        builder.Services.AddSingleton<HashingGate>().AddSingleton<SignInThrottle>().AddSingleton<AccessTokens>().AddSingleton<OperatorList>().AddSingleton<LiveSessions>();
        builder.Services.AddScoped<StartSession>().AddScoped<EndSessions>().AddScoped<IssueTokens>().AddScoped<ChangePassword>().AddScoped<EmailProofs>();
        builder.Services.AddScoped<AuthenticatorCodes>().AddScoped<RecoveryCodes>().AddScoped<TakeFactor>().AddScoped<FactorChange>().AddScoped<FactorList>().AddScoped<SealedCookie>().AddScoped<SignInTickets>().AddScoped<Passkeys>().AddScoped<PasskeyList>()
            .AddScoped<SignInByCode>().AddScoped<FinishSignIn>().AddScoped<AuthenticatorSetup>().AddScoped<RenewRecoveryCodes>();
        builder.Services.AddScoped<RecentProof>().AddScoped<ProveIdentity>().Configure<MvcOptions>(mvc => mvc.Filters.Add<ProofFilter>());
        builder.Services.AddScoped<DeviceCookie>().AddScoped<EnrolDevice>().AddScoped<RevokeDevice>().AddScoped<SignInByPin>()
            .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AuthorizePage("/Accounts/Devices/Index", Rights.Managing));
        builder.Services.AddScoped<Memberships>().AddScoped<SessionCookie>().AddScoped<SignIn>().AddScoped<Register>().AddScoped<OpenRestaurant>().AddRegistration().AddMembers();
        builder.Services.AddScoped<ResetLinks>().AddScoped<TellRestaurants>().AddScoped<RequestReset>().AddScoped<ResetPassword>().AddScoped<ChangeRestaurant>().AddScoped<RequireSecondFactor>();
        builder.AddLeaving();
        if (builder.Environment.IsDevelopment() && builder.Configuration.GetValue("Demo", true))
        {
            builder.Services.AddHostedService<DemoRestaurant>();
        }
    }
}
