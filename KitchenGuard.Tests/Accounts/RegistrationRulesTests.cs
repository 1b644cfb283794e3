using KitchenGuard.Web.Features.Accounts.Registration;

namespace KitchenGuard.Tests.Accounts;

public sealed class RegistrationRulesTests
{
    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababab")]
    [InlineData("xyz12xyz12")]
    [InlineData("1234567890")]
    [InlineData("qwertyuiop")]
    [InlineData("Password123!")]
    [InlineData("annacook2026")]
    [InlineData("anna@restaurant1")]
    public void A_password_that_anybody_would_try_is_refused(string password) =>
        Assert.NotNull(PasswordStrength.WeaknessOf(password, "anna@restaurant.example", "Anna Cook"));

    [Theory]
    [InlineData("violet rocket onion")]
    [InlineData("Tr0ub4dor&3x")]
    [InlineData("anna bakes 40 loaves")]
    [InlineData("パスワードではない長い文")]
    public void Any_other_password_is_taken(string password) =>
        Assert.Null(PasswordStrength.WeaknessOf(password, "anna@restaurant.example", "Anna Cook"));

    [Theory]
    [InlineData("de-DE,de;q=0.9,en;q=0.8", "de-DE", "Europe/Berlin", "EUR")]
    [InlineData("en-US", "en-US", "America/New_York", "USD")]
    [InlineData("pt;q=0.5, ja;q=0.9", "ja-JP", "Asia/Tokyo", "JPY")]
    [InlineData("de-LI", "de-DE", "Europe/Berlin", "EUR")]
    [InlineData("tlh, *;q=0.1", "en-US", "America/New_York", "USD")]
    [InlineData("%%%", "en-US", "America/New_York", "USD")]
    [InlineData(null, "en-US", "America/New_York", "USD")]
    public void A_browsers_languages_give_time_zone_currency_and_locale(string? header, string locale, string timeZone, string currency)
    {
        Assert.Equal(new Region(locale, timeZone, currency), Regions.For(header));
        Assert.True(Regions.IsLocale(locale) && Regions.IsTimeZone(timeZone) && Regions.IsCurrency(currency));
    }
}
