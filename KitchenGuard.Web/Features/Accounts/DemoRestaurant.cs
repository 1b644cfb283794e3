using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>
/// The restaurant that Development starts with: signed up and filled by the same use-cases and the same job as any other, once. Then
/// says where the program is and how to get in.
/// </summary>
internal sealed class DemoRestaurant(
    IServiceScopeFactory scopes, IWebHostEnvironment environment, IHostApplicationLifetime lifetime, IServer server) : BackgroundService
{
    public const string Email = "demo@kitchenguard.example";

    public const string Password = "demo restaurant";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            await SeedAsync(scope.ServiceProvider, stoppingToken);
        }

        lifetime.ApplicationStarted.Register(() =>
        {
            var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            Console.WriteLine($"KitchenGuard is at {address} — demo sign-in: {Email}, password: {Password}");
        });
    }

    private async Task SeedAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<KitchenGuardDbContext>();
        var normalized = Email.ToUpperInvariant();
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == normalized, ct))
        {
            return;
        }

        var registered = await services.GetRequiredService<Register>().RunAsync(
            new NewRestaurant
            {
                RestaurantId = Guid.CreateVersion7(),
                FullName = "Dana Demo",
                Email = Email,
                PasswordHash = services.GetRequiredService<BcryptPasswordHasher>().HashPassword(null!, Password),
                Name = "The Demo Kitchen",
                Address = "1 Quay Street",
                TimeZone = "Europe/Dublin",
                Currency = "EUR",
                Locale = "en-IE",
            },
            (_, _, _) => Task.FromResult(0), ct);
        if (registered.Error is not null)
        {
            // Another instance was first.
            return;
        }

        services.GetRequiredService<Tenant>().Enter(registered.Value.Membership!.RestaurantId);
        foreach (var department in new[] { Department.Kitchen, Department.Bar })
        {
            var name = $"{department.Word()}-sample.csv";
            await using var content = environment.WebRootFileProvider.GetFileInfo($"samples/{name}").CreateReadStream();
            await services.GetRequiredService<StartImport>().RunAsync(
                new NewImport(department, name, ImportContent.Csv, content, new ImportOptions()), registered.Value.User.Id, ct);
        }
    }
}
