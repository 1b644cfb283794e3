using System.ComponentModel.DataAnnotations;
using System.Net;
using KitchenGuard.Data;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Email;
using KitchenGuard.Web.Platform.Forms;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Accounts.Passwords;

/// <summary>Whose password was forgotten, by page and API.</summary>
public sealed record ForgotInput
{
    [Required(ErrorMessage = "Enter your e-mail address."), StringLength(254, ErrorMessage = "That is too long for an e-mail address."), PlainText]
    public string? Email { get; init; }
}

/// <summary>
/// Sends a link that sets a new password. The answer, and all but one row of the work, are the same whether the address has an account or not.
/// </summary>
public sealed class RequestReset(
    KitchenGuardDbContext db, ResetLinks links, Outbox outbox, SignInThrottle throttle, ILookupNormalizer normalizer, ILogger<RequestReset> logger)
{
    /// <summary>How often one network may ask in five minutes.</summary>
    public const int NetworkLimit = 20;

    /// <summary>How many mails one address gets in five minutes; asking more often is answered alike and sends nothing.</summary>
    public const int AddressLimit = 3;

    /// <summary>Asks. The links that were sent before stop working.</summary>
    /// <returns>Done, whoever's the address is; or TooManyResets.</returns>
    public async Task<Result<Done>> RunAsync(string email, IPAddress? from, CancellationToken ct)
    {
        if (await throttle.CountAsync("\u0001reset", from, NetworkLimit, ct) is { } wait)
        {
            return AccountErrors.TooManyResets(wait);
        }

        var normalized = normalizer.NormalizeEmail(email.Trim());
        if (await throttle.CountAsync($"\u0001reset:{normalized}", null, AddressLimit, ct) is not null)
        {
            return default(Done);
        }

        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var mailId = await links.AddAsync(
            user,
            """
            Somebody, probably you, asked to set a new password for KitchenGuard.

            Open this link to choose one. It works once, for 30 minutes:
            {0}

            If it was not you, leave this mail alone: your password stays as it is.
            """, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        outbox.Enqueue(mailId);
        AccountsLog.ResetRequested(logger);
        return default(Done);
    }
}
