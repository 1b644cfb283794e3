using MailKit.Security;

namespace KitchenGuard.Web.Platform.Email;

/// <summary>How mails leave the program, and where their links lead.</summary>
public sealed record EmailOptions
{
    /// <summary>The server; null: mails stay in the outbox.</summary>
    public string? Host { get; private init; }

    public int Port { get; private init; } = 587;

    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <summary>Default: TLS where the server offers it on its port. The password is never sent without it.</summary>
    public SecureSocketOptions Security { get; private init; } = SecureSocketOptions.Auto;

    /// <summary>The sender's address.</summary>
    public string From { get; private init; } = "KitchenGuard <kitchenguard@localhost>";

    /// <summary>Where people reach the program, without a slash at the end: links in mails start with it, never with what a request said.</summary>
    public string? BaseUrl { get; private init; }

    /// <summary>Reads <c>Email:…</c> and <c>App:BaseUrl</c>.</summary>
    /// <exception cref="StartupException">They do not go together.</exception>
    public static EmailOptions Read(IConfiguration configuration)
    {
        var smtp = configuration.GetSection("Email:Smtp");
        var options = new EmailOptions
        {
            Host = Text(smtp["Host"]),
            Port = smtp.GetValue("Port", 587),
            User = Text(smtp["User"]),
            Password = Text(smtp["Password"]),
            Security = Enum.TryParse<SecureSocketOptions>(smtp["Security"] ?? "Auto", ignoreCase: true, out var security) && Enum.IsDefined(security) ? security
                : throw new StartupException("Email:Smtp:Security is one of None, Auto, SslOnConnect, StartTls and StartTlsWhenAvailable."),
            From = Text(configuration["Email:From"]) ?? "KitchenGuard <kitchenguard@localhost>",
            BaseUrl = Text(configuration["App:BaseUrl"])?.TrimEnd('/'),
        };
        return options switch
        {
            { BaseUrl: { } url } when !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") =>
                throw new StartupException("App:BaseUrl is the address people reach KitchenGuard at, such as https://stock.example.com."),
            { Host: not null } when !MimeKit.MailboxAddress.TryParse(options.From, out _) || Text(configuration["Email:From"]) is null =>
                throw new StartupException("Email:Smtp:Host is set: set Email:From as well, to the address that mails come from."),
            { Host: not null, BaseUrl: null } => throw new StartupException("Email:Smtp:Host is set: set App:BaseUrl as well, to the address people reach KitchenGuard at."),
            _ => options,
        };
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
