using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace KitchenGuard.Web.Platform.Security;

/// <summary>32 random bytes for a cookie or a link, of which only the SHA-256 is stored.</summary>
public static class SecretToken
{
    private const int Bytes = 32;

    /// <summary>A new one, as text for a cookie or an address.</summary>
    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it; null when the text is no such token.</summary>
    /// <param name="text">As the browser sent it.</param>
    /// <param name="owner">Becomes part of the hash: the same token under another owner finds nothing.</param>
    public static byte[]? HashOf(string? text, string owner = "")
    {
        if (text is null || text.Length is < 40 or > 50)
        {
            return null;
        }

        try
        {
            var secret = WebEncoders.Base64UrlDecode(text);
            return secret.Length == Bytes ? SHA256.HashData([.. secret, .. Encoding.UTF8.GetBytes(owner)]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
