using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>
/// Where people open this installation, for links in mails: from the setting <c>App:BaseUrl</c> alone, never from a request, whose Host
/// header anybody can choose. Without the setting mails stay in the outbox, and links lead to where the program listens.
/// </summary>
public sealed class PublicAddress(EmailOptions options, IServer server)
{
    /// <summary>The setting; null when there is none.</summary>
    public Uri? Configured { get; } = options.BaseUrl is { } url ? new Uri(url) : null;

    /// <summary>The address of a page.</summary>
    /// <param name="path">Path and query, beginning with a slash.</param>
    public string Link(string path) =>
        (options.BaseUrl ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost") + path;
}
