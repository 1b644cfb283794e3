using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>The log of who did what in a restaurant.</summary>
public static class AuditingFeature
{
    /// <summary>Registers the log, its writer among it.</summary>
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services.AddScoped<Audit>().AddScoped<ExportAudit>()
        .PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Auditing", Rights.Managing));
}
