using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Operations;

/// <summary>Who is an operator is the setting's word and a proved address, at every request. Its clock runs ahead: with cookies only.</summary>
public sealed class OperatorClaimTests(OperationsApp app) : IClassFixture<OperationsApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_an_operator_is_asked_anew_and_only_a_proved_address_counts()
    {
        var someone = await app.OperatorAsync();
        using var pages = await app.PagesAsync(someone);
        var url = new Uri("/operations", UriKind.Relative);
        Assert.Equal(HttpStatusCode.OK, (await pages.GetAsync(url, Ct)).StatusCode);
        await ProveAsync(someone, false);
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync(url, Ct)).StatusCode);
        using var again = await app.PagesAsync(someone);
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync(url, Ct)).StatusCode);
        await ProveAsync(someone, true);
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(url, Ct)).StatusCode);
    }

    [Fact]
    public async Task Nobody_runs_the_installation_from_a_shared_device()
    {
        var someone = await app.OperatorWithTokenAsync(Role.Owner);
        using var device = await app.DeviceAsync(someone, "Kitchen", someone);
        Assert.Equal(HttpStatusCode.OK, (await device.GetAsync(new Uri("/kitchen", UriKind.Relative), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await device.GetAsync(new Uri("/operations", UriKind.Relative), Ct)).StatusCode);
    }

    private async Task ProveAsync(Owner somebody, bool isProved)
    {
        using var scope = app.Services.CreateScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == somebody.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, isProved), Ct));
    }
}
