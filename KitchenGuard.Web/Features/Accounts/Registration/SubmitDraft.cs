using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Features.Accounts.Restaurants;
using KitchenGuard.Web.Features.Imports;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>
/// The end of a sign-up: user, restaurant and imports in one transaction; for somebody signed in, the restaurant and its imports. Submitting twice
/// gives one restaurant.
/// </summary>
public sealed class SubmitDraft(KitchenGuardDbContext db, Tenant tenant, Register register, OpenRestaurant open, DraftImports imports, TimeProvider clock)
{
    // A second submit is a double click or a phone that sends again; later the cookie is no key to the account any more.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Submits.</summary>
    /// <param name="draft">The browser's draft.</param>
    /// <param name="signedIn">Who opens a further restaurant; null: a new person.</param>
    /// <param name="ct">Cancels; nothing is half made.</param>
    /// <returns>The owner to sign in; or EmailTaken, UserNameTaken, DraftIncomplete, AlreadyRegistered.</returns>
    public async Task<Result<User>> RunAsync(RegistrationDraft draft, Guid? signedIn, CancellationToken ct)
    {
        if (draft.SubmittedAt is { } before)
        {
            return clock.GetUtcNow() - before < Again && await FindOwnerAsync(draft.Id, signedIn, ct) is { } owner ? owner : AccountErrors.AlreadyRegistered;
        }

        if ((signedIn is null && !draft.HasPerson()) || !draft.HasRestaurant())
        {
            return AccountErrors.DraftIncomplete;
        }

        List<Guid> files = [];
        var made = signedIn is { } ownerId
            ? (await open.RunAsync(ownerId, PlaceOf(draft), (connection, transaction) => CopyAsync(connection, transaction, ownerId), ct)).Error
            : (await register.RunAsync(RestaurantOf(draft), CopyAsync, ct)).Error;
        if (await FindOwnerAsync(draft.Id, signedIn, ct) is not { } maker)
        {
            return made ?? AccountErrors.AlreadyRegistered;
        }

        // When it was made already, the other submit of the same draft came first.
        if (made is null)
        {
            imports.Enqueue(files);
        }

        return maker;

        async Task<int> CopyAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, Guid userId)
        {
            files = await KeepNoticesAsync(draft.Id, ct);
            var count = await imports.CopyAsync(connection, transaction, draft.Id, draft.Id, userId, ct);
            await CloseAsync(draft.Id, userId, ct);
            return count;
        }
    }

    private static NewPlace PlaceOf(RegistrationDraft draft) => new()
    {
        RestaurantId = draft.Id,
        Name = draft.RestaurantName!,
        Address = draft.RestaurantAddress,
        RestaurantPhone = draft.RestaurantPhone,
        TimeZone = draft.TimeZone!,
        Currency = draft.Currency!,
        Locale = draft.Locale!,
    };

    private static NewRestaurant RestaurantOf(RegistrationDraft draft) => new()
    {
        RestaurantId = draft.Id,
        FullName = draft.FullName!,
        Email = draft.Email!,
        UserName = draft.UserName,
        Phone = draft.Phone,
        PasswordHash = draft.PasswordHash!,
        Name = draft.RestaurantName!,
        Address = draft.RestaurantAddress,
        RestaurantPhone = draft.RestaurantPhone,
        TimeZone = draft.TimeZone!,
        Currency = draft.Currency!,
        Locale = draft.Locale!,
    };

    /// <summary>Keeps what was said about the files with their imports, as an upload does.</summary>
    private async Task<List<Guid>> KeepNoticesAsync(Guid draftId, CancellationToken ct)
    {
        var files = await db.DraftFiles.Where(f => f.DraftId == draftId && f.Plan != null && f.Refusal == null)
            .Select(f => new { f.Id, f.CheckResult }).ToListAsync(ct);
        foreach (var file in files)
        {
            DraftImports.KeepNotices(db, draftId, file.Id, file.CheckResult);
        }

        await db.SaveChangesAsync(ct);
        return [.. files.Select(file => file.Id)];
    }

    /// <summary>Leaves of the draft only what a second submit needs: personal data lives on in the account alone.</summary>
    private async Task CloseAsync(Guid draftId, Guid userId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.DraftFiles.Where(f => f.DraftId == draftId).ExecuteDeleteAsync(ct);
        await db.RegistrationDrafts.Where(d => d.Id == draftId).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.SubmittedAt, now)
            .SetProperty(d => d.SubmittedBy, userId)
            .SetProperty(d => d.FullName, (string?)null)
            .SetProperty(d => d.Email, (string?)null)
            .SetProperty(d => d.UserName, (string?)null)
            .SetProperty(d => d.Phone, (string?)null)
            .SetProperty(d => d.PasswordHash, (string?)null)
            .SetProperty(d => d.RestaurantAddress, (string?)null)
            .SetProperty(d => d.RestaurantPhone, (string?)null), ct);
    }

    // Whoever submitted it, and still may: the second submit lets in whom the first did, and nobody past what was set up or done since.
    private async Task<User?> FindOwnerAsync(Guid draftId, Guid? signedIn, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var maker = await db.RegistrationDrafts.Where(d => d.Id == draftId).Select(d => d.SubmittedBy).SingleOrDefaultAsync(ct);
        if (maker is null || (signedIn is not null && signedIn != maker))
        {
            return null;
        }

        tenant.Enter(draftId);
        return await db.Users.SingleOrDefaultAsync(
            u => u.Id == maker && (signedIn != null || !u.TwoFactorEnabled) && (u.LockoutEnd == null || u.LockoutEnd < now) && u.DeleteAfter == null
                && u.PasswordHash != null && db.Members.Any(m => m.RestaurantId == draftId && m.UserId == maker && m.Role == Role.Owner), ct);
    }
}
