using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Factors;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Sessions;

/// <summary>Gives scripts their tokens: at sign-in, and again for a refresh token.</summary>
public sealed class IssueTokens(
    KitchenGuardDbContext db, StartSession start, EndSessions end, AccessTokens tokens, Memberships memberships, Audit audit, TimeProvider clock, ILogger<IssueTokens> logger)
{
    /// <summary>Begins a session and gives its first tokens. Saves what the caller changed in the context.</summary>
    /// <param name="user">Whose; tracked by the context.</param>
    /// <param name="membership">Where it acts, that restaurant entered.</param>
    /// <param name="factor">What they showed beside the password; null: nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The tokens, or SetUpFirst.</returns>
    public async Task<Result<TokenAnswer>> StartAsync(User user, Membership membership, SecondFactor? factor, CancellationToken ct)
    {
        if (membership.RequiresSecondFactor && factor is null)
        {
            return FactorErrors.SetUpFirst;
        }

        return await AnswerAsync(user, membership, start.Add(user, SessionKind.Api, membership, factor).Id, ct);
    }

    /// <summary>Gives the present session tokens for another restaurant: nothing was proved anew, and those for the first go on.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="membership">Where they act.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="factor">What its person showed beside the password; null: nothing.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The tokens, or SetUpFirst.</returns>
    public async Task<Result<TokenAnswer>> MoveAsync(User user, Membership membership, Guid sessionId, SecondFactor? factor, CancellationToken ct) =>
        membership.RequiresSecondFactor && factor is null ? FactorErrors.SetUpFirst : await AnswerAsync(user, membership, sessionId, ct);

    /// <summary>Changes a refresh token for new tokens. It works once; the second try ends its session, since one of the two was not its owner.</summary>
    /// <param name="refreshToken">As it was given.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The tokens; or RefreshOver, SetUpFirst.</returns>
    public async Task<Result<TokenAnswer>> RenewAsync(string? refreshToken, CancellationToken ct)
    {
        var (hash, now) = (SecretToken.HashOf(refreshToken), clock.GetUtcNow());
        var token = hash is null ? null : await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(t => t.TokenHash == hash, ct);
        if (token is null)
        {
            return AccountErrors.RefreshOver;
        }

        if (await db.RefreshTokens.Where(t => t.Id == token.Id && t.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, now), ct) != 1)
        {
            await TellReuseAsync(token, ct);
            await end.RunAsync(s => s.Id == token.SessionId, ct);
            AccountsLog.RefreshTokenReused(logger, token.SessionId);
            return AccountErrors.RefreshOver;
        }

        var session = await db.Sessions.SingleAsync(s => s.Id == token.SessionId, ct);
        if (session.EndedAt is not null || session.ExpiresAt <= now || session.SeenAt + session.Idle <= now
            || await db.Users.SingleOrDefaultAsync(u => u.Id == session.UserId && (u.LockoutEnd == null || u.LockoutEnd < now), ct) is not { } user
            || await memberships.EnterAsync(user.Id, token.ActsFor, ct) is not { } membership || membership.RestaurantId != token.ActsFor)
        {
            return AccountErrors.RefreshOver;
        }

        if (membership.RequiresSecondFactor && session.SecondFactor is null)
        {
            return FactorErrors.SetUpFirst;
        }

        session.SeenAt = now;
        return await AnswerAsync(user, membership, session.Id, ct);
    }

    private async Task TellReuseAsync(RefreshToken token, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var user = await (from session in db.Sessions join person in db.Users on session.UserId equals person.Id
                          where session.Id == token.SessionId && session.EndedAt == null && session.ExpiresAt > now select person).AsNoTracking().SingleOrDefaultAsync(ct);
        if (user is not null && await memberships.EnterAsync(user.Id, token.ActsFor, ct) is not null)
        {
            audit.Add(AuditActions.TokenReused, user.FullName, user.Id, who: (user.Id, user.FullName));
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<TokenAnswer> AnswerAsync(User user, Membership membership, Guid sessionId, CancellationToken ct)
    {
        var refresh = SecretToken.New();
        db.RefreshTokens.Add(new RefreshToken
        {
            Id = Guid.CreateVersion7(), SessionId = sessionId, TokenHash = SecretToken.HashOf(refresh)!, ActsFor = membership.RestaurantId, CreatedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(ct);
        return new TokenAnswer(
            tokens.Create(user, membership, sessionId), refresh, (int)AccessTokens.Lifetime.TotalSeconds, UserAnswer.From(user), RestaurantAnswer.From(membership));
    }
}
