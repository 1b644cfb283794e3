using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Accounts;

/// <summary>In Production nothing is made up: what is missing is said, and the program ends.</summary>
public sealed class StartupTests
{
    private const string Connection = "Host=127.0.0.1;Port=1;Username=kg_app;Password=secret;Database=none";

    [Theory]
    [InlineData(null, null, "ConnectionStrings:KitchenGuard is missing: set ConnectionStrings__KitchenGuard to ")]
    [InlineData(" ", null, "ConnectionStrings:KitchenGuard is missing: set ConnectionStrings__KitchenGuard to ")]
    [InlineData(Connection, null, "Jwt:Key is missing: set Jwt__Key to at least 32 random bytes in base64 ")]
    [InlineData(Connection, "c2hvcnQ=", "Jwt:Key is too short or not base64: set Jwt__Key to at least 32 random bytes in base64 ")]
    [InlineData(Connection, "not base64, however long this sentence is made to be", "Jwt:Key is too short or not base64: set Jwt__Key to at least 32 random bytes in base64 ")]
    public async Task Production_says_in_one_sentence_what_is_missing(string? connection, string? key, string sentence)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings__KitchenGuard"] = connection, ["Jwt__Key"] = key };
        var (code, lines) = await WebProcess.RunAsync(settings, TestContext.Current.CancellationToken);
        Assert.Equal(1, code);
        var line = Assert.Single(lines);
        Assert.StartsWith(sentence, line);
        Assert.EndsWith(".", line);
        Assert.DoesNotContain(key ?? "secret", line);
    }
}
