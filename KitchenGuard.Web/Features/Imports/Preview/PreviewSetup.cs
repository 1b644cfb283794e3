namespace KitchenGuard.Web.Features.Imports.Preview;

internal static class PreviewSetup
{
    internal static IServiceCollection AddPreview(this IServiceCollection services) => services
        .AddScoped<ReadDraftFile>().AddScoped<LayFile>().AddScoped<ChangeReading>().AddScoped<RemoveFile>().AddScoped<FilePanels>().AddScoped<FileDesk>().AddScoped<CheckDraftFile>().AddScoped<SwapFiles>();
}
