using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>A member, as pages and API show one.</summary>
/// <param name="Id">The membership.</param>
/// <param name="UserId">The person.</param>
/// <param name="FullName">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Role">What they may do.</param>
/// <param name="JoinedAt">UTC.</param>
/// <param name="LastLoginAt">UTC; null: never yet.</param>
/// <param name="HasSecondFactor">Signing in asks for more than the password.</param>
public sealed record MemberLine(Guid Id, Guid UserId, string FullName, string Email, Role Role, DateTimeOffset JoinedAt, DateTimeOffset? LastLoginAt, bool HasSecondFactor);

/// <summary>An invitation that nobody has taken up.</summary>
/// <param name="Id">The invitation.</param>
/// <param name="Email">Whom it was sent to.</param>
/// <param name="Role">What they will be.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Expired">It is too late; sending it again makes it good.</param>
public sealed record InvitationLine(Guid Id, string Email, Role Role, DateTimeOffset ExpiresAt, bool Expired);

/// <summary>Reads who is in the restaurant and who is asked to be.</summary>
public sealed class TeamList(KitchenGuardDbContext db, TimeProvider clock)
{
    /// <summary>The members: owners first, then by name.</summary>
    public async Task<IReadOnlyList<MemberLine>> MembersAsync(CancellationToken ct) =>
        [.. (await Lines(db.Members).ToListAsync(ct)).OrderBy(m => m.Role).ThenBy(m => m.FullName, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>One member; null when the restaurant has no such member.</summary>
    public Task<MemberLine?> FindAsync(Guid memberId, CancellationToken ct) => Lines(db.Members.Where(m => m.Id == memberId)).SingleOrDefaultAsync(ct);

    /// <summary>The open invitations, newest first.</summary>
    public async Task<IReadOnlyList<InvitationLine>> InvitationsAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.Invitations.Where(i => i.AcceptedAt == null).OrderByDescending(i => i.Id)
            .Select(i => new InvitationLine(i.Id, i.Email, i.Role, i.ExpiresAt, i.ExpiresAt <= now)).ToListAsync(ct);
    }

    private IQueryable<MemberLine> Lines(IQueryable<Member> members) =>
        from member in members
        join user in db.Users on member.UserId equals user.Id
        select new MemberLine(member.Id, user.Id, user.FullName, user.Email!, member.Role, member.CreatedAt, user.LastLoginAt, user.TwoFactorEnabled);
}
