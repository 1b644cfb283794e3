using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KitchenGuard.Data;
using KitchenGuard.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Security;

/// <summary>Production with a certificate for its keys, whose password is a secret in a file.</summary>
public sealed class CertificateApp(PostgresServer server) : KitchenGuardApp(server)
{
    /// <summary>Its certificate's.</summary>
    public const string PfxPassword = "of the certificate";
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _pfx = MakePfx(PfxPassword);

    /// <summary>Where its certificate lies; after the application was started.</summary>
    public string PfxFile { get; private set; } = "";

    /// <summary>A certificate as an operator makes one.</summary>
    public static byte[] MakePfx(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return certificate.Export(X509ContentType.Pfx, password);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        _folder.Dispose();
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        _folder.Write("DataProtection__CertificatePassword", [.. "of the certificate\n"u8]);
        PfxFile = _folder.Write("keys.pfx", _pfx);
        builder.UseEnvironment("Production").UseSetting("Secrets:Folder", _folder.Path).UseSetting("DataProtection:CertificateFile", PfxFile);
    }
}

/// <summary>A copy of the database opens no cookie.</summary>
public sealed class KeyRingTests(CertificateApp app) : IClassFixture<CertificateApp>
{
    [Fact]
    public async Task Keys_lie_encrypted_in_the_database_and_another_instance_reads_them()
    {
        var secret = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("something");
        using var scope = app.Services.CreateScope();
        var keys = await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().DataProtectionKeys.Select(k => k.Xml).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(keys);
        Assert.All(keys, xml =>
        {
            Assert.Contains("EncryptedData", xml);
            Assert.DoesNotContain("masterKey", xml, StringComparison.OrdinalIgnoreCase);
        });

        await using var other = app.Factory.WithWebHostBuilder(_ => { });
        Assert.Equal("something", other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_changed_certificate_opens_what_the_one_before_did_as_long_as_that_is_named(bool isNamed)
    {
        var secret = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("something");
        using var folder = new TemporaryFolder();
        await using var next = app.Factory.WithWebHostBuilder(builder => builder
            .UseSetting("DataProtection:CertificateFile", folder.Write("next.pfx", CertificateApp.MakePfx("of the next")))
            .UseSetting("DataProtection:CertificatePassword", "of the next")
            .UseSetting("DataProtection:PreviousCertificateFile", isNamed ? app.PfxFile : "")
            .UseSetting("DataProtection:PreviousCertificatePassword", CertificateApp.PfxPassword)
            .UseSetting("Secrets:Folder", folder.Path));
        var protector = next.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        if (isNamed)
        {
            Assert.Equal("something", protector.Unprotect(secret));
        }
        else
        {
            Assert.Throws<CryptographicException>(() => protector.Unprotect(secret));
        }
    }
}
