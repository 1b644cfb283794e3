using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Security;

/// <summary>That the scan of the run's log finds what it looks for.</summary>
public sealed class LogScanTests
{
    [Theory]
    [InlineData("""{"@m":"HTTP POST /login as \"violet rocket onion\" answered 200"}""", "Violet rocket onion")]
    [InlineData("""{"@m":"Mail to chef@kitchen.example sent"}""", "chef@kitchen.example")]
    [InlineData("""{"@m":"GET /login?returnUrl=%2Fx%3Fmail%3Dchef%40kitchen.example"}""", "3Dchef%40kitchen.example")]
    [InlineData("""{"@m":"Write it like name@example.com."}""", null)]
    [InlineData("""{"@m":"User 0198 signed in"}""", null)]
    public void A_secret_or_an_address_in_a_line_is_found(string line, string? found) =>
        Assert.Equal(found is null ? [] : [(found, line)], RunLog.Find([line], ["another long secret", "Violet rocket onion"]));
}
