using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Features.Accounts.Registration;

namespace KitchenGuard.Tests.Security;

/// <summary>Which passwords are taken: by how hard they are to guess, never by which kinds of characters they have.</summary>
public sealed class PasswordTests
{
    private const int LeastLength = 10;

    [Theory]
    [InlineData("password123")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("Passwort2024")]
    [InlineData("motdepasse2024")]
    [InlineData("Contraseña1!")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("qazwsxedcrfv")]
    [InlineData("qwertzuiop")]
    [InlineData("azertyuiop1")]
    [InlineData("liverpool1")]
    [InlineData("michael1234")]
    [InlineData("jessica12345")]
    [InlineData("monkeymonkey")]
    [InlineData("trustno1trustno1")]
    [InlineData("ilovemydog1")]
    [InlineData("11.12.1987abc")]
    [InlineData("Sommer2024!")]
    [InlineData("Printemps2025")]
    [InlineData("KitchenGuard1")]
    [InlineData("Restaurant2025!")]
    [InlineData("Trattoria2024")]
    [InlineData("Bistro2024!!")]
    [InlineData("anna.cook1987")]
    [InlineData("annaannaanna")]
    [InlineData("AnnaCook!!2026")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Broken_words_of_the_trade_and_the_persons_own_are_refused(string password) =>
        Assert.EndsWith("Three or four unrelated words make a good one.", Weakness(password));

    [Theory]
    [InlineData("violet rocket onion")]
    [InlineData("vier lustige gelbe enten")]
    [InlineData("la casa azul junto al mar")]
    [InlineData("anna bakes 40 loaves")]
    [InlineData("xkcdzwmvqpht")]
    [InlineData("7305918264093157")]
    [InlineData("x7#kQ9v!2mPz")]
    [InlineData("パスワードではない長い文")]
    [InlineData("🍋🥕🐟 lemon carrot fish")]
    [InlineData("   five spaces matter   ")]
    public void Small_letters_digits_marks_or_any_script_alone_will_do(string password) => Assert.Null(Weakness(password));

    [Theory]
    [InlineData(64)]
    [InlineData(100)]
    [InlineData(128)]
    public void Long_ones_are_taken(int length) =>
        Assert.Null(Weakness(string.Concat(Enumerable.Repeat("seven grey geese walk past the mill at dawn and the miller hums; ", 3))[..length]));

    // zxcvbn's own list, most used first; shorter ones are refused for their length already.
    [Fact]
    public void The_three_thousand_most_used_are_refused_and_so_is_every_long_one_of_the_thirty_thousand()
    {
        var assembly = typeof(Zxcvbn.Zxcvbn).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream("zxcvbn-core.Dictionaries.passwords.lst")!);
        var list = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("123456", list[0]);
        Assert.True(list.Length >= 30_000);
        var tried = list.Where(password => password.Length >= LeastLength).ToList();
        Assert.True(tried.Count > 1000);
        Listed.None(tried.AsParallel().Where(password => Weakness(password) is null));
    }

    [Fact]
    public void The_most_used_short_ones_made_longer_are_refused_too()
    {
        string[] top = ["123456", "password", "qwerty", "dragon", "baseball", "football", "letmein", "monkey", "mustang", "michael", "shadow", "master"];
        Listed.None(top.SelectMany(word => new[] { word + "1234", word + "2024", word + word, char.ToUpperInvariant(word[0]) + word[1..] + "123!" })
            .Where(password => password.Length >= LeastLength && Weakness(password) is null));
    }

    private static string? Weakness(string password) => PasswordStrength.WeaknessOf(password, "anna@restaurant.example", "Anna Cook");
}
