using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace KitchenGuard.Web.Platform;

/// <summary>
/// TLS for trying things on a phone: cameras and offline work need it. A certificate of its own for this machine's names and addresses, kept beside
/// the development database; <c>https.crt</c> can be installed on the phone.
/// </summary>
internal static class DevelopmentHttps
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>Listens at the setting <c>Https</c> as well, such as <c>https://0.0.0.0:5443</c>, in Development.</summary>
    /// <exception cref="StartupException">The setting is no https address.</exception>
    public static void AddDevelopmentHttps(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration["Https"] is not { Length: > 0 } address)
        {
            return;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new StartupException("Https is not an address: start with --https https://0.0.0.0:5443 to listen there for phones.");
        }

        var certificate = ReadOrMake(RepositoryRoot.LocalData(builder.Environment.ContentRootPath));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        builder.WebHost.UseUrls($"{builder.Configuration["urls"] ?? "http://127.0.0.1:5080"};{address}");
    }

    /// <summary>The certificate of the folder; made anew when it runs out within a month or this machine has got another name or address.</summary>
    internal static X509Certificate2 ReadOrMake(string folder)
    {
        var (file, names) = (Path.Combine(folder, "https.pfx"), Names());
        var now = TimeProvider.System.GetUtcNow();
        if (File.Exists(file))
        {
            var kept = X509CertificateLoader.LoadPkcs12FromFile(file, null);
            if (kept.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(30) && names.All(kept.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(NamesOf).Contains))
            {
                return kept;
            }
        }

        using var made = Make(names, now);
        Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(file, options))
        {
            stream.Write(made.Export(X509ContentType.Pfx));
        }

        File.WriteAllText(Path.Combine(folder, "https.crt"), made.ExportCertificatePem());
        Console.WriteLine($"Made a certificate for {string.Join(", ", names)}; install {Path.Combine(folder, "https.crt")} on a phone that is to trust it.");
        return X509CertificateLoader.LoadPkcs12FromFile(file, null);
    }

    private static X509Certificate2 Make(IReadOnlyList<string> names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=KitchenGuard development", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        request.CertificateExtensions.Add(alternatives.Build());
        // Phones install nothing but authorities; without issuing anything, and for servers only.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(now.AddDays(-1), now + Lifetime);
    }

    private static List<string> Names() =>
    [
        "localhost", "127.0.0.1", Dns.GetHostName().ToLowerInvariant(),
        .. NetworkInterface.GetAllNetworkInterfaces().Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address)
            .Where(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork).Select(a => a.ToString()).Distinct(),
    ];

    private static IEnumerable<string> NamesOf(X509SubjectAlternativeNameExtension extension) =>
        extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(a => a.ToString()));
}
