using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Platform;

/// <summary>Mails on their way out.</summary>
public static class EmailSetup
{
    /// <summary>Registers the outbox and, where a server is configured, what empties it.</summary>
    public static void AddEmail(this WebApplicationBuilder builder)
    {
        var options = EmailOptions.Read(builder.Configuration);
        builder.Services.AddSingleton(options).AddSingleton<Outbox>().AddSingleton<PublicAddress>().AddScoped<SendMail>();
        if (options.Host is not null && builder.Configuration.GetValue("Jobs:Workers", 3) > 0)
        {
            builder.Services.AddHostedService<MailSweeper>();
        }
    }

    /// <summary>Maps /dev/mail in Development: the outbox as plain text, newest first, for those who have no mail server.</summary>
    public static void MapDevelopmentMail(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapGet("/dev/mail", async (KitchenGuardDbContext db, CancellationToken ct) => TypedResults.Text(string.Join(
                $"\n{new string('-', 72)}\n",
                (await db.OutgoingMails.AsNoTracking().OrderByDescending(m => m.Id).Take(50).ToListAsync(ct))
                    .Select(m => $"To: {m.To}\nSubject: {m.Subject}\nDate: {m.CreatedAt:u}\n\n{(m.SentAt is null ? m.Body : $"(sent {m.SentAt:u})")}\n"))))
                .AllowAnonymous().ExcludeFromDescription();
        }
    }
}
