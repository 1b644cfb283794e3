using System.Net;
using System.Net.Sockets;
using System.Text;
using KitchenGuard.Tests.Support;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Email;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Imports;

/// <summary>A mail server that takes everything it is told to take.</summary>
public sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether it refuses every mail for now, as a server in trouble does.</summary>
    public bool IsBusy { get; set; }

    /// <summary>The messages it took, with their headers.</summary>
    public List<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or IOException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "MAIL" when IsBusy:
                    await writer.WriteLineAsync("451 come back later");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var message = new StringBuilder();
                    while (await reader.ReadLineAsync(_end.Token) is { } text && text != ".")
                    {
                        message.AppendLine(text);
                    }

                    Messages.Add(message.ToString());
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 ok");
                    break;
            }
        }
    }
}

/// <summary>The application with a mail server, which counts every import as long.</summary>
public sealed class MailingApp(PostgresServer server) : ImportSteps(server)
{
    public SmtpListener Smtp { get; } = new();

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Smtp.DisposeAsync();
    }

    /// <inheritdoc />
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("Email:Smtp:Host", "127.0.0.1").UseSetting("Email:Smtp:Port", $"{Smtp.Port}").UseSetting("Email:Smtp:Security", "None")
            .UseSetting("Email:From", "KitchenGuard <stock@kitchenguard.example>").UseSetting("App:BaseUrl", "https://stock.example/")
            .UseSetting("Imports:MailAfterSeconds", "0");
    }
}

public sealed class ImportMailTests(MailingApp app) : IClassFixture<MailingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_for_a_long_import_gets_one_mail_when_it_has_ended()
    {
        var owner = await app.RegisterAsync();
        var import = await app.ImportAsync(owner, "name,quantity\nSalt,5\n,2\n");
        var mail = Guid.Parse(Assert.Single(await app.RowsAsync("select id from auth.outgoing_mails where \"to\" = $1", owner.Email)));
        await SendAsync(mail);
        await SendAsync(mail);
        var message = Assert.Single(app.Smtp.Messages, m => m.Contains(owner.Email, StringComparison.Ordinal));
        Assert.Contains("From: KitchenGuard <stock@kitchenguard.example>", message, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: <{mail:N}@kitchenguard.example>", message, StringComparison.OrdinalIgnoreCase);
        var text = MimeKit.MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(message)), Ct);
        Assert.Equal("“upload.csv” is imported", text.Subject);
        Assert.Contains("2 rows became 1 items. 1 rows were rejected", text.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://stock.example/imports/{import}", text.TextBody, StringComparison.Ordinal);
        // What it said, and links that may have been in it, are not kept.
        Assert.Equal(["|1"], await app.RowsAsync("select body, attempts from auth.outgoing_mails where id = $1 and sent_at is not null", mail));
    }

    [Fact]
    public async Task A_mail_that_the_server_would_not_take_is_sent_later()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity\nSalt,5\n");
        var mail = Guid.Parse(Assert.Single(await app.RowsAsync("select id from auth.outgoing_mails where \"to\" = $1", owner.Email)));
        app.Smtp.IsBusy = true;
        await Assert.ThrowsAnyAsync<MailKit.CommandException>(() => SendAsync(mail));
        app.Smtp.IsBusy = false;
        Assert.Equal(["1|come back later"], await app.RowsAsync("select attempts, failure from auth.outgoing_mails where id = $1 and sent_at is null", mail));
        await SendAsync(mail);
        Assert.Equal(["2|"], await app.RowsAsync("select attempts, failure from auth.outgoing_mails where id = $1 and sent_at is not null", mail));
        Assert.Single(app.Smtp.Messages, m => m.Contains(owner.Email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_import_a_dry_run_and_an_undo_send_nothing()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity\nSalt,5\n", "?dryRun=true");
        var cancelled = await app.SendAsync(owner, "name,quantity\nSalt,5\n");
        await app.PostAsync(owner, $"/api/imports/{cancelled}/cancel");
        await app.RunAsync(cancelled);
        Assert.Empty(await app.RowsAsync("select id from auth.outgoing_mails where \"to\" = $1", owner.Email));
    }

    [Fact]
    public async Task In_Development_the_outbox_can_be_read()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity\nSalt,5\n");
        using var client = app.Anonymous();
        Assert.Contains($"To: {owner.Email}", await client.GetStringAsync(new Uri("/dev/mail", UriKind.Relative), Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email:Smtp:Host=mail.example", "Email:From")]
    [InlineData("Email:Smtp:Host=mail.example;Email:From=a@b.example", "App:BaseUrl")]
    [InlineData("App:BaseUrl=stock.example", "App:BaseUrl")]
    [InlineData("Email:Smtp:Security=Perhaps", "Email:Smtp:Security")]
    public void Settings_that_do_not_go_together_are_refused_at_the_start(string settings, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            settings.Split(';').Select(s => s.Split('=')).Select(s => KeyValuePair.Create(s[0], (string?)s[1]))).Build();
        Assert.Contains(named, Assert.Throws<StartupException>(() => EmailOptions.Read(configuration)).Message, StringComparison.Ordinal);
    }

    private async Task SendAsync(Guid mail)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<SendMail>().RunAsync(mail, Ct);
    }
}

/// <summary>With the usual settings.</summary>
public sealed class ShortImportMailTests(ImportSteps app) : IClassFixture<ImportSteps>
{
    [Fact]
    public async Task A_short_import_sends_nothing()
    {
        var owner = await app.RegisterAsync();
        await app.ImportAsync(owner, "name,quantity\nSalt,5\n");
        Assert.Empty(await app.RowsAsync("select id from auth.outgoing_mails where \"to\" = $1", owner.Email));
    }
}
