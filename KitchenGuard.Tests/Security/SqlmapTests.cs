using System.Collections.Concurrent;
using System.Net.Http.Json;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KitchenGuard.Tests.Security;

/// <summary>The application with one hole: <c>/planted?q=</c> puts what it is asked for into its statement. It counts what it answered.</summary>
public sealed class HoleApp(PostgresServer server) : KitchenGuardServer(server)
{
    private static readonly ConcurrentDictionary<(string Path, int Status), int> Answers = new();

    /// <summary>How often a path answered each status.</summary>
    public static Dictionary<int, int> AnswersOf(string path) => Answers.Where(a => a.Key.Path == path).ToDictionary(a => a.Key.Status, a => a.Value);

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Hole>());
    }

    private sealed class Hole : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/planted", branch => branch.Run(AnswerAsync));
            app.Use(async (context, go) =>
            {
                await go(context);
                Answers.AddOrUpdate((context.Request.Method + context.Request.Path, context.Response.StatusCode), 1, (_, n) => n + 1);
            });
            next(app);
        };

        private static async Task AnswerAsync(HttpContext context)
        {
            var source = context.RequestServices.GetRequiredService<NpgsqlDataSource>();
            await using var command = source.CreateCommand($"select amname::text from pg_am where amname like '%{context.Request.Query["q"]}%'");
            try
            {
                await using var row = await command.ExecuteReaderAsync();
                while (await row.ReadAsync())
                {
                    await context.Response.WriteAsync(row.GetString(0) + "\n");
                }
            }
            catch (PostgresException)
            {
                // What sqlmap tries first is nonsense, by the hundred.
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
        }
    }
}

/// <summary>sqlmap, signed in, against what becomes part of a statement. Run by name or category: it needs sqlmap, and minutes.</summary>
[Trait("Category", "Security")]
public sealed class SqlmapTests(HoleApp app) : IClassFixture<HoleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Finds_the_hole_that_was_planted() =>
        Assert.Equal(["q"], await Sqlmap.AttackAsync(new Uri(app.Address, "/planted?q=tree&other=1"), "q"));

    [Theory(Explicit = true)]
    [InlineData("/kitchen?q=tom&category=Vegetables&supplier=Green&low=true&sort=name", "q,category,supplier,sort")]
    [InlineData("/audit?action=item&user=0198f2c4-0000-7000-8000-000000000000&from=2026-01-01&before=9", "action,user,from,before")]
    [InlineData("/imports?list=kitchen&state=completed", "list,state")]
    public async Task Finds_nothing_in_the_queries_of_pages(string address, string parameters)
    {
        var owner = await StockedAsync();
        Assert.Empty(await Sqlmap.AttackAsync(new Uri(app.Address, address), parameters, "--cookie", await SignInAsync(owner)));
        AssertReached("GET" + address.Split('?')[0], 200);
    }

    [Theory(Explicit = true)]
    [InlineData("/api/inventory/kitchen?q=tom&category=Vegetables&supplier=Green&sort=name&limit=5", "q,category,supplier,sort,limit")]
    [InlineData("/api/audit?action=item&from=2026-01-01", "action,from")]
    public async Task Finds_nothing_in_the_queries_of_the_API(string address, string parameters)
    {
        var owner = await StockedAsync();
        Assert.Empty(await Sqlmap.AttackAsync(new Uri(app.Address, address), parameters, "--header", $"Authorization: Bearer {owner.AccessToken}"));
        AssertReached("GET" + address.Split('?')[0], 200);
    }

    [Theory(Explicit = true)]
    [InlineData("/kitchen/new", "Input.Name=Leek&Input.Unit=kg&Input.Category=Veg&Input.Supplier=Green&Input.Sku=", "Input.Name,Input.Category,Input.Supplier")]
    [InlineData("/forgot-password", "Input.Email=chef@kitchen.example", "Input.Email")]
    public async Task Finds_nothing_in_the_fields_of_forms(string page, string form, string parameters)
    {
        var owner = await StockedAsync();
        var address = new Uri(app.Address, page);
        Assert.Empty(await Sqlmap.AttackAsync(
            address, parameters, "--cookie", await SignInAsync(owner), "--data", form + "&__RequestVerificationToken=", "--csrf-token", "__RequestVerificationToken",
            "--csrf-url", address.ToString(), "--csrf-method", "GET"));
        AssertReached("POST" + page, 302, refused: 400);
    }

    [Fact(Explicit = true)]
    public async Task Finds_nothing_in_the_body_of_a_call()
    {
        var owner = await StockedAsync();
        Assert.Empty(await Sqlmap.AttackAsync(
            new Uri(app.Address, "/api/inventory/kitchen"), "name,supplier", "--header", $"Authorization: Bearer {owner.AccessToken}", "--header", "Content-Type: application/json",
            "--data", """{"name":"Leek","unit":"kg","supplier":"Green"}"""));
        AssertReached("POST/api/inventory/kitchen", 201);
    }

    // That the door was open: most tries were taken, none was refused before anything looked at its fields, none broke anything.
    private static void AssertReached(string path, int taken, int? refused = null)
    {
        var answers = HoleApp.AnswersOf(path);
        var all = string.Join(", ", answers.Select(a => $"{a.Value} × {a.Key}"));
        Assert.True(answers.GetValueOrDefault(taken) >= 20 && answers.Keys.All(status => status < 500 && status != refused), $"{path}: {all}");
    }

    private async Task<Owner> StockedAsync()
    {
        var owner = await app.RegisterAsync();
        using var api = new HttpClient { BaseAddress = app.Address, DefaultRequestHeaders = { Authorization = new("Bearer", owner.AccessToken) } };
        foreach (var name in new[] { "Tomatoes", "Potatoes", "Milk" })
        {
            using var made = await api.PostAsJsonAsync("/api/inventory/kitchen", new { name, unit = "kg", category = "Vegetables", supplier = "Green", quantity = 3 }, Ct);
            Assert.True(made.IsSuccessStatusCode);
        }

        return owner;
    }

    private async Task<string> SignInAsync(Owner owner)
    {
        var jar = new System.Net.CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = app.Address };
        using var answer = await KitchenGuardApp.PostFormAsync(client, "/login", new() { ["Input.Login"] = owner.Email, ["Input.Password"] = owner.Password });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return string.Join("; ", jar.GetAllCookies().Select(c => $"{c.Name}={c.Value}"));
    }
}
