namespace KitchenGuard.Tests.Support;

/// <summary>How long a test waits for something that must come: only a broken program reaches the end of it.</summary>
internal static class Patience
{
    /// <summary>Ends the wait for a background import after a minute.</summary>
    public static CancellationTokenSource ForAnImport() => Until(TimeSpan.FromMinutes(1));

    /// <summary>Ends the wait for a page in the browser after half a minute.</summary>
    public static CancellationTokenSource ForAPage() => Until(TimeSpan.FromSeconds(30));

    private static CancellationTokenSource Until(TimeSpan end)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(end);
        return patience;
    }
}
