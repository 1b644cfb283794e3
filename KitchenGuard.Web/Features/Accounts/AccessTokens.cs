using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Makes the API's access tokens: HS256, type <c>at+jwt</c>, ten minutes.</summary>
public sealed class AccessTokens(JwtOptions options, TimeProvider clock)
{
    /// <summary>How long a token lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The claim that ties a token to the user's security stamp, so that a password change ends it.</summary>
    public const string StampClaim = "sst";

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>A token for the user in the restaurant, worth something as long as the session lives.</summary>
    public string Create(User user, Membership membership, Guid sessionId)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.Issuer,
            Audience = options.Audience,
            TokenType = JwtOptions.TokenType,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(options.SigningKey, SecurityAlgorithms.HmacSha256),
            Subject = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Sub, user.Id.ToString()),
                new Claim(JwtRegisteredClaimNames.Jti, Guid.CreateVersion7().ToString()),
                new Claim(KitchenGuardClaims.Session, sessionId.ToString()),
                new Claim(KitchenGuardClaims.RestaurantId, membership.RestaurantId.ToString()),
                new Claim(KitchenGuardClaims.Role, membership.Role.ToString()),
                new Claim(StampClaim, StampOf(user.SecurityStamp)),
            ]),
        });
    }

    /// <summary>What a token carries of the security stamp: a hash, since the stamp itself is a secret of the server.</summary>
    public static string StampOf(string? securityStamp) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(securityStamp ?? "")), 0, 8);
}
