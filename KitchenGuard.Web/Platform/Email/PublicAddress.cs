using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>
/// Where people open this installation, for links in mails: from the setting <c>App:BaseUrl</c> alone, never from a request, whose Host
/// header anybody can choose. In Development, when it is not set, the address the program listens on.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IServer server)
{
    /// <summary>The setting's name.</summary>
    public const string Setting = "App:BaseUrl";

    /// <summary>The address of a page.</summary>
    /// <param name="path">Path and query, beginning with a slash.</param>
    public Uri Link(string path) => new(new Uri(
        configuration[Setting] is { Length: > 0 } configured ? configured
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost"), path);

    /// <summary>Refuses to start without the address where mails are meant.</summary>
    /// <exception cref="StartupException">It is missing, or no address.</exception>
    public static void Check(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[Setting];
        if (string.IsNullOrEmpty(text) && environment.IsDevelopment())
        {
            return;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
        {
            throw new StartupException("App:BaseUrl is missing or no address: set App__BaseUrl to where people open KitchenGuard, like https://stock.example.com.");
        }
    }
}
