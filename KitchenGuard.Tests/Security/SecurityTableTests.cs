using System.Reflection;
using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;

namespace KitchenGuard.Tests.Security;

/// <summary>That docs/security.md names tests there are.</summary>
public sealed partial class SecurityTableTests
{
    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var classes = typeof(SecurityTableTests).Assembly.GetTypes().Where(t => t.IsClass).ToLookup(t => t.Name);
        var tests = classes.SelectMany(c => c).SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance)).Select(m => m.Name).ToHashSet();
        var named = Named().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "security.md"))).ToList();
        Assert.True(named.Count > 50);
        Listed.None(named.Where(m => m.Groups[2].Success
            ? !classes[m.Groups[1].Value].Any(c => c.GetMethod(m.Groups[2].Value) is not null)
            : !classes.Contains(m.Groups[1].Value) && !tests.Contains(m.Groups[1].Value)).Select(m => m.Value));
    }

    [GeneratedRegex(@"`([A-Z]\w*(?:Tests|_\w+))(?:\.(\w+))?`")]
    private static partial Regex Named();
}
