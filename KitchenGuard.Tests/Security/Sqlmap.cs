using System.Diagnostics;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Security;

/// <summary>sqlmap, as it is installed on the machine: nothing else than what it says itself.</summary>
internal static partial class Sqlmap
{
    // A request that is asked again with and without each payload takes a few milliseconds; the whole of a test's parameters a minute or two.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Attacks some parameters of one address.</summary>
    /// <param name="address">The address, with the parameters of its query.</param>
    /// <param name="parameters">The names of those that are attacked.</param>
    /// <param name="more">Further arguments: cookies, headers, a form and where its antiforgery token comes from.</param>
    /// <returns>The parameters that it found injectable.</returns>
    /// <exception cref="InvalidOperationException">sqlmap is missing, or could not test one of them.</exception>
    public static async Task<IReadOnlyList<string>> AttackAsync(Uri address, string parameters, params string[] more)
    {
        using var folder = new TemporaryFolder();
        string[] arguments =
        [
            "-u", address.ToString(), "-p", parameters, "--batch", "--disable-coloring", "--flush-session", "--output-dir", folder.Path, "--dbms", "PostgreSQL",
            "--level", "2", "--technique", "BEUS", "--ignore-code", "*", "--drop-set-cookie", "--skip-waf", "--timeout", "20", .. more,
        ];
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        string output;
        try
        {
            output = await process.StandardOutput.ReadToEndAsync(limit.Token) + await errors;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        var found = Injectable().Matches(output).Select(m => m.Groups[1].Value).Distinct().ToList();
        var tested = Tested().Matches(output).Select(m => m.Groups[1].Value).Concat(found).ToHashSet();
        return parameters.Split(',').All(tested.Contains) ? found : throw new InvalidOperationException($"sqlmap could not test all of {parameters} of {address}:\n{output}");
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("sqlmap", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException("The tests of category Security need sqlmap: install it (Debian: apt-get install sqlmap) so that it is found on the PATH.", missing);
        }
    }

    [GeneratedRegex(@"^Parameter: (?:JSON )?([\w.\-]+)", RegexOptions.Multiline)]
    private static partial Regex Injectable();

    [GeneratedRegex(@"parameter '(?:JSON )?([\w.\-]+)' (?:does not seem to be injectable|is not injectable)")]
    private static partial Regex Tested();
}
