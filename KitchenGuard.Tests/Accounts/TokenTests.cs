using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace KitchenGuard.Tests.Accounts;

/// <summary>The application with a key that is not all zeros: to HMAC those are the same as no key.</summary>
public sealed class TokenApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <summary>The signing key.</summary>
    public static byte[] Key { get; } = [.. Enumerable.Range(1, 32).Select(n => (byte)n)];

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder) => builder.UseSetting("Jwt:Key", Convert.ToBase64String(Key));
}

/// <summary>Access tokens made by hand, beside the product's own: only the exact kind opens /api.</summary>
public sealed class TokenTests(TokenApp app) : IClassFixture<TokenApp>
{
    private static readonly byte[] Key = TokenApp.Key;

    private static readonly byte[] Other = [.. new byte[31], 1];

    private static readonly Dictionary<string, Action<Token>> Forgeries = new()
    {
        ["alg none without signature"] = t => (t.Header["alg"], t.Sign) = ("none", _ => []),
        ["alg None with the signature"] = t => t.Header["alg"] = "None",
        ["alg HS512 with the right key"] = t => (t.Header["alg"], t.Sign) = ("HS512", data => HMACSHA512.HashData(Key, data)),
        ["alg HS384 with the right key"] = t => (t.Header["alg"], t.Sign) = ("HS384", data => HMACSHA384.HashData(Key, data)),
        ["alg RS256 signed by the secret"] = t => t.Header["alg"] = "RS256",
        ["no alg"] = t => t.Header.Remove("alg"),
        ["another key"] = t => t.Sign = data => HMACSHA256.HashData(Other, data),
        ["an empty key"] = t => t.Sign = data => HMACSHA256.HashData(Array.Empty<byte>(), data),
        ["an empty signature"] = t => t.Sign = _ => [],
        ["a key of its own in the header"] = t =>
        {
            t.Header["jwk"] = new JsonObject { ["kty"] = "oct", ["k"] = Text(Other) };
            t.Sign = data => HMACSHA256.HashData(Other, data);
        },
        ["a key id that is a path"] = t =>
        {
            (t.Header["kid"], t.Header["jku"], t.Header["x5u"]) = ("../../../dev/null", "https://elsewhere.example/keys", "https://elsewhere.example/x5u");
            t.Sign = data => HMACSHA256.HashData(Array.Empty<byte>(), data);
        },
        ["claims that were changed after signing"] = t =>
        {
            var data = t.Data();
            t.Payload["rid"] = Guid.CreateVersion7().ToString();
            t.Sign = _ => HMACSHA256.HashData(Key, data);
        },
        ["expired beyond the tolerance"] = t => (t.Payload["nbf"], t.Payload["exp"]) = (t.IssuedAt - 700, t.IssuedAt - 31),
        ["no expiry"] = t => t.Payload.Remove("exp"),
        ["not valid yet"] = t => t.Payload["nbf"] = t.IssuedAt + 300,
        ["typ JWT"] = t => t.Header["typ"] = "JWT",
        ["no typ"] = t => t.Header.Remove("typ"),
        ["another audience"] = t => t.Payload["aud"] = "Elsewhere",
        ["no audience"] = t => t.Payload.Remove("aud"),
        ["another issuer"] = t => t.Payload["iss"] = "Elsewhere",
        ["no issuer"] = t => t.Payload.Remove("iss"),
        ["a user who is not there"] = t => t.Payload["sub"] = Guid.CreateVersion7().ToString(),
        ["no user"] = t => t.Payload.Remove("sub"),
        ["another security stamp"] = t => t.Payload["sst"] = "0000000000000000",
        ["no security stamp"] = t => t.Payload.Remove("sst"),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_made_by_hand_like_the_products_own_opens_the_api()
    {
        var answer = await AskAsync(await TokenAsync());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused(string forgery)
    {
        var token = await TokenAsync();
        Forgeries[forgery](token);
        var answer = await AskAsync(token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("Bearer", answer.Challenge);
        Assert.Equal("application/problem+json", answer.Type);
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ....")]
    [InlineData("Basic b3duZXI6cGFzc3dvcmQ=")]
    public async Task What_is_no_token_is_refused(string header)
    {
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        using var answer = await client.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_query_is_no_token()
    {
        using var client = app.Anonymous();
        using var answer = await client.GetAsync(new Uri($"/api/auth/me?access_token={await TokenAsync()}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private async Task<Token> TokenAsync() => new((await app.RegisterAsync()).AccessToken);

    private async Task<(HttpStatusCode Status, string? Challenge, string? Type)> AskAsync(Token token)
    {
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.ToString());
        using var answer = await client.GetAsync(new Uri("/api/auth/me", UriKind.Relative), Ct);
        return (answer.StatusCode, answer.Headers.WwwAuthenticate.ToString(), answer.Content.Headers.ContentType?.MediaType);
    }

    private static string Text(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The product's token, taken apart.</summary>
    private sealed class Token(string text)
    {
        public JsonObject Header { get; } = Read(text.Split('.')[0]);

        public JsonObject Payload { get; } = Read(text.Split('.')[1]);

        public Func<byte[], byte[]> Sign { get; set; } = data => HMACSHA256.HashData(Key, data);

        public long IssuedAt => Payload["iat"]!.GetValue<long>();

        public byte[] Data() => Encoding.ASCII.GetBytes($"{Text(JsonSerializer.SerializeToUtf8Bytes(Header))}.{Text(JsonSerializer.SerializeToUtf8Bytes(Payload))}");

        public override string ToString() => $"{Encoding.ASCII.GetString(Data())}.{Text(Sign(Data()))}";

        private static JsonObject Read(string part)
        {
            var padded = part.Replace('-', '+').Replace('_', '/');
            return JsonNode.Parse(Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '=')))!.AsObject();
        }
    }
}
