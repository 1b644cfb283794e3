namespace KitchenGuard.Web.Features.Accounts;

/// <summary>The e-mail addresses of the people who run this installation, from the setting <c>Operators</c>.</summary>
public sealed class OperatorList(IConfiguration configuration)
{
    private readonly HashSet<string> _emails = (configuration["Operators"] is { } line
            ? line.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : configuration.GetSection("Operators").Get<string[]>() ?? [])
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the address belongs to an operator.</summary>
    public bool Contains(string? email) => email is not null && _emails.Contains(email);
}
