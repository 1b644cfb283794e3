using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Registration;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Somebody without an account takes an invitation up: makes the account and joins, in one transaction.</summary>
public sealed class AcceptInvitation(
    OpenInvitations invitations, KitchenGuardDbContext db, BcryptPasswordHasher hasher, HashingGate gate, ILookupNormalizer normalizer, Audit audit, TimeProvider clock,
    ILogger<AcceptInvitation> logger)
{
    /// <summary>Accepts.</summary>
    /// <param name="token">The link's.</param>
    /// <param name="input">Valid input.</param>
    /// <param name="ct">Cancels; nobody has joined.</param>
    /// <returns>The new user and the invitation; or InvitationOver, SignInFirst, Busy, or what is weak about the password.</returns>
    public async Task<Result<(User User, OpenInvitation Invitation)>> RunAsync(string? token, AcceptInput input, CancellationToken ct)
    {
        if (await invitations.FindAsync(token, ct) is not { } invitation)
        {
            return MemberErrors.InvitationOver;
        }

        if (invitation.UserId is not null)
        {
            return MemberErrors.SignInFirst;
        }

        if (PasswordStrength.WeaknessOf(input.Password!, invitation.Email, input.FullName, invitation.RestaurantName) is { } weakness)
        {
            return new InvalidError("password_weak", weakness, "password");
        }

        var hash = await gate.RunAsync(() => hasher.HashPassword(null!, input.Password!), ct);
        if (hash.Error is { } busy)
        {
            return busy;
        }

        var now = clock.GetUtcNow();
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            FullName = input.FullName!.Trim(),
            Email = invitation.Email,
            NormalizedEmail = normalizer.NormalizeEmail(invitation.Email),
            EmailConfirmed = true,
            UserName = invitation.Email,
            NormalizedUserName = normalizer.NormalizeName(invitation.Email),
            PasswordHash = hash.Value,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            CreatedAt = now,
            LastLoginAt = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await invitations.TakeUpAsync(invitation, token!, user.Id, ct))
        {
            return MemberErrors.InvitationOver;
        }

        db.Users.Add(user);
        audit.Add(AuditActions.MemberJoined, user.FullName, user.Id, after: new { invitation.Role }, who: (user.Id, user.FullName));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "idx_users_email" or "idx_users_username" })
        {
            return MemberErrors.SignInFirst;
        }

        await transaction.CommitAsync(ct);
        AccountsLog.MemberJoined(logger, user.Id, invitation.RestaurantId, invitation.Role);
        return (user, invitation);
    }
}
