namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Says what is wrong with a password that anybody would try first. No rules of composition: length is what counts.</summary>
public static class PasswordStrength
{
    private const string Remedy = "Three or four unrelated words make a good one.";

    private static readonly string[] Rows = ["qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm"];

    // What is left of the common ones when digits and marks at the ends are taken off.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "password", "passwort", "contraseña", "contrasena", "motdepasse", "senha", "kitchenguard", "restaurant", "letmein", "welcome",
        "iloveyou", "administrator", "admin", "changeme", "trustno", "superman", "football", "sunshine", "princess", "secret",
    };

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

        if (Common.Contains(password.Trim().Trim("0123456789!?.,-_*#$%&@+ ".ToCharArray())))
        {
            return $"This is one of the passwords everybody tries first. {Remedy}";
        }

        var rest = password;
        foreach (var text in known)
        {
            foreach (var word in (text ?? "").Split([' ', '@', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 2))
            {
                rest = rest.Replace(word, "", StringComparison.OrdinalIgnoreCase);
            }
        }

        return rest.Count(char.IsLetterOrDigit) < 6 ? $"This password is little more than your name or e-mail address. {Remedy}" : null;
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
