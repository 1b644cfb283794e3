namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>What people call the browser or script behind a User-Agent header. It only helps to recognise one's own devices; nothing is decided by it.</summary>
internal static class AgentName
{
    // The first that is found wins: most browsers name the ones they are like, too.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>Such as "Chrome on Android"; the header's first word when no browser is known in it; "Unknown" without one.</summary>
    public static string Of(string? agent)
    {
        if (string.IsNullOrWhiteSpace(agent))
        {
            return "Unknown";
        }

        var (browser, system) = (Find(Browsers, agent), Find(Systems, agent));
        return browser is null ? agent.Split(' ', 2)[0] is { Length: <= 40 } word ? word : "Unknown"
            : system is null ? browser
            : $"{browser} on {system}";
    }

    private static string? Find((string Mark, string Name)[] known, string agent) =>
        Array.Find(known, k => agent.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
