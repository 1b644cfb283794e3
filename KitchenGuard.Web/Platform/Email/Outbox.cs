using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>Mails on their way out: a row in the transaction that is their reason, sent by a job.</summary>
public sealed class Outbox(KitchenGuardDbContext db, TimeProvider clock)
{
    /// <summary>Adds a mail; the caller saves it together with what it tells of.</summary>
    /// <param name="to">The address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    public void Add(string to, string subject, string body) => db.OutgoingMails.Add(new OutgoingMail
    {
        Id = Guid.CreateVersion7(), To = to, Subject = subject, Body = body, CreatedAt = clock.GetUtcNow(),
    });
}
