using System.Text;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Database;
using Microsoft.Extensions.Configuration;

namespace KitchenGuard.Tests.Security;

/// <summary>Production does not start with less than it promises; it says what to set, in one sentence, and gives nothing away.</summary>
public sealed class RefusalTests : IDisposable
{
    private const string Local = "Host=127.0.0.1;Port=1;Username=kg_app;Password=secret;Database=none";
    private const string Remote = "Host=db.example;Username=kg_app;Password=secret;Database=none";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DataProtection:CertificateFile is missing: ")]
    [InlineData("DataProtection:CertificateFile cannot be read: ", "DataProtection__CertificateFile", "/nowhere/keys.pfx")]
    [InlineData("ConnectionStrings:KitchenGuard would trust any server: ", "ConnectionStrings__KitchenGuard", Remote)]
    [InlineData("ConnectionStrings:KitchenGuard would trust any server: ", "ConnectionStrings__KitchenGuard", Remote + ";SSL Mode=Require")]
    [InlineData("ConnectionStrings:KitchenGuard cannot be read: ", "ConnectionStrings__KitchenGuard", "postgres://kg_app:secret@db.example/none")]
    [InlineData("ConnectionStrings:KitchenGuardOperator would trust any server: ", "ConnectionStrings__KitchenGuardOperator", Remote)]
    [InlineData("App:BaseUrl begins with https: ", "App__BaseUrl", "http://stock.example")]
    [InlineData("Proxy:Known is not a list: ", "Proxy__Known", "10.0.0.7, the proxy")]
    [InlineData("Secrets:Folder is not there: ", "Secrets__Folder", "/nowhere/secrets")]
    public async Task Production_refuses_to_start(string sentence, string? name = null, string? value = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings__KitchenGuard"] = Local, ["Jwt__Key"] = Convert.ToBase64String(new byte[32]), ["DataProtection__AllowUnencrypted"] = null,
        };
        if (name is not null)
        {
            settings[name] = value;
        }

        await RefusesAsync(sentence, settings);
    }

    [Fact]
    public async Task Secrets_are_read_from_files_and_a_certificate_needs_its_password()
    {
        _folder.Write("ConnectionStrings__KitchenGuard", Encoding.UTF8.GetBytes(Local + "\n"));
        _folder.Write("Jwt__Key", Encoding.UTF8.GetBytes(Convert.ToBase64String(new byte[32])));
        var certificate = _folder.Write("keys.pfx", CertificateApp.MakePfx("of the certificate"));
        _folder.Write("DataProtection__CertificatePassword", "another one"u8.ToArray());
        await RefusesAsync("DataProtection:CertificateFile cannot be read: ", new()
        {
            ["Secrets__Folder"] = _folder.Path, ["DataProtection__CertificateFile"] = certificate, ["DataProtection__AllowUnencrypted"] = null,
        });
    }

    [Fact]
    public Task Operators_need_a_connection_of_their_own() => RefusesAsync("ConnectionStrings:KitchenGuardOperator is missing, and Operators names somebody: ", new()
    {
        ["ConnectionStrings__KitchenGuard"] = Local, ["Jwt__Key"] = Convert.ToBase64String(new byte[32]), ["DataProtection__AllowUnencrypted"] = "true",
        ["Operators"] = "somebody@operators.example",
    });

    [Theory]
    [InlineData(Local, true)]
    [InlineData("Host=localhost;Database=none", true)]
    [InlineData("Host=::1;Database=none", true)]
    [InlineData("Host=127.0.0.1:5433,[::1]:5434;Database=none", true)]
    [InlineData("Host=/var/run/postgresql;Database=none", true)]
    [InlineData(Remote + ";SSL Mode=VerifyFull", true)]
    [InlineData(Remote + ";SSL Mode=VerifyCA", false)]
    [InlineData(Remote + ";SSL Mode=Prefer", false)]
    [InlineData(Remote, false)]
    [InlineData("Host=127.0.0.1,db.example;Database=none", false)]
    [InlineData("Host=127.0.0.1.db.example;Database=none", false)]
    [InlineData("Host=10.0.0.5;Database=none", false)]
    [InlineData("Database=none", false)]
    public void The_database_proves_who_it_is_unless_it_is_on_this_machine(string connectionString, bool may)
    {
        var (strict, told) = (With(null), With("true"));
        VerifiedTls.Require(told, "KitchenGuard", connectionString);
        if (may)
        {
            VerifiedTls.Require(strict, "KitchenGuard", connectionString);
            return;
        }

        var refusal = Assert.Throws<StartupException>(() => VerifiedTls.Require(strict, "KitchenGuard", connectionString));
        Assert.DoesNotContain("secret", refusal.Message);
    }

    private static IConfigurationRoot With(string? allow) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Database:AllowUnverifiedTls", allow)]).Build();

    private static async Task RefusesAsync(string sentence, Dictionary<string, string?> settings)
    {
        var (code, lines) = await WebProcess.RunAsync(settings, Ct);
        Assert.Equal(1, code);
        var line = Assert.Single(lines);
        Assert.StartsWith(sentence, line);
        Assert.EndsWith(".", line);
        Assert.DoesNotContain("secret@", line);
        Assert.DoesNotContain("Password=secret", line);
    }
}
