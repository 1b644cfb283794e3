using KitchenGuard.Web.Platform.Security;

namespace KitchenGuard.Web.Features.Accounts.Registration;

internal static class RegistrationSetup
{
    internal static IServiceCollection AddRegistration(this IServiceCollection services) =>
        services.AddScoped<SecretCookie>().AddScoped<Drafts>().AddScoped<KeepPerson>().AddScoped<KeepRestaurant>().AddScoped<SubmitDraft>();
}
