using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform.Database;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Support;

/// <summary>Somebody who owns a restaurant in a test.</summary>
public sealed record Owner(string Email, string Password, Guid UserId, Guid RestaurantId, string AccessToken);

/// <summary>
/// The application on a database of the test class's own: derive nothing, take it as a class fixture. Talk to it over HTTP; arrange by
/// its intent methods.
/// </summary>
public class KitchenGuardApp(PostgresServer server) : TestDatabase(server, PrepareAsync)
{
    /// <summary>What links in mails begin with.</summary>
    public const string BaseUrl = "https://stock.example";

    private const string OperatorDomain = "@operators.example";
    private const string Password = "a long enough password";
    private readonly Lock _starting = new();
    private WebApplicationFactory<Program>? _factory;
    private int _registered;
    private int _operators;

    /// <summary>The application's services, for arranging and for reading back.</summary>
    public IServiceProvider Services => Factory.Services;

    /// <summary>The host. Settings are the test's: cheap hashes, one worker, a fixed key.</summary>
    public WebApplicationFactory<Program> Factory
    {
        get
        {
            lock (_starting)
            {
                return _factory ??= CreateFactory();
            }
        }
    }

    /// <summary>What clients call the application by.</summary>
    protected virtual Uri ClientAddress => new("http://localhost");

    /// <summary>Settings on top of the usual ones.</summary>
    protected virtual void Configure(IWebHostBuilder builder)
    {
    }

    /// <summary>What is to be said to the host before it is built.</summary>
    protected virtual void Prepare(WebApplicationFactory<Program> factory)
    {
    }

    /// <summary>Makes a restaurant and its owner, as signing up does.</summary>
    /// <param name="locale">The restaurant's locale.</param>
    /// <param name="currency">Its currency.</param>
    public async Task<Owner> RegisterAsync(string locale = "en-GB", string currency = "EUR")
    {
        var email = $"owner{Interlocked.Increment(ref _registered)}@restaurant.example";
        using var scope = Services.CreateScope();
        var hasher = scope.ServiceProvider.GetRequiredService<BcryptPasswordHasher>();
        var registered = await scope.ServiceProvider.GetRequiredService<Register>().RunAsync(
            new NewRestaurant
            {
                RestaurantId = Guid.CreateVersion7(), FullName = "Test Owner", Email = email, PasswordHash = hasher.HashPassword(null!, Password),
                Name = $"Restaurant of {email}", TimeZone = "Europe/Dublin", Currency = currency, Locale = locale,
            },
            (_, _, _) => Task.FromResult(0), TestContext.Current.CancellationToken);
        var token = await TokenAsync(scope.ServiceProvider, registered.Value.User, registered.Value.Membership!);
        return new Owner(email, Password, registered.Value.User.Id, registered.Value.Membership!.RestaurantId, token);
    }

    /// <summary>Makes somebody a member of the owner's restaurant, as an accepted invitation does.</summary>
    public async Task<Owner> JoinAsync(Owner owner, Role role, string word = "")
    {
        var email = $"{word}{role}{Interlocked.Increment(ref _registered)}@restaurant.example";
        using var scope = Inside(owner.RestaurantId);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>());
        var user = NewUser(services, email, $"Test {role}");
        db.Users.Add(user);
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = owner.RestaurantId, UserId = user.Id, Role = role, CreatedAt = user.CreatedAt });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var membership = await services.GetRequiredService<Memberships>().EnterAsync(user.Id, owner.RestaurantId, TestContext.Current.CancellationToken);
        return new Owner(email, Password, user.Id, owner.RestaurantId, await TokenAsync(services, user, membership!));
    }

    /// <summary>Makes somebody who runs the installation and is a member nowhere: their address is in the setting, and proved.</summary>
    public async Task<Owner> OperatorAsync()
    {
        var email = OperatorEmail(Interlocked.Increment(ref _operators));
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var user = NewUser(scope.ServiceProvider, email, $"Operator {email}");
        user.EmailConfirmed = true;
        db.Users.Add(user);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Owner(email, Password, user.Id, Guid.Empty, "");
    }

    /// <summary>The same, with a restaurant of their own besides: whoever is a member somewhere gets a token.</summary>
    public async Task<Owner> OperatorWithTokenAsync(Role role = Role.Viewer)
    {
        var (someone, owner) = (await OperatorAsync(), await RegisterAsync());
        using var scope = Inside(owner.RestaurantId);
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>());
        db.Members.Add(new Member
        {
            Id = Guid.CreateVersion7(), RestaurantId = owner.RestaurantId, UserId = someone.UserId, Role = role, CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var membership = await services.GetRequiredService<Memberships>().EnterAsync(someone.UserId, null, TestContext.Current.CancellationToken);
        var user = await db.Users.SingleAsync(u => u.Id == someone.UserId, TestContext.Current.CancellationToken);
        return someone with { RestaurantId = owner.RestaurantId, AccessToken = await TokenAsync(services, user, membership!) };
    }

    /// <summary>Makes an account that no restaurant has.</summary>
    public async Task<Owner> AccountAsync(string email)
    {
        using var scope = Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var user = NewUser(scope.ServiceProvider, email, "Nowhere");
        db.Users.Add(user);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Owner(email, Password, user.Id, Guid.Empty, "");
    }

    /// <summary>The addresses in the setting Operators: numbers from 1 to 30.</summary>
    protected static string OperatorEmail(int number) => $"operator{number}{OperatorDomain}";

    private static User NewUser(IServiceProvider services, string email, string name) => new()
    {
        Id = Guid.CreateVersion7(), FullName = name, Email = email, NormalizedEmail = email.ToUpperInvariant(), UserName = email,
        NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = Guid.CreateVersion7().ToString("N"),
        PasswordHash = services.GetRequiredService<BcryptPasswordHasher>().HashPassword(null!, Password), CreatedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
    };

    private static async Task<string> TokenAsync(IServiceProvider services, User user, Membership membership) =>
        (await services.GetRequiredService<IssueTokens>().StartAsync(
            user, membership, user.Email!.EndsWith(OperatorDomain, StringComparison.Ordinal) ? SecondFactor.Authenticator : null, TestContext.Current.CancellationToken)).Value.AccessToken;

    /// <summary>The id of somebody's membership in the restaurant.</summary>
    public async Task<Guid> MemberIdAsync(Owner member)
    {
        using var scope = Inside(member.RestaurantId);
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Members
            .Where(m => m.UserId == member.UserId).Select(m => m.Id).SingleAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The bodies of the mails to an address, oldest first.</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string to)
    {
        using var scope = Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().OutgoingMails
            .Where(m => m.To == to).OrderBy(m => m.Id).Select(m => m.Body).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The path and query of the one link in the last mail to an address.</summary>
    public async Task<string> LinkToAsync(string to) =>
        Regex.Match((await MailsAsync(to))[^1], Regex.Escape(BaseUrl) + @"(/\S+)").Groups[1].Value;

    /// <summary>A client without identity that does not follow redirects.</summary>
    public HttpClient Anonymous() => Factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = ClientAddress });

    /// <summary>A client of the API with the owner's bearer token.</summary>
    public HttpClient Api(Owner owner)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", owner.AccessToken);
        return client;
    }

    /// <summary>A browser-like client that has signed in through the login page; it does not follow redirects.</summary>
    public async Task<HttpClient> PagesAsync(Owner owner)
    {
        var client = Anonymous();
        var answer = await PostFormAsync(client, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        if (owner.Email.EndsWith(OperatorDomain, StringComparison.Ordinal))
        {
            await ShowFactorAsync(owner, hasOne: false);
        }

        return client;
    }

    /// <summary>Lets all of somebody's living sessions count as begun with a second factor, for what asks for one: operators, restaurants that want it.</summary>
    /// <param name="owner">Whose.</param>
    /// <param name="hasOne">Their next sign-in asks for it, too.</param>
    public async Task ShowFactorAsync(Owner owner, bool hasOne = true)
    {
        var ct = TestContext.Current.CancellationToken;
        using var scope = Services.CreateScope();
        var (db, live) = (scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>(), scope.ServiceProvider.GetRequiredService<LiveSessions>());
        await db.Users.Where(u => u.Id == owner.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, u => u.TwoFactorEnabled || hasOne), ct);
        await db.Sessions.Where(s => s.UserId == owner.UserId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, SecondFactor.Authenticator), ct);
        (await db.Sessions.Where(s => s.UserId == owner.UserId).Select(s => s.Id).ToListAsync(ct)).ForEach(live.ForgetSession);
        live.Forget(owner.UserId);
    }

    /// <summary>A browser that the owner has made a shared device, with somebody signed in on it by the PIN 2580, set a moment ago.</summary>
    public async Task<HttpClient> DeviceAsync(Owner owner, string list, Owner person)
    {
        var client = await PagesAsync(owner);
        var enrolled = await PostFormAsync(client, "/devices?handler=Enrol", new() { ["Input.Name"] = $"The {list}'s tablet", ["Input.Department"] = list }, "/devices");
        Assert.Equal("/device", enrolled.Headers.Location?.ToString());
        var signedIn = await PostFormAsync(client, $"/device/{person.UserId}?handler=Set", new() { ["password"] = person.Password, ["pin"] = "2580" }, $"/device/{person.UserId}");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, signedIn.StatusCode);
        return client;
    }

    /// <summary>Posts a form with the antiforgery token of the page at <paramref name="url"/>.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient client, string url, Dictionary<string, string> fields, string? tokenFrom = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var page = await client.GetStringAsync(new Uri(tokenFrom ?? url, UriKind.Relative), ct);
        fields["__RequestVerificationToken"] = Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri(url, UriKind.Relative), content, ct);
    }

    /// <summary>A scope that has entered the restaurant, for reading what the application wrote.</summary>
    public IServiceScope Inside(Guid restaurantId)
    {
        var scope = Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Enter(restaurantId);
        return scope;
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    /// <summary>What the template database is made by: the product's own preparation.</summary>
    internal static Task PrepareAsync(string ownerConnectionString) => DatabaseSetup.PrepareAsync(ownerConnectionString, CancellationToken.None);

    private WebApplicationFactory<Program> CreateFactory()
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("ConnectionStrings:KitchenGuard", AppConnectionString);
            builder.UseSetting("ConnectionStrings:KitchenGuardOperator", OperatorConnectionString);
            builder.UseSetting("Operators", string.Join(',', Enumerable.Range(1, 30).Select(OperatorEmail)));
            builder.UseSetting("Passwords:BcryptCost", "4");
            builder.UseSetting("Jwt:Key", Convert.ToBase64String(new byte[32]));
            builder.UseSetting("App:BaseUrl", BaseUrl);
            builder.UseSetting("Jobs:Workers", "1");
            builder.UseSetting("Serilog:ConsoleLevel", "Error");
            builder.UseSetting("Demo", "false");
            builder.ConfigureTestServices(services => services.AddSingleton(RunLog.Sink).AddSingleton<IStartupFilter, SecretWatch>());
            Configure(builder);
        });
        Prepare(factory);
        return factory;
    }
}

/// <summary>The application listening on a port of its own, for browsers.</summary>
public class KitchenGuardServer(PostgresServer server) : KitchenGuardApp(server)
{
    /// <summary>Where it listens; starts it at the first asking.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("urls", "http://127.0.0.1:0");

    /// <inheritdoc />
    protected override void Prepare(WebApplicationFactory<Program> factory) => factory.UseKestrel();
}
