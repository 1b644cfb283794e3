using System.Net;
using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Architecture;

/// <summary>Nothing answers without somebody having decided to whom.</summary>
public sealed class EndpointTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_anybody_may_call_is_listed() => Listed.Is(
        KnownRoutes.Anonymous,
        (await RouteTable.ReadAsync(app.Services)).Where(r => IsAnonymous(r.Endpoint)).Select(r => r.Name));

    // A filter of a page that overrides a method of PageModel is a handler for the verb PAGE unless it says it is not.
    [Fact]
    public async Task Only_verbs_of_HTTP_are_answered_and_pages_know_two() => Listed.None(
        (await RouteTable.ReadAsync(app.Services)).Select(r => r.Name).Where(name => name.Split(' ', '/')[0] switch
        {
            "GET" or "POST" => false,
            "PUT" or "PATCH" or "DELETE" => !name.Contains(" /api/", StringComparison.Ordinal),
            _ => name is not ("ANY /health/live" or "ANY /health/ready" or "ANY /operations/jobs/{**path}"),
        }));

    [Fact]
    public async Task Every_request_may_be_sent_twice_under_a_key_but_those_listed() => Listed.Is(
        [
            // Sign-in and what belongs to it, much of it before there is a restaurant or with an answer that is secret.
            "POST /api/auth/email", "POST /api/auth/email/confirm", "POST /api/auth/forgot-password", "POST /api/auth/login", "POST /api/auth/login/code",
            "POST /api/auth/logout", "POST /api/auth/prove", "POST /api/auth/refresh", "POST /api/auth/register", "POST /api/auth/reset-password",
            "POST /api/auth/second-factor/authenticator", "POST /api/auth/second-factor/authenticator/confirm", "POST /api/auth/second-factor/recovery-codes",
            "POST /api/invitations/accept", "POST /api/invitations/join",
            // Twice is as once.
            "POST /api/auth/deletion", "POST /api/restaurant/deletion", "POST /api/operations/users/{id:guid}/end-sessions", "POST /api/operations/users/{id:guid}/lock",
            "POST /api/operations/users/{id:guid}/remove-second-factor", "POST /api/operations/users/{id:guid}/reset-password", "POST /api/operations/users/{id:guid}/unlock",
            // Knows its key itself: it is written with the movement.
            "POST /api/items/{id:guid}/movements/",
        ],
        (await RouteTable.ReadAsync(app.Services)).Where(r => r.Name.StartsWith("POST /api/", StringComparison.Ordinal) && r.Endpoint.Metadata.GetMetadata<OncePerKey>() is null)
            .Select(r => r.Name));

    [Fact]
    public async Task Everything_else_has_a_policy()
    {
        var fallback = await app.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.NotNull(fallback);
        foreach (var route in (await RouteTable.ReadAsync(app.Services)).Where(r => !IsAnonymous(r.Endpoint)))
        {
            var policies = route.Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).ToList();
            if (route.Name.Contains(" /api/", StringComparison.Ordinal))
            {
                Assert.Contains(ApiSetup.Policy, policies);
            }

            if (IsOperations(route.Name[(route.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
            {
                Assert.Contains("Operator", policies);
            }
        }

        // Whatever is no route at all is a file.
        Assert.All(
            app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e is not RouteEndpoint),
            e => Assert.NotNull(e.Metadata.GetMetadata<IAllowAnonymous>()));
    }

    [Fact]
    public async Task Nobody_gets_past_a_policy_without_a_sign_in()
    {
        using var client = app.Anonymous();
        var asked = 0;
        foreach (var route in (await RouteTable.ReadAsync(app.Services)).Where(r => !IsAnonymous(r.Endpoint)))
        {
            var (method, template) = (route.Name.Split(' ')[0], route.Name[(route.Name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            using var request = new HttpRequestMessage(new HttpMethod(method == "ANY" ? "GET" : method), Fill(template));
            using var answer = await client.SendAsync(request, Ct);
            var expected = IsOperations(template) ? HttpStatusCode.NotFound
                : template.StartsWith("/api/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized
                : HttpStatusCode.Redirect;
            Assert.True(expected == answer.StatusCode, $"{route.Name} answered {(int)answer.StatusCode}.");
            if (expected == HttpStatusCode.Redirect)
            {
                Assert.Equal("/login", answer.Headers.Location!.AbsolutePath);
            }

            asked++;
        }

        Assert.True(asked > 15, $"Only {asked} routes are behind a policy.");
    }

    private static bool IsOperations(string template) =>
        template == "/operations" || template.StartsWith("/operations/", StringComparison.Ordinal) || template.StartsWith("/api/operations/", StringComparison.Ordinal);

    private static bool IsAnonymous(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static string Fill(string template) => System.Text.RegularExpressions.Regex.Replace(
        template,
        @"\{\**(\w+)[^/]*?\}(?=/|$|\?|\.)",
        m => m.Groups[1].Value switch { "department" => "kitchen", "movementId" => "1", "path" => "", "act" => "lock", _ => Guid.CreateVersion7().ToString() });
}
