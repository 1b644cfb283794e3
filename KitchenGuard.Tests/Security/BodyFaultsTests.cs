using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using KitchenGuard.Tests.Tenancy;
using KitchenGuard.Web.Features.Imports.Reading;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace KitchenGuard.Tests.Security;

/// <summary>Nobody is turned away for having failed to sign in too often: every body is really looked at.</summary>
public sealed class BodyFaultsApp(PostgresServer server) : TwoRestaurantsApp(server)
{
    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("Accounts:PerNetwork:FailedSignIns", "1000000");
    }
}

/// <summary>Every call of the API as its own document describes it, with each property and each parameter holding nonsense.</summary>
public sealed partial class BodyFaultsTests(BodyFaultsApp app) : IClassFixture<BodyFaultsApp>
{
    // JSON as it stands in a body; a name that comes twice is tried besides.
    private static readonly string[] Nonsense =
    [
        "null", "\"\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"", "\"" + new string('x', 20_000) + "\"", "1e30", "1e400", "-1", "0", "0.00000001", "999999999999.999999",
        "9999999999", "79228162514264337593543950335", "99999999999999999999", "true", "[]", "{}", new string('[', 100) + new string(']', 100), "\"9999-12-31\"",
        "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"00000000-0000-0000-0000-000000000000\"", "{\"a\":1,\"a\":2}",
    ];

    private static readonly string[] Parameters =
    [
        "", "%00", "a%00b", "%FF", "%ED%A0%80", new string('x', 8_000), "-1", "0", "1e30", "9223372036854775807", "-9223372036854775808", "99999999999999999999", "0001-01-01", "9999-12-31",
        "NaN", "%25", "_", "00000000-0000-0000-0000-000000000000",
    ];

    // A cursor of a ledger with a number that nothing can be taken off, and one of a number that is none.
    private static readonly string[] Cursors = ["9223372036854775807 79228162514264337593543950335", "9223372036854775807 -79228162514264337593543950335", "\0 \0"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_call_breaks_the_program_whatever_it_holds()
    {
        var (owner, its) = await app.ArrangeAsync("bodies");
        using var api = app.Api(owner);
        var document = await api.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct);
        var (faults, tried) = (new List<string>(), 0);
        foreach (var (method, path, operation) in Operations(document))
        {
            var address = Id().Replace(path.Replace("{department}", "kitchen", StringComparison.Ordinal), match => IdOf(path, match.Groups[1].Value, its));
            if (Schema(document, operation) is { } schema)
            {
                foreach (var (what, body) in Bodies(document, schema))
                {
                    await TryAsync(method, address, what, body);
                }
            }

            foreach (var name in Query(operation))
            {
                foreach (var value in Parameters.Concat(name == "cursor" ? Cursors.Select(c => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(c))) : []))
                {
                    await TryAsync(method, $"{address}?{name}={value}", "", null);
                }
            }
        }

        Listed.None(faults);
        Assert.True(tried > 2_000, $"Only {tried} calls were made.");

        async Task TryAsync(string method, string address, string what, string? body)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await api.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
            tried++;
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{(int)answer.StatusCode} {method} {(address.Length > 100 ? address[..100] : address)} {what}");
            }
        }
    }

    [Fact]
    public async Task No_option_of_an_import_breaks_the_program_whatever_it_holds()
    {
        var (owner, its) = await app.ArrangeAsync("options");
        using var api = app.Api(owner);
        var (faults, import) = (new List<string>(), "/api/inventory/kitchen/import?dryRun=true");
        foreach (var (name, value) in OptionValues())
        {
            using var form = new MultipartFormDataContent { { new StringContent("name,unit\nRice,kg\n"), "file", "list.csv" }, { new StringContent($$"""{"dryRun":true,"{{name}}":{{value}}}"""), "options" } };
            await TryAsync(HttpMethod.Post, import, form, $"part {name} = {Short(value)}");
            using var file = new StringContent("name,unit\nRice,kg\n", Encoding.UTF8, "text/csv");
            await TryAsync(HttpMethod.Post, $"{import}&{name}={(value.Length < 1000 ? Uri.EscapeDataString(value.Trim('"')) : "long")}", file, $"query {name} = {Short(value)}");
            using var patch = new StringContent($$"""{"{{name}}":{{value}}}""", Encoding.UTF8, "application/json");
            await TryAsync(HttpMethod.Patch, $"/api/imports/{its.Draft}", patch, $"patch {name} = {Short(value)}");
            if (name == "only")
            {
                using var split = new StringContent(value, Encoding.UTF8, "application/json");
                await TryAsync(HttpMethod.Post, $"/api/imports/{its.Draft}/split", split, $"split {Short(value)}");
            }
        }

        Listed.None(faults);

        async Task TryAsync(HttpMethod method, string address, HttpContent content, string what)
        {
            using var answer = await api.SendAsync(new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = content }, Ct);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                faults.Add($"{(int)answer.StatusCode} {what}");
            }
        }
    }

    // Each option, and each part of an option that has several.
    private static IEnumerable<(string Name, string Value)> OptionValues()
    {
        foreach (var nonsense in Nonsense)
        {
            foreach (var name in typeof(ImportOptions).GetProperties().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Append("department").Except(["dryRun"]))
            {
                yield return (name, nonsense);
                yield return (name, $"[{nonsense}]");
            }

            yield return ("mapping", $$"""[{"column":{{nonsense}},"field":"name"}]""");
            yield return ("mapping", $$"""[{"column":1,"field":{{nonsense}}}]""");
            yield return ("values", $$"""[{"field":{{nonsense}},"from":"kg","to":"l"}]""");
            yield return ("values", $$"""[{"field":"unit","from":{{nonsense}},"to":"l"}]""");
            yield return ("values", $$"""[{"field":"unit","from":"kg","to":{{nonsense}}}]""");
            yield return ("only", $$"""{"column":{{nonsense}},"values":["x"]}""");
            yield return ("only", $$"""{"column":1,"values":[{{nonsense}}]}""");
        }
    }

    // Whoever's account or restaurant were gone, or signed out, could try nothing more.
    private static IEnumerable<(string Method, string Path, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where !path.Name.EndsWith("/logout", StringComparison.Ordinal) && !path.Name.EndsWith("/deletion", StringComparison.Ordinal) && operation.Name != "delete"
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    private static JsonElement? Schema(JsonElement document, JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json) && json.TryGetProperty("schema", out var schema)
            ? Resolve(document, schema) : null;

    private static IEnumerable<string> Query(JsonElement operation) => operation.TryGetProperty("parameters", out var all)
        ? all.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!) : [];

    private static IEnumerable<(string What, string Body)> Bodies(JsonElement document, JsonElement schema)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            foreach (var nonsense in Nonsense)
            {
                yield return ($"= {Short(nonsense)}", nonsense);
                yield return ($"[0] = {Short(nonsense)}", $"[{nonsense}]");
            }

            // What is no object of ours is a row or a patch of an item.
            properties = document.GetProperty("components").GetProperty("schemas").GetProperty("ItemInput").GetProperty("properties");
        }

        var plain = properties.EnumerateObject().ToDictionary(p => p.Name, p => Plain(document, p.Value, 0));
        foreach (var name in plain.Keys)
        {
            foreach (var nonsense in Nonsense)
            {
                var body = Object(plain.Select(p => (p.Key, p.Key == name ? nonsense : p.Value)));
                yield return ($"{name} = {Short(nonsense)}", body);
                yield return ($"{name} alone = {Short(nonsense)}", Object([(name, nonsense)]));
                yield return ($"[0].{name} = {Short(nonsense)}", $"[{body}]");
            }

            yield return ($"{name} twice", Object([.. plain.Select(p => (p.Key, p.Value)), (name, plain[name])]));
        }
    }

    private static string Plain(JsonElement document, JsonElement schema, int depth)
    {
        schema = Resolve(document, schema);
        if (schema.TryGetProperty("enum", out var values))
        {
            return values[0].GetRawText();
        }

        var type = !schema.TryGetProperty("type", out var said) ? "" : said.ValueKind == JsonValueKind.Array ? said.EnumerateArray().Select(t => t.GetString()!).Last(t => t != "null") : said.GetString();
        return type switch
        {
            "array" when depth < 3 && schema.TryGetProperty("items", out var items) => $"[{Plain(document, items, depth + 1)}]",
            "object" when depth < 3 && schema.TryGetProperty("properties", out var inner) => Object(inner.EnumerateObject().Select(p => (p.Name, Plain(document, p.Value, depth + 1)))),
            "object" => "{}",
            "array" => "[]",
            "boolean" => "false",
            "integer" or "number" => "3",
            _ => "\"text\"",
        };
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var any))
        {
            return Resolve(document, any.EnumerateArray().Last());
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]) : schema;
    }

    private static string Object(IEnumerable<(string Name, string Value)> properties) => $"{{{string.Join(',', properties.Select(p => $"\"{p.Name}\":{p.Value}"))}}}";

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string IdOf(string path, string name, Belongings its) => name == "movementId" ? "9223372036854775807"
        : (path.Contains("/imports", StringComparison.Ordinal) ? its.Draft : path.Contains("/members", StringComparison.Ordinal) ? its.Member
            : path.Contains("/invitations", StringComparison.Ordinal) ? its.Invitation : path.Contains("/sessions", StringComparison.Ordinal) ? its.Session : its.Item).ToString();

    [GeneratedRegex("\\{([a-zA-Z]+)\\}")]
    private static partial Regex Id();
}
