using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Features.Imports;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Running;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Tenancy;

/// <summary>The application without workers: imports are run where the test says.</summary>
public class TwoRestaurantsApp(PostgresServer server) : KitchenGuardApp(server)
{
    private (Owner Owner, Belongings Theirs)? _neighbours;
    private Owner? _operator;
    private Owner? _operatorWithToken;
    private Owner? _nowhere;

    /// <summary>The other restaurant, made once: nothing any test does may change it.</summary>
    public async Task<(Owner Owner, Belongings Theirs)> NeighboursAsync() => _neighbours ??= await ArrangeAsync("secretneighbour");

    /// <summary>Makes a restaurant that has one of everything.</summary>
    /// <param name="word">Occurs in all its texts.</param>
    public async Task<(Owner Owner, Belongings Its)> ArrangeAsync(string word)
    {
        var ct = TestContext.Current.CancellationToken;
        var owner = await RegisterAsync();
        Guid import, draft;
        using (var scope = Inside(owner.RestaurantId))
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(
                $"name,sku,category,supplier,quantity,unit,unit cost,notes\nSalt {word},{word},{word},{word},5,kg,31.4159,\n{word},,,,much,kg,,\n"));
            var file = new NewImport(Department.Kitchen, $"{word}.csv", ImportContent.Csv, content, new ImportOptions());
            import = (await scope.ServiceProvider.GetRequiredService<StartImport>().RunAsync(file, owner.UserId, ct)).Value.Id;
            await scope.ServiceProvider.GetRequiredService<RunImport>().RunAsync(import, ct);
            using var again = new MemoryStream(Encoding.UTF8.GetBytes($"name,quantity\nPepper {word},5\n{word},much\n"));
            var tried = new NewImport(Department.Kitchen, $"{word}.csv", ImportContent.Csv, again, new ImportOptions { DryRun = true });
            draft = (await scope.ServiceProvider.GetRequiredService<StartImport>().RunAsync(tried, owner.UserId, ct)).Value.Id;
        }

        using var inside = Inside(owner.RestaurantId);
        var item = await inside.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Items
            .Where(i => i.RestaurantId == owner.RestaurantId && i.Sku == word).Select(i => i.Id).SingleAsync(ct);
        using var client = Api(owner);
        var posted = await client.PostAsJsonAsync($"/api/items/{item}/movements", new { kind = "receive", quantity = 2, note = word }, ct);
        Assert.Equal(HttpStatusCode.Created, posted.StatusCode);
        var movement = (await posted.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetInt64();
        var member = await MemberIdAsync(await JoinAsync(owner, Role.BarStaff, word));
        var invited = await client.PostAsJsonAsync("/api/invitations", new { email = $"{word}@invited.example", role = "viewer" }, ct);
        var invitation = (await invited.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetGuid();
        var db = inside.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        var session = inside.ServiceProvider.GetRequiredService<StartSession>().Add(await db.Users.SingleAsync(u => u.Id == owner.UserId, ct), SessionKind.Browser, null, null);
        var device = new SharedDevice
        {
            Id = Guid.CreateVersion7(), RestaurantId = owner.RestaurantId, Name = word, Department = Department.Kitchen, TokenHash = Guid.CreateVersion7().ToByteArray(),
            EnrolledBy = owner.UserId, CreatedAt = session.CreatedAt,
        };
        var passkey = new IdentityUserPasskey<Guid>
        {
            UserId = owner.UserId, CredentialId = Guid.CreateVersion7().ToByteArray(),
            Data = new IdentityPasskeyData { PublicKey = [], Name = word, AttestationObject = [], ClientDataJson = [] },
        };
        inside.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().AddRange(device, passkey);
        await inside.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().SaveChangesAsync(ct);
        return (owner, new Belongings(item, movement, import, draft)
        {
            Member = member, Invitation = invitation, Restaurant = owner.RestaurantId, Person = owner.UserId, Session = session.Id, Device = device.Id,
            Passkey = WebEncoders.Base64UrlEncode(passkey.CredentialId),
        });
    }

    /// <summary>A client that has signed in as the route wants it, for any method.</summary>
    public async Task<HttpClient> ClientAsync(Owner owner, bool isApi)
    {
        if (isApi)
        {
            return Api(owner);
        }

        return await WithFormsAsync(await PagesAsync(owner));
    }

    /// <summary>A client that has not signed in and may send forms.</summary>
    public Task<HttpClient> AnonymousWithFormsAsync() => WithFormsAsync(Anonymous());

    /// <summary>Whoever runs the installation, made once: nothing any test does may change them.</summary>
    public async Task<Owner> OperatorOnceAsync() => _operator ??= await OperatorAsync();

    /// <summary>The same with a restaurant besides, for a token.</summary>
    public async Task<Owner> OperatorWithTokenOnceAsync() => _operatorWithToken ??= await OperatorWithTokenAsync();

    /// <summary>Somebody whom no restaurant has, made once.</summary>
    public async Task<Owner> NowhereOnceAsync() => _nowhere ??= await AccountAsync("nowhere@restaurant.example");

    private static async Task<HttpClient> WithFormsAsync(HttpClient client)
    {
        var page = await client.GetAsync(new Uri("/error?status=404", UriKind.Relative), TestContext.Current.CancellationToken);
        var token = Regex.Match(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "name=\"csrf\" content=\"([^\"]+)\"");
        client.DefaultRequestHeaders.Add("RequestVerificationToken", token.Groups[1].Value);
        return client;
    }

    /// <summary>All that a restaurant has, in one word.</summary>
    public async Task<string> DigestAsync(Guid restaurant)
    {
        string[] tables =
        [
            "inventory.items", "inventory.stock_movements", "inventory.imports", "inventory.import_progress", "inventory.import_issues", "inventory.import_changes",
            "inventory.import_edits", "inventory.mapping_memories",
            "inventory.lots", "inventory.suppliers", "inventory.storage_areas", "auth.members", "auth.invitations", "auth.restaurants", "auth.shared_devices", "auth.device_pins",
        ];
        await using var connection = new Npgsql.NpgsqlConnection(SuperuserConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(
            "select md5(concat(" + string.Join(", ", tables.Select(t =>
                $"(select string_agg(t::text, '|' order by t::text) from {t} t where {(t == "auth.restaurants" ? "id" : "restaurant_id")} = '{restaurant}')")) + "))", connection);
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Jobs:Workers", "0");
}

/// <summary>The same with EF's filters taken out of the model: PostgreSQL's wall stands alone.</summary>
public class UnfilteredApp(PostgresServer server) : TwoRestaurantsApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.ConfigureTestServices(services =>
            services.ConfigureDbContext<KitchenGuardDbContext>(options => options.ReplaceService<IModelCustomizer, NoFilters>()));
    }

    private sealed class NoFilters(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => t.FindDeclaredQueryFilter(KitchenGuardDbContext.TenantFilter) is not null))
            {
                type.SetQueryFilter(KitchenGuardDbContext.TenantFilter, null);
            }
        }
    }
}

/// <summary>No wall at all: no filters, and a role that PostgreSQL lets through. Shows that the tests below would notice.</summary>
public sealed class UnwalledApp(PostgresServer server) : UnfilteredApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("ConnectionStrings:KitchenGuard", SuperuserConnectionString);
    }
}

public sealed class TwoRestaurantsTests(TwoRestaurantsApp app) : TwoRestaurants(app), IClassFixture<TwoRestaurantsApp>
{
    [Fact]
    public async Task Every_route_is_known_here()
    {
        var found = (await RouteTable.ReadAsync(App.Services)).Select(r => r.Name);
        Listed.Is(KnownRoutes.All.Select(r => r.Name).Concat(KnownRoutes.Anonymous), found);
    }
}

public sealed class TwoRestaurantsWithoutFiltersTests(UnfilteredApp app) : TwoRestaurants(app), IClassFixture<UnfilteredApp>
{
    [Fact]
    public void The_filters_are_off()
    {
        using var scope = App.Inside(Guid.CreateVersion7());
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        Assert.DoesNotContain("where", db.Items.ToQueryString(), StringComparison.OrdinalIgnoreCase);
        Assert.All(db.Model.GetEntityTypes(), type => Assert.Empty(type.GetDeclaredQueryFilters()));
    }
}

public sealed class NoWallsTests(UnwalledApp app) : IClassFixture<UnwalledApp>
{
    [Fact]
    public async Task Without_walls_the_other_restaurants_import_and_list_would_show()
    {
        var ct = TestContext.Current.CancellationToken;
        var (_, theirs) = await app.NeighboursAsync();
        using var client = app.Api(await app.RegisterAsync());
        using var import = await client.GetAsync(new Uri($"/api/imports/{theirs.Import}", UriKind.Relative), ct);
        Assert.Equal(HttpStatusCode.OK, import.StatusCode);
        Assert.Contains("secretneighbour", await client.GetStringAsync(new Uri("/api/imports", UriKind.Relative), ct));
    }
}

/// <summary>For every route that takes ids: another restaurant's are the same as nobody's, and the owner's work.</summary>
public abstract partial class TwoRestaurants(TwoRestaurantsApp app)
{
    protected TwoRestaurantsApp App { get; } = app;

    /// <summary>Those that take ids.</summary>
    public static TheoryData<string> Names => [.. KnownRoutes.All.Where(r => r.Need != Need.Operate && Line(r.Call(Belongings.Unknown)) != Line(r.Call(Zeros))).Select(r => r.Name)];

    private static Belongings Zeros { get; } = new(Guid.Empty, 0, Guid.Empty, Guid.Empty);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Another_restaurants_ids_look_like_nobodys_and_the_owners_work(string name)
    {
        var route = KnownRoutes.All.Single(r => r.Name == name);
        var (neighbour, theirs) = await App.NeighboursAsync();
        var before = await App.DigestAsync(neighbour.RestaurantId);
        var (owner, own) = await App.ArrangeAsync("ours");
        using var client = await App.ClientAsync(owner, route.IsApi);
        foreach (var mix in Mixes(own, theirs, Belongings.Unknown).Where(mix => Line(route.Call(mix.Foreign)) != Line(route.Call(own))))
        {
            var foreign = await AskAsync(client, route.Call(mix.Foreign));
            var unknown = await AskAsync(client, route.Call(mix.Unknown));
            Assert.Equal(route.Missing, (int)unknown.Status);
            Assert.True(route.Missing != 404 || unknown.Body != "", $"{name}: a missing one has no body.");
            Assert.DoesNotContain("secretneighbour", foreign.Body);
            Assert.Equal(unknown, foreign);
        }

        Assert.Equal(before, await App.DigestAsync(neighbour.RestaurantId));
        var answer = await AskAsync(client, route.Call(own));
        Assert.True(route.Owner == (int)answer.Status, $"{name}: the owner got {(int)answer.Status} {answer.Body}");
        Assert.DoesNotContain("secretneighbour", answer.Body);
    }

    [Fact]
    public async Task No_list_shows_anything_of_another_restaurant()
    {
        await App.NeighboursAsync();
        var (owner, _) = await App.ArrangeAsync("ours");
        var lists = (await RouteTable.ReadAsync(App.Services))
            .Where(r => r.Ids.Count == 0 && r.Name.StartsWith("GET ", StringComparison.Ordinal) && !r.Name.Contains("/operations", StringComparison.Ordinal) && r.Name != "GET /dev/mail")
            .ToList();
        var showing = 0;
        foreach (var route in lists)
        {
            var url = Parameter().Replace(route.Name[4..], m => m.Value.StartsWith("{department", StringComparison.Ordinal) ? "kitchen" : "v1");
            using var client = await App.ClientAsync(owner, url.StartsWith("/api/", StringComparison.Ordinal));
            using var answer = await client.GetAsync(new Uri(url, UriKind.Relative), Ct);
            Assert.True((int)answer.StatusCode < 400 || url is "/account/email" or "/error" or "/join" or "/reset-password", $"{route.Name}: {(int)answer.StatusCode}");
            var body = await answer.Content.ReadAsStringAsync(Ct);
            Assert.DoesNotContain("secretneighbour", body);
            showing += body.Contains("ours", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(showing >= 3, $"Only {showing} of {lists.Count} lists show the restaurant's own.");
    }

    [Fact]
    public async Task A_bulk_change_finds_none_of_another_restaurants_items()
    {
        var (neighbour, theirs) = await App.NeighboursAsync();
        var before = await App.DigestAsync(neighbour.RestaurantId);
        var (owner, own) = await App.ArrangeAsync("ours");
        using var client = App.Api(owner);
        var foreign = await BulkAsync(theirs.Item);
        Assert.Equal((await BulkAsync(Belongings.Unknown.Item)).Replace($"{Belongings.Unknown.Item}", "id", StringComparison.Ordinal), foreign.Replace($"{theirs.Item}", "id", StringComparison.Ordinal));
        Assert.Equal(before, await App.DigestAsync(neighbour.RestaurantId));

        async Task<string> BulkAsync(Guid item)
        {
            using var answer = await client.PostAsJsonAsync("/api/inventory/kitchen/bulk", new { ids = new[] { item, own.Item }, action = "archive" }, Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
            Assert.Equal([own.Item], body.GetProperty("changed").EnumerateArray().Select(e => e.GetGuid()));
            return body.ToString();
        }
    }

    [Fact]
    public async Task The_database_sees_no_superuser()
    {
        using var scope = App.Inside(Guid.CreateVersion7());
        var db = scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>();
        Assert.Equal("off kg_app", await db.Database.SqlQuery<string>($"""select current_setting('is_superuser') || ' ' || current_user as "Value" """).SingleAsync(Ct));
    }

    // All ids foreign, and each of them alone beside own ones.
    private static IEnumerable<(Belongings Foreign, Belongings Unknown)> Mixes(Belongings own, Belongings theirs, Belongings nobodys)
    {
        yield return (theirs, nobodys);
        yield return (own with { Item = theirs.Item }, own with { Item = nobodys.Item });
        yield return (own with { Movement = theirs.Movement }, own with { Movement = nobodys.Movement });
        yield return (own with { Import = theirs.Import }, own with { Import = nobodys.Import });
        yield return (own with { Member = theirs.Member }, own with { Member = nobodys.Member });
        yield return (own with { Invitation = theirs.Invitation }, own with { Invitation = nobodys.Invitation });
        yield return (own with { Device = theirs.Device }, own with { Device = nobodys.Device });
        yield return (own with { Passkey = theirs.Passkey }, own with { Passkey = nobodys.Passkey });
        yield return (own with { Session = theirs.Session }, own with { Session = nobodys.Session });
        yield return (own with { Restaurant = theirs.Restaurant }, own with { Restaurant = nobodys.Restaurant });
        yield return (own with { Draft = theirs.Draft }, own with { Draft = nobodys.Draft });
    }

    private static string Line(HttpRequestMessage request)
    {
        using var _ = request;
        return $"{request.RequestUri} {request.Content?.ReadAsStringAsync(Ct).GetAwaiter().GetResult()}";
    }

    private static async Task<(HttpStatusCode Status, string? Type, string? Tag, string Body)> AskAsync(HttpClient client, HttpRequestMessage request)
    {
        using var _ = request;
        using var answer = await client.SendAsync(request, Ct);
        // A page's antiforgery token differs each time; nothing else may.
        var body = Token().Replace(Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync(Ct)), "");
        return (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), answer.Headers.ETag?.ToString(), body);
    }

    [GeneratedRegex("(?<=(name=\"csrf\" content|name=\"__RequestVerificationToken\"[^>]* value)=\")[^\"]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
