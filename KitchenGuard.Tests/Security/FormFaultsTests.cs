using System.Net;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;

namespace KitchenGuard.Tests.Security;

/// <summary>Every form of every page, posted with each of its fields missing, far too long, and nonsense: the server looks at all of it itself.</summary>
public sealed partial class FormFaultsTests(TwoRestaurantsApp app) : IClassFixture<TwoRestaurantsApp>
{
    private static readonly string?[] Nonsense =
        [null, "", new string('x', 20_000), new string(' ', 20_000), "-1", "3", "99", "Kitchen,Bar", "NaN", "1e999", "99999999999999999999", "\0", "\ud83d\ude00'\"<b>{{0}}", "../../etc", "0001-01-01", "2026-02-30", "00000000-0000-0000-0000-000000000000"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_field_breaks_the_program_whatever_it_holds()
    {
        var (owner, its) = await app.ArrangeAsync("forms");
        using var pages = await app.ClientAsync(owner, isApi: false);
        using var nobody = app.Anonymous();
        var (faults, posted) = (new List<string>(), new HashSet<string>());
        foreach (var route in KnownRoutes.All.Where(r => r.IsGet && !r.IsApi && !r.Name.Contains("handler=", StringComparison.Ordinal)))
        {
            await PostAllAsync(pages, route.Call(its).RequestUri!);
        }

        foreach (var url in new[] { "/login", "/register", "/forgot-password" })
        {
            await PostAllAsync(nobody, new Uri(url, UriKind.Relative));
        }

        Listed.None(faults);
        Assert.True(posted.Count > 40, $"Only {posted.Count} fields were tried.");

        async Task PostAllAsync(HttpClient client, Uri page)
        {
            using var shown = await client.GetAsync(page, Ct);
            foreach (var form in Form.All(await shown.Content.ReadAsStringAsync(Ct), page))
            {
                foreach (var field in form.Fields.Keys.Where(field => field != Form.Token && posted.Add($"{Route(form.Action)} {field}")))
                {
                    foreach (var value in Nonsense)
                    {
                        using var content = form.With(field, value);
                        using var answer = await client.PostAsync(form.Action, content, Ct);
                        if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                        {
                            faults.Add($"{(int)answer.StatusCode} {form.Action} {field} = {(value is { Length: > 60 } ? "(long)" : value ?? "(missing)")}");
                        }
                    }
                }
            }
        }
    }

    private static string Route(Uri action) => Id().Replace(action.ToString(), "{id}");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
