namespace KitchenGuard.Tests.Support;

/// <summary>Lists that are kept by hand, against what there is.</summary>
public static class Listed
{
    /// <summary>Fails with what is there and not listed, and what is listed and gone.</summary>
    public static void Is(IEnumerable<string> listed, IEnumerable<string> found)
    {
        var (expected, actual) = (listed.ToHashSet(StringComparer.Ordinal), found.ToHashSet(StringComparer.Ordinal));
        var lines = actual.Except(expected).Select(name => "not listed: " + name).Concat(expected.Except(actual).Select(name => "gone: " + name));
        None(lines);
    }

    /// <summary>Fails with all that was found.</summary>
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join("\n", lines));
    }
}
