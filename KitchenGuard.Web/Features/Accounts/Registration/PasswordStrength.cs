using Zxcvbn.Matcher;
using Estimator = Zxcvbn.Zxcvbn;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>
/// Says what is wrong with a password that anybody would try first. No rules of composition: what counts is how many guesses it takes, which zxcvbn
/// estimates by its own lists: 30 000 passwords of past break-ins, words, names, dates, rows of keys, and each of these in disguise.
/// </summary>
public static class PasswordStrength
{
    /// <summary>Fewer guesses, as a power of two, are too few: with the five tries in five minutes that sign-in allows, this takes a lifetime.</summary>
    private const double LeastBits = 26;

    // The estimate's work grows with the length; a password that takes enough guesses so far does so as a whole.
    private const int Estimated = 48;

    private const string Remedy = "Three or four unrelated words make a good one.";

    private static readonly string[] Rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

    // What people here think of first, in the languages they speak; zxcvbn's own lists are English.
    private static readonly string[] Context =
    [
        "kitchenguard", "kitchen", "guard", "restaurant", "ristorante", "restaurante", "küche", "kueche", "cuisine", "cucina", "cocina", "bistro", "trattoria",
        "pizzeria", "osteria", "taverna", "gasthaus", "gasthof", "brasserie", "chef", "stock", "lager", "password", "passwort", "kennwort", "contraseña",
        "contrasena", "motdepasse", "senha", "parola", "wachtwoord", "hallo", "willkommen", "welcome", "bienvenue", "benvenuto", "bienvenido", "geheim",
        "secret", "changeme", "letmein", "schatz", "amore", "tequiero", "jetaime", "iloveyou", "frühling", "fruehling", "sommer", "herbst", "winter",
        "spring", "summer", "autumn", "printemps", "automne", "hiver", "primavera", "estate", "autunno", "inverno", "verano", "otoño", "invierno",
    ];

    /// <summary>The sentence for a password that is too easy to guess; null when there is nothing to say.</summary>
    /// <param name="password">As typed, at least 10 characters.</param>
    /// <param name="known">What is known of the person: e-mail address, names.</param>
    public static string? WeaknessOf(string password, params ReadOnlySpan<string?> known)
    {
        if (password.Distinct().Count() < 5 || IsRepetition(password))
        {
            return $"This password repeats the same few characters. {Remedy}";
        }

        if (IsSequence(password))
        {
            return $"This password is a row of neighbouring keys or digits. {Remedy}";
        }

        var (rest, personal) = (password, new List<string>());
        foreach (var text in known)
        {
            foreach (var word in (text ?? "").Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2))
            {
                rest = rest.Replace(word, "", StringComparison.OrdinalIgnoreCase);
                personal.Add(word.ToLowerInvariant());
            }
        }

        return rest.Count(char.IsLetterOrDigit) < 6 ? $"This password is little more than your name or e-mail address. {Remedy}" : Guess(password, personal);
    }

    private static string? Guess(string password, List<string> personal)
    {
        var estimate = Estimator.MatchPassword(password[..Math.Min(password.Length, Estimated)], personal.Concat(Context).Distinct());
        return estimate.MatchSequence is [DictionaryMatch { DictionaryName: "passwords" } only] && only.Token.Length == password.Length
                ? $"This password is known from break-ins elsewhere. {Remedy}"
            : estimate.Entropy < LeastBits ? $"This is one of the passwords that are tried first. {Remedy}"
            : null;
    }

    private static bool IsRepetition(string password)
    {
        for (var length = 1; length <= password.Length / 2 && length <= 6; length++)
        {
            if (Enumerable.Range(length, password.Length - length).All(i => password[i] == password[i - length]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSequence(string password)
    {
        var steps = 0;
        for (var i = 1; i < password.Length; i++)
        {
            var (one, other) = (char.ToLowerInvariant(password[i - 1]), char.ToLowerInvariant(password[i]));
            var isNear = Math.Abs(one - other) <= 1 || (one == '9' && other == '0')
                || Rows.Any(row => row.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at && at + 1 < row.Length && row[at + 1] == other);
            steps += isNear ? 1 : 0;
        }

        return steps >= password.Length - 3;
    }
}
