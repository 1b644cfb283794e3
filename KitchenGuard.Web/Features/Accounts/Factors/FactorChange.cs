using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Auditing;
using KitchenGuard.Web.Platform.Email;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>What every change of somebody's factors has in common: it is saved with an entry in the log of each of their restaurants and a mail to its person.</summary>
public sealed class FactorChange(
    KitchenGuardDbContext db, RecoveryCodes recovery, Memberships memberships, OperatorList operators, LiveSessions sessions, TellRestaurants tell, Outbox outbox, PublicAddress address,
    IHttpContextAccessor accessor, IStringLocalizer<Texts> texts)
{
    /// <summary>Saves what the caller changed in the context, in its transaction if it began one, and commits.</summary>
    /// <param name="user">Whose factors.</param>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="sentence">What happened, for the mail.</param>
    /// <param name="ct">Cancels; nothing is changed.</param>
    public async Task SaveAsync(User user, string action, string sentence, CancellationToken ct)
    {
        await using var started = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        var mailId = outbox.Add(db, user.Email!, texts["The second factor of your KitchenGuard account"], texts[
            """
            {0}

            If it was not you, set another password at once and look at your second factors and sessions:
            {1}
            """, sentence, address.Link("/forgot-password")]);
        await db.SaveChangesAsync(ct);
        await tell.RunAsync(user.Id, audit => audit.Add(action, user.FullName, user.Id, who: IsAsking(user) ? (user.Id, user.FullName) : null), ct);
        await db.Database.CommitTransactionAsync(ct);
        sessions.Forget(user.Id);
        outbox.Enqueue(mailId);
    }

    /// <summary>Saves a factor that the caller added in the context. It counts as shown in the session that added it.</summary>
    /// <returns>The recovery codes when it is the first factor, else none; or Busy.</returns>
    public async Task<Result<IReadOnlyList<string>>> AddAsync(User user, SecondFactor factor, string action, string sentence, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Result<IReadOnlyList<string>> codes = Array.Empty<string>();
        if (!await HoldAsync(user, ct))
        {
            codes = await recovery.RenewAsync(user.Id, ct);
            if (codes.Error is not null)
            {
                return codes;
            }

            user.TwoFactorEnabled = true;
        }

        var id = LiveSessions.SessionOf(accessor.HttpContext!.User);
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, factor), ct);
        await SaveAsync(user, action, sentence, ct);
        sessions.ForgetSession(id!.Value);
        return codes;
    }

    /// <summary>Saves that a factor was taken away by the caller in the context; with the last one the recovery codes go, and no session has shown one.</summary>
    /// <returns>Done, or FactorNeeded: the last one stays where somebody asks for one.</returns>
    public async Task<Result<Done>> RemoveAsync(User user, string action, string sentence, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isOn = await HoldAsync(user, ct);
        await db.SaveChangesAsync(ct);
        if (isOn && !await db.Authenticators.AnyAsync(a => a.UserId == user.Id && a.Secret != null, ct)
            && !await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(p => p.UserId == user.Id, ct))
        {
            if (await IsNeededAsync(user, ct))
            {
                return FactorErrors.FactorNeeded;
            }

            user.TwoFactorEnabled = false;
            await db.RecoveryCodes.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(ct);
            await db.Sessions.Where(s => s.UserId == user.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SecondFactor, (SecondFactor?)null), ct);
        }

        await SaveAsync(user, action, sentence, ct);
        return default(Done);
    }

    // One change of somebody's factors after the other: two first ones would make two sets of recovery codes, two last ones leave none behind.
    private async Task<bool> HoldAsync(User user, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from auth.users where id = {user.Id} for no key update", ct);
        await db.Entry(user).ReloadAsync(ct);
        return user.TwoFactorEnabled;
    }

    /// <summary>Whether the user may not be without: operators, and members of restaurants that want it of all.</summary>
    public async Task<bool> IsNeededAsync(User user, CancellationToken ct) =>
        operators.Contains(user.Email) || (await memberships.ListAsync(user.Id, ct)).Any(m => m.RequiresSecondFactor);

    // At sign-in nobody is signed in yet; an operator acts in their own name.
    private bool IsAsking(User user) =>
        accessor.HttpContext?.User is not { Identity.IsAuthenticated: true } asking || asking.HasClaim(claim => claim.Value == user.Id.ToString());
}
