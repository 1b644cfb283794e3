using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Review;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Features.Imports.Undo;
using KitchenGuard.Web.Features.Inventory;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Files on their way into the ledger.</summary>
public static class ImportsFeature
{
    /// <summary>Registers starting, running and sweeping of imports.</summary>
    public static void AddImports(this WebApplicationBuilder builder)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        // Whole pages: a file shows costs and both lists. After the framework's own setting, which begins the conventions anew.
        builder.Services.PostConfigure<RazorPagesOptions>(pages => pages.Conventions.AuthorizeFolder("/Imports", Rights.Managing));
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddScoped<StartImport>().AddScoped<DraftImports>().AddPreview();
        builder.Services.AddScoped<PlanFile>().AddScoped<MappingMemories>().AddScoped<CheckImport>().AddScoped<ChangeImport>().AddScoped<EditImport>()
            .AddScoped<ConfirmImport>().AddScoped<DiscardImport>().AddScoped<SplitImport>().AddScoped<ImportRecords>().AddScoped<ReviewPages>();
        builder.Services.AddScoped<RunImport>().AddScoped<RevertImport>().AddScoped<MailWhenDone>().AddScoped<FailImport>().AddScoped<ImportJob>();
        builder.Services.AddScoped<CancelImport>().AddScoped<UndoImport>();
        if (builder.Configuration.GetValue("Jobs:Workers", 3) > 0)
        {
            builder.Services.AddHostedService<ImportSweeper>();
        }
    }
}
