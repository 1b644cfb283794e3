using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Browser;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KitchenGuard.Tests.Accounts;

/// <summary>The application listening where browsers allow passkeys without TLS: at localhost, without a configured address.</summary>
public sealed class PasskeyServer(PostgresServer server) : KitchenGuardServer(server)
{
    public Uri Local => new UriBuilder(Address) { Host = "localhost" }.Uri;

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("App:BaseUrl", "");
    }
}

/// <summary>Passkeys in a real browser, with an authenticator that Chromium plays.</summary>
public sealed class PasskeyTests(PasskeyServer app, Chromium chromium) : IClassFixture<PasskeyServer>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<Device> Devices => [Device.Phone with { Dark = true }, Device.Desktop];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Is_added_signs_in_without_a_name_is_the_second_step_and_proves(Device device)
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, device);
        var page = visit.Page;
        await AddAuthenticatorAsync(page);
        var owner = await app.RegisterAsync();
        await LoginAsync(visit, owner);
        await page.GotoAsync("/account/second-factor");
        await page.GetByLabel("What do you call it?").FillAsync("My phone");
        await visit.PressAsync("Add a passkey");
        await Expect(page.Locator(".recovery-codes li")).ToHaveCountAsync(10);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(page.GetByText("My phone", new() { Exact = true })).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        Assert.Contains("The passkey “My phone” was added", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);

        await SignOutAsync(page);
        await page.GotoAsync("/login?returnUrl=%2Fkitchen");
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Sign in with a passkey");
        await page.ArriveAsync("/kitchen");
        Assert.Equal(SecondFactor.Passkey, await LastFactorAsync(owner));

        await SignOutAsync(page);
        await LoginAsync(visit, owner);
        await page.ArriveAsync("/login/code");
        await Expect(page.GetByLabel("One of the codes you kept")).ToBeVisibleAsync();
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Use a passkey");
        await page.ArriveAsync("/dashboard");
        Assert.Equal(SecondFactor.Passkey, await LastFactorAsync(owner));

        await AgeAsync(owner);
        await page.GotoAsync("/members/invite");
        await page.ArriveAsync("/account/prove");
        await visit.AssertAccessibleAsync();
        await visit.PressAsync("Use a passkey");
        await page.ArriveAsync("/members/invite");
        await visit.AssertCleanAsync();
    }

    [Fact]
    public async Task Signs_nobody_in_after_it_was_removed()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, Device.Desktop);
        var page = visit.Page;
        await AddAuthenticatorAsync(page);
        var owner = await app.RegisterAsync();
        await LoginAsync(visit, owner);
        await AddPasskeyAsync(visit);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Remove the passkey") }).ClickAsync();
        await Expect(page.GetByText("The passkey is removed.")).ToBeVisibleAsync();
        Assert.Contains("was taken off your account", (await app.MailsAsync(owner.Email))[^1], StringComparison.Ordinal);
        await SignOutAsync(page);
        await page.GotoAsync("/login");
        await visit.PressAsync("Sign in with a passkey");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "That passkey does not work here" })).ToBeVisibleAsync();
        // The password alone is enough again.
        await LoginAsync(visit, owner);
        await page.ArriveAsync("/dashboard");
    }

    [Fact]
    public async Task Signs_nobody_in_of_whom_a_new_password_is_demanded()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, Device.Desktop);
        var page = visit.Page;
        await AddAuthenticatorAsync(page);
        var owner = await app.RegisterAsync();
        await LoginAsync(visit, owner);
        await AddPasskeyAsync(visit);
        await SignOutAsync(page);
        using (var scope = app.Services.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Users.Where(u => u.Id == owner.UserId)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, (string?)null), TestContext.Current.CancellationToken);
        }

        await page.GotoAsync("/login");
        await visit.PressAsync("Sign in with a passkey");
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "That passkey does not work here" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Is_no_second_step_and_no_proof_for_another_person()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, Device.Desktop);
        var page = visit.Page;
        var authenticator = await AddAuthenticatorAsync(page);
        var (mine, other) = (await app.RegisterAsync(), await app.RegisterAsync());
        await LoginAsync(visit, other);
        var code = await AddPasskeyAsync(visit);
        await SignOutAsync(page);
        await authenticator.ForgetAsync();
        await LoginAsync(visit, mine);
        await AddPasskeyAsync(visit);
        await SignOutAsync(page);

        // The browser has only my passkey; the question is the one that anybody may answer.
        await LoginAsync(visit, other);
        await page.ArriveAsync("/login/code");
        await AskAnybodyAsync(page);
        await Expect(page.GetByText("That passkey does not work here")).ToBeVisibleAsync();
        await page.GotoAsync("/dashboard");
        await page.ArriveAsync("/login");

        // Nor does it prove anything in the other's session.
        await LoginAsync(visit, other);
        await page.ArriveAsync("/login/code");
        await page.GetByLabel("One of the codes you kept").FillAsync(code);
        await visit.PressAsync("Sign in");
        await page.ArriveAsync("/dashboard");
        await AgeAsync(other);
        await page.GotoAsync("/members/invite");
        await AskAnybodyAsync(page);
        await Expect(page.GetByText("That passkey does not work here")).ToBeVisibleAsync();
        await page.GotoAsync("/members/invite");
        await page.ArriveAsync("/account/prove");
    }

    [Fact]
    public async Task Needs_a_person_whom_the_device_has_made_sure_of()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, Device.Desktop);
        var authenticator = await AddAuthenticatorAsync(visit.Page);
        await LoginAsync(visit, await app.RegisterAsync());
        await AddPasskeyAsync(visit);
        await SignOutAsync(visit.Page);
        await authenticator.VerifyAsync(false);
        await visit.Page.GotoAsync("/login");
        await visit.PressAsync("Sign in with a passkey");
        await Expect(visit.Page.GetByText("That did not work.")).ToBeVisibleAsync();
        await authenticator.VerifyAsync(true);
        await visit.PressAsync("Sign in with a passkey");
        await visit.Page.ArriveAsync("/dashboard");
    }

    [Fact]
    public async Task An_answer_works_once()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, Device.Desktop);
        var page = visit.Page;
        await AddAuthenticatorAsync(page);
        await LoginAsync(visit, await app.RegisterAsync());
        await AddPasskeyAsync(visit);
        await SignOutAsync(page);
        await page.GotoAsync("/login");
        var sent = await page.RunAndWaitForRequestAsync(() => visit.PressAsync("Sign in with a passkey"), request => request.Url.Contains("handler=Passkey&", StringComparison.Ordinal));
        var headers = await sent.AllHeadersAsync();
        await page.ArriveAsync("/dashboard");
        using var again = new HttpRequestMessage(HttpMethod.Post, sent.Url)
        {
            Content = new StringContent(sent.PostData!, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"), Headers = { { "Cookie", headers["cookie"] } },
        };
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.SendAsync(again, Ct)).StatusCode);
    }

    [Fact]
    public async Task Without_script_other_ways_are_offered_and_the_button_is_not()
    {
        await using var visit = await Visit.OpenAsync(chromium, app.Local, Device.Phone with { Script = false });
        await visit.Page.GotoAsync("/login");
        await Expect(visit.Page.GetByText("Sign in with a passkey")).ToBeHiddenAsync();
        await Expect(visit.Page.GetByLabel("Password")).ToBeVisibleAsync();
    }

    private static async Task LoginAsync(Visit visit, Owner owner)
    {
        await visit.Page.GotoAsync("/login");
        await visit.FillAsync("E-mail or user name", owner.Email);
        await visit.FillAsync("Password", owner.Password);
        await visit.PressAsync("Sign in");
        await visit.Page.ArriveAsync(url => new Uri(url).AbsolutePath != "/login");
    }

    private static async Task<string> AddPasskeyAsync(Visit visit)
    {
        await visit.Page.GotoAsync("/account/second-factor");
        await visit.PressAsync("Add a passkey");
        var code = await visit.Page.Locator(".recovery-codes code").First.InnerTextAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Expect(visit.Page.GetByText("Chrome on Linux")).ToBeVisibleAsync();
        return code;
    }

    private static Task SignOutAsync(IPage page) => page.Context.ClearCookiesAsync();

    private static async Task AskAnybodyAsync(IPage page)
    {
        var button = page.Locator("[data-passkey]");
        await button.EvaluateAsync("b => { b.dataset.passkeyOptions = '/login?handler=PasskeyOptions'; }");
        await button.ClickAsync();
    }

    private async Task<SecondFactor?> LastFactorAsync(Owner owner)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Sessions.Where(s => s.UserId == owner.UserId).OrderBy(s => s.Id).Select(s => s.SecondFactor).LastAsync(Ct);
    }

    private async Task AgeAsync(Owner owner)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Sessions.Where(s => s.UserId == owner.UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, s => s.ProvedAt - TimeSpan.FromHours(1)), Ct);
    }

    private static async Task<Played> AddAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        var added = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new Played(devtools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private sealed record Played(ICDPSession Devtools, string Id)
    {
        public async Task ForgetAsync() => await Devtools.SendAsync("WebAuthn.clearCredentials", new() { ["authenticatorId"] = Id });

        public async Task VerifyAsync(bool succeeds) => await Devtools.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = Id, ["isUserVerified"] = succeeds });
    }
}

/// <summary>Whose passkeys are taken: those of the configured address.</summary>
public sealed class PasskeyOriginTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    [Theory]
    [InlineData("https://stock.example", false, true)]
    [InlineData("https://stock.example", true, false)]
    [InlineData("https://evil.example", false, false)]
    [InlineData("https://stock.example.evil.example", false, false)]
    [InlineData("http://stock.example", false, false)]
    [InlineData("http://localhost", false, false)]
    public async Task Only_pages_of_the_configured_address_may_answer(string origin, bool crossOrigin, bool may)
    {
        var options = app.Services.GetRequiredService<IOptions<IdentityPasskeyOptions>>().Value;
        Assert.Equal(("stock.example", "required"), (options.ServerDomain, options.UserVerificationRequirement));
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { Request = { Scheme = "http", Host = new("localhost") } };
        Assert.Equal(may, await options.ValidateOrigin!(new PasskeyOriginValidationContext { HttpContext = http, Origin = origin, CrossOrigin = crossOrigin }));
    }
}
