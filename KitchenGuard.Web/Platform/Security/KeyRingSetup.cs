using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KitchenGuard.Data;
using Microsoft.AspNetCore.DataProtection;

namespace KitchenGuard.Web.Platform;

/// <summary>The keys that cookies and forms are encrypted by: in the database, shared by all instances, themselves encrypted by a certificate.</summary>
public static class KeyRingSetup
{
    /// <summary>
    /// Reads <c>DataProtection:CertificateFile</c>, <c>:CertificatePassword</c> and <c>:AllowUnencrypted</c>; and <c>:PreviousCertificateFile</c> and
    /// <c>:PreviousCertificatePassword</c>, by which keys are still read that were made before the certificate was changed.
    /// </summary>
    /// <exception cref="StartupException">There is no certificate outside Development, or none that can be used.</exception>
    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection("DataProtection");
        var keys = builder.Services.AddDataProtection().SetApplicationName("KitchenGuard").PersistKeysToDbContext<KitchenGuardDbContext>();
        if (section["CertificateFile"] is { Length: > 0 } file)
        {
            keys.ProtectKeysWithCertificate(Load("Certificate", file, section["CertificatePassword"]));
            if (section["PreviousCertificateFile"] is { Length: > 0 } previous)
            {
                keys.UnprotectKeysWithAnyCertificate(Load("PreviousCertificate", previous, section["PreviousCertificatePassword"]));
            }
        }
        else if (!builder.Environment.IsDevelopment() && !section.GetValue("AllowUnencrypted", false))
        {
            throw new StartupException(
                "DataProtection:CertificateFile is missing: set DataProtection__CertificateFile to a PFX file whose certificate encrypts the keys of cookies, or DataProtection__AllowUnencrypted to true.");
        }
    }

    private static X509Certificate2 Load(string name, string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null ? certificate
                : throw new StartupException($"DataProtection:{name}File has no RSA key: set DataProtection__{name}File to a PFX file that has one.");
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"DataProtection:{name}File cannot be read: set DataProtection__{name}File to a PFX file and DataProtection__{name}Password to its password.");
        }
    }
}
