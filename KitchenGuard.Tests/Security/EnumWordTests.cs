using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KitchenGuard.Tests.Security;

/// <summary>Where one word is meant, several do not add up to another one and numbers stand for none.</summary>
public sealed class EnumWordTests(KitchenGuardApp app) : IClassFixture<KitchenGuardApp>
{
    private static readonly List<Type> Enums =
        [.. new[] { typeof(Role).Assembly, typeof(EnumWord).Assembly }.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsEnum && t.Namespace!.StartsWith("KitchenGuard.", StringComparison.Ordinal))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_takes_one_name_and_says_which_there_are()
    {
        var json = app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        Assert.True(Enums.Count > 10);
        foreach (var type in Enums)
        {
            var words = Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
            Assert.Equal(words, Enum.GetValues(type).Cast<object>().Select(value => JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(value, type, json))));
            Assert.All(words, word => Assert.Equal(word, EnumName(JsonSerializer.Deserialize($"\"{word}\"", type, json))));
            foreach (var nonsense in new[] { $"\"{words[0]},{words[1]}\"", $"\"{words[0]}, {words[0]}\"", "\"1\"", "1", "\"\"", $"\" {words[0]}\"", "\"99\"", "\"\\ud800\"" })
            {
                Assert.True(Refuses(nonsense, type, json), $"{type.Name} takes {nonsense}.");
            }
        }

        using var api = app.Api(await app.RegisterAsync());
        var schemas = (await api.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Ct)).GetProperty("components").GetProperty("schemas");
        Assert.Equal(["owner", "manager", "kitchenStaff", "barStaff", "viewer"], schemas.GetProperty("Role").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        Assert.Equal(["error", "warning", "notice"], schemas.GetProperty("IssueSeverity").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
    }

    [Theory]
    [InlineData("Manager,Viewer")]
    [InlineData("1")]
    [InlineData("99")]
    [InlineData("")]
    public async Task Pages_take_one_name(string role)
    {
        using var pages = await app.PagesAsync(await app.RegisterAsync());
        Dictionary<string, string> Fields(string chosen) => new() { ["Input.Email"] = "new@invited.example", ["Input.Role"] = chosen };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await KitchenGuardApp.PostFormAsync(pages, "/members/invite", Fields(role))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await KitchenGuardApp.PostFormAsync(pages, "/members/invite", Fields("viewer"))).StatusCode);
    }

    private static string EnumName(object? value) => JsonNamingPolicy.CamelCase.ConvertName(value!.ToString()!);

    private static bool Refuses(string text, Type type, JsonSerializerOptions json)
    {
        try
        {
            JsonSerializer.Deserialize(text, type, json);
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
