using System.Net.Sockets;
using System.Text;
using KitchenGuard.Data;
using KitchenGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KitchenGuard.Tests.Imports;

/// <summary>Uploads that break off or contradict themselves, over a socket.</summary>
public sealed class UploadFaultsTests(KitchenGuardServer app) : IClassFixture<KitchenGuardServer>
{
    private const string List = "name,quantity\nRice,25\n";
    private const string Url = "/api/inventory/kitchen/import";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Content-Type: text/csv\r\nContent-Length: 1000\r\n", List)]
    [InlineData("Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n", "400\r\n" + List)]
    [InlineData("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n", "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n" + List)]
    public async Task An_upload_that_breaks_off_stores_nothing(string headers, string body)
    {
        var owner = await app.RegisterAsync();
        using (var socket = await SendAsync(owner, headers, body))
        {
            socket.Client.Shutdown(SocketShutdown.Send);
            var answer = await ReadAsync(socket);
            Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), answer);
        }

        Assert.Equal(0, await CountAsync(owner));
    }

    [Theory]
    [InlineData("Content-Type: text/csv\r\nContent-Length: 22\r\nContent-Length: 7\r\n", List)]
    [InlineData("Content-Type: text/csv\r\nContent-Length: -1\r\n", List)]
    [InlineData("Content-Type: text/csv\r\nTransfer-Encoding: chunked\r\n", "zz\r\n" + List)]
    [InlineData("Content-Type: multipart/form-data\r\nContent-Length: 22\r\n", List)]
    [InlineData("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 22\r\n", List)]
    [InlineData("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 72\r\n", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nname\r\nRice\r\n--b--\r\n")]
    [InlineData("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n", "file=name")]
    public async Task An_upload_that_contradicts_itself_is_refused(string headers, string body)
    {
        var owner = await app.RegisterAsync();
        using var socket = await SendAsync(owner, headers, body);
        var answer = await ReadAsync(socket);
        Assert.True(answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
        Assert.Equal(0, await CountAsync(owner));
    }

    private async Task<TcpClient> SendAsync(Owner owner, string headers, string body)
    {
        var (address, socket) = (app.Address, new TcpClient());
        await socket.ConnectAsync(address.Host, address.Port, Ct);
        var request = $"POST {Url} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {owner.AccessToken}\r\nConnection: close\r\n{headers}\r\n{body}";
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Ct);
        return socket;
    }

    private static async Task<string> ReadAsync(TcpClient socket)
    {
        try
        {
            using var reader = new StreamReader(socket.GetStream(), Encoding.Latin1);
            return await reader.ReadToEndAsync(Ct);
        }
        catch (Exception cut) when (cut is IOException or InvalidOperationException)
        {
            // A connection that the server cut has no answer.
            return "";
        }
    }

    private async Task<int> CountAsync(Owner owner)
    {
        using var scope = app.Inside(owner.RestaurantId);
        return await scope.ServiceProvider.GetRequiredService<KitchenGuardDbContext>().Imports.CountAsync(Ct);
    }
}
