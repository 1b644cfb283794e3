using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace KitchenGuard.Bench;

/// <summary>A small load generator: keep-alive connections that send one request after the other and look at no more than they must.</summary>
internal static class Load
{
    /// <summary>Requests a second, and the 50th and 95th percentile in milliseconds.</summary>
    public sealed record Outcome(double Rate, double P50, double P95, int Failures);

    public static async Task<Outcome> RunAsync(Uri address, string request, int connections, TimeSpan time, TimeSpan pause = default)
    {
        var bytes = Encoding.ASCII.GetBytes(request);
        var watch = Stopwatch.StartNew();
        var results = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => ConnectionAsync(address, bytes, watch, time, pause))));
        var took = results.SelectMany(r => r.Times).Order().ToArray();
        return new Outcome(
            took.Length / watch.Elapsed.TotalSeconds, took.ElementAtOrDefault(took.Length / 2), took.ElementAtOrDefault(took.Length * 95 / 100),
            results.Sum(r => r.Failures));
    }

    private static async Task<(List<double> Times, int Failures)> ConnectionAsync(Uri address, byte[] request, Stopwatch watch, TimeSpan until, TimeSpan pause)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        var buffer = new byte[1 << 17];
        var (times, failures) = (new List<double>(), 0);
        while (watch.Elapsed < until)
        {
            var started = watch.Elapsed;
            await stream.WriteAsync(request);
            if (await ReadAnswerAsync(stream, buffer))
            {
                times.Add((watch.Elapsed - started).TotalMilliseconds);
            }
            else
            {
                failures++;
            }

            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause);
            }
        }

        return (times, failures);
    }

    private static async Task<bool> ReadAnswerAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        int head;
        while ((head = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            length += await stream.ReadAsync(buffer.AsMemory(length));
        }

        var headers = Encoding.ASCII.GetString(buffer, 0, head);
        var at = headers.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var size = int.Parse(headers.AsSpan(at + 16, headers.AsSpan(at + 16).IndexOfAnyExceptInRange('0', '9') is var n and >= 0 ? n : headers.Length - at - 16), System.Globalization.CultureInfo.InvariantCulture);
            for (var rest = size - (length - head - 4); rest > 0;)
            {
                rest -= await stream.ReadAsync(buffer);
            }
        }
        else
        {
            while (!buffer.AsSpan(0, length).EndsWith("0\r\n\r\n"u8))
            {
                if (length > buffer.Length / 2)
                {
                    buffer.AsSpan(length - 16, 16).CopyTo(buffer);
                    length = 16;
                }

                length += await stream.ReadAsync(buffer.AsMemory(length));
            }
        }

        return headers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
    }
}
