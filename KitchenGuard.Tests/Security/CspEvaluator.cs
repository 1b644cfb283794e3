using System.Diagnostics;
using System.Text.Json;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Security;

/// <summary>csp_evaluator, the npm package.</summary>
internal static class CspEvaluator
{
    /// <summary>What it finds in each policy, worst first: "severity directive: description".</summary>
    public static async Task<List<List<string>>> EvaluateAsync(params string[] policies)
    {
        var script = Path.Combine(RepositoryRoot.Path, "KitchenGuard.Tests", "Security", "csp.cjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await node.StandardInput.WriteAsync(JsonSerializer.Serialize(policies));
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return node.ExitCode == 0 ? JsonSerializer.Deserialize<List<List<string>>>(output)! : throw new InvalidOperationException(await errors);
    }
}
