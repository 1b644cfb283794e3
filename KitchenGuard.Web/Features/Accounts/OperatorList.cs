using KitchenGuard.Data.Accounts;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>The e-mail addresses of the people who run this installation, from the setting <c>Operators</c>.</summary>
public sealed class OperatorList(IConfiguration configuration)
{
    private readonly HashSet<string> _emails = (configuration["Operators"] is { } line
            ? line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : configuration.GetSection("Operators").Get<string[]>() ?? [])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there are any.</summary>
    public bool IsEmpty => _emails.Count == 0;

    /// <summary>Whether the account is an operator's: only once its address was proved, since anybody can sign up with any address, and not while it is on its way out.</summary>
    public bool IsOperator(User user) => user is { EmailConfirmed: true, DeleteAfter: null } && Contains(user.Email);

    /// <summary>Whether the address belongs to an operator.</summary>
    public bool Contains(string? email) => email is not null && _emails.Contains(email);
}
