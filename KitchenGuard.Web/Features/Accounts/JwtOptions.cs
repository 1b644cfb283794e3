using System.Security.Cryptography;
using KitchenGuard.Web.Platform;
using Microsoft.IdentityModel.Tokens;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>How access tokens are signed and for whom.</summary>
public sealed class JwtOptions
{
    /// <summary>The <c>typ</c> header of an access token (RFC 9068).</summary>
    public const string TokenType = "at+jwt";

    private const int KeyBytes = 32;

    private JwtOptions(byte[] key, string issuer, string audience) =>
        (SigningKey, Issuer, Audience) = (new SymmetricSecurityKey(key), issuer, audience);

    public SymmetricSecurityKey SigningKey { get; }

    public string Issuer { get; }

    public string Audience { get; }

    /// <summary>
    /// Reads Jwt:Key (base64, at least 32 bytes), Jwt:Issuer and Jwt:Audience. In Development a missing key is made once and kept in
    /// the data folder.
    /// </summary>
    /// <exception cref="StartupException">The key is missing or short.</exception>
    public static JwtOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration["Jwt:Key"];
        if (string.IsNullOrWhiteSpace(text) && environment.IsDevelopment())
        {
            text = ReadOrMake(Path.Combine(RepositoryRoot.LocalData(environment.ContentRootPath), "jwt.key"));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new StartupException("Jwt:Key is missing: set Jwt__Key to at least 32 random bytes in base64 (openssl rand -base64 32).");
        }

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), bytes, out var length) || length < KeyBytes)
        {
            throw new StartupException("Jwt:Key is too short or not base64: set Jwt__Key to at least 32 random bytes in base64 (openssl rand -base64 32).");
        }

        return new JwtOptions(bytes[..length], configuration["Jwt:Issuer"] ?? "KitchenGuard", configuration["Jwt:Audience"] ?? "KitchenGuard");
    }

    private static string ReadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }

        return File.ReadAllText(path);
    }
}
