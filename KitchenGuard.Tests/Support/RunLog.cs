using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

[assembly: AssemblyFixture(typeof(RunLog))]

namespace KitchenGuard.Tests.Support;

/// <summary>
/// All that the applications of a test run log, at Production's level. At the run's end it is held against every password, token and cookie
/// that they were sent or gave out (<see cref="SecretWatch"/>), and against the form of an e-mail address: one hit and the run has failed.
/// </summary>
public sealed partial class RunLog : IDisposable
{
    private static readonly ConcurrentQueue<string> Lines = new();
    private static readonly ConcurrentDictionary<string, byte> Secrets = new(StringComparer.Ordinal);

    /// <summary>Takes what a host logs.</summary>
    public static ILogEventSink Sink { get; } = new Lining();

    /// <summary>Remembers what no line may contain. Short ones stand in lines by chance.</summary>
    public static void Keep(string? secret)
    {
        if (secret is { Length: >= 12 })
        {
            Secrets.TryAdd(secret, 0);
        }
    }

    /// <summary>Takes what a process wrote.</summary>
    public static void Add(string output)
    {
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Lines.Enqueue(line);
        }
    }

    /// <summary>The first secret, or something like an e-mail address, of each line that contains one, and the line.</summary>
    public static IEnumerable<(string Secret, string Line)> Find(IEnumerable<string> lines, IEnumerable<string> secrets)
    {
        string[] all = [.. secrets];
        var any = SearchValues.Create(all, StringComparison.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.AsSpan().IndexOfAny(any) is >= 0 and var at)
            {
                yield return (all.First(secret => line.AsSpan(at).StartsWith(secret, StringComparison.OrdinalIgnoreCase)), line);
            }
            else if (EmailAddress().Match(line) is { Success: true } address)
            {
                yield return (address.Value, line);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        var found = Find(Lines, Secrets.Keys).Take(10).ToList();
        if (found.Count > 0)
        {
            throw new InvalidOperationException("Secrets or addresses stand in the log:\n" + string.Join('\n', found));
        }
    }

    // Our own texts show how an address looks by this one.
    [GeneratedRegex(@"(?<!\w)(?!name@example\.com)[\w.+-]+(@|%40)[\w-]+\.[a-z]{2,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EmailAddress();

    private sealed class Lining : ILogEventSink
    {
        private static readonly RenderedCompactJsonFormatter Formatter = new();

        public void Emit(LogEvent logEvent)
        {
            using var line = new StringWriter(CultureInfo.InvariantCulture);
            Formatter.Format(logEvent, line);
            Lines.Enqueue(line.ToString());
        }
    }
}
