using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Devices;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Features.Accounts.Leaving;
using KitchenGuard.Web.Features.Accounts.Members;
using KitchenGuard.Web.Features.Accounts.Passwords;
using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Features.Accounts.Restaurants;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Auditing;
using KitchenGuard.Web.Features.Dashboard;
using KitchenGuard.Web.Features.Imports;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Features.Operations;
using KitchenGuard.Web.Features.Stock;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Database;
using KitchenGuard.Web.Platform.Jobs;

try
{
    if (args is ["migrate", .. var rest])
    {
        await DatabaseSetup.MigrateCommandAsync(rest);
        return 0;
    }

    var builder = WebApplication.CreateBuilder(args);
    builder.Configuration.AddSecretFiles();
    builder.AddObservability();
    builder.AddTransport();
    await using var database = await builder.AddDatabaseAsync();
    builder.AddKeyRing();
    builder.AddAccounts();
    builder.AddImports();
    builder.AddInventory();
    builder.Services.AddStock();
    builder.Services.AddDashboard();
    builder.Services.AddAuditing();
    builder.AddOperations();
    builder.Services.AddTenancy();
    builder.AddEmail();
    builder.Services.AddApi();
    builder.Services.AddPages();
    builder.Services.AddHealth();
    builder.Services.AddSingleton(TimeProvider.System);

    var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseTransport();
    app.UseRequestLog();
    app.UseFailures();
    app.UsePlainAddress();
    app.UseFetchMetadata();
    app.UseRouting();
    app.UseAuthentication();
    app.UseTenant();
    app.UseLeavingGate();
    app.UseOperationsGate();
    app.UseAuthorization();
    app.UseRequestKeys();
    app.UsePages();
    app.MapStaticAssets().AllowAnonymous();
    app.MapRazorPages().WithStaticAssets();
    app.MapAccountsApi();
    app.MapProfileApi();
    app.MapFactorsApi();
    app.MapProvingApi();
    app.MapSessionsApi();
    app.MapDevicesApi();
    app.MapRegisterApi();
    app.MapMembersApi();
    app.MapPasswordsApi();
    app.MapRestaurantApi();
    app.MapLeavingApi();
    app.MapImportsApi();
    app.MapInventoryApi();
    app.MapStockApi();
    app.MapAuditApi();
    app.MapOperationsApi();
    app.MapApiDocuments();
    app.MapOperations();
    app.MapHealth();
    app.MapDevelopmentMail();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartupException.SentenceFor(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
