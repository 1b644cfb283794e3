using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace KitchenGuard.Bench;

/// <summary>
/// Requests at a fixed rate, whether or not the ones before are answered: a server that falls behind is not spared. A request's time counts from the moment
/// it was due. The sending threads go before everybody else where the system permits it, as if they ran on another machine.
/// </summary>
internal static partial class Pace
{
    private const int Threads = 4;

    /// <summary>The times in milliseconds of all requests that were due until the end.</summary>
    public static Task<double[]> RunAsync(Uri address, string request, int perSecond, CancellationToken end)
    {
        var (bytes, watch, next) = (Encoding.ASCII.GetBytes(request), Stopwatch.StartNew(), -1);
        return Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                Hurry();
                using var client = new TcpClient(address.Host, address.Port) { NoDelay = true };
                var (stream, buffer, times) = (client.GetStream(), new byte[1 << 17], new List<double>());
                while (true)
                {
                    var due = TimeSpan.FromSeconds((double)Interlocked.Increment(ref next) / perSecond);
                    if (due - watch.Elapsed is { Ticks: > 0 } early && end.WaitHandle.WaitOne(early) || end.IsCancellationRequested)
                    {
                        return times;
                    }

                    stream.Write(bytes);
                    Read(stream, buffer);
                    times.Add((watch.Elapsed - due).TotalMilliseconds);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).ContinueWith(
                all => all.Result.SelectMany(times => times).ToArray(), TaskScheduler.Default);
    }

    /// <summary>The value that so many percent stay below.</summary>
    public static double At(this IReadOnlyCollection<double> times, int percent) => times.Order().ElementAt(times.Count * percent / 100);

    private static void Read(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        while (!buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8))
        {
            length += stream.Read(buffer, length, buffer.Length - length) is var read and > 0 ? read : throw new IOException("The server hung up.");
        }

        if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, Math.Min(length, 500)));
        }
    }

    private static void Hurry()
    {
        const int thisThread = 0, process = 0, first = -10;
        if (OperatingSystem.IsLinux())
        {
            _ = SetPriority(process, thisThread, first);
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int priority);
}
