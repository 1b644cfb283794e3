using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Running;
using KitchenGuard.Web.Features.Imports.Undo;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Files on their way into the ledger.</summary>
public static class ImportsFeature
{
    /// <summary>Registers starting, running and sweeping of imports.</summary>
    public static void AddImports(this WebApplicationBuilder builder)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddScoped<StartImport>().AddScoped<DraftImports>().AddPreview();
        builder.Services.AddScoped<RunImport>().AddScoped<RevertImport>().AddScoped<MailWhenDone>().AddScoped<FailImport>().AddScoped<ImportJob>();
        builder.Services.AddScoped<CancelImport>().AddScoped<UndoImport>();
        if (builder.Configuration.GetValue("Jobs:Workers", 3) > 0)
        {
            builder.Services.AddHostedService<ImportSweeper>();
        }
    }
}
