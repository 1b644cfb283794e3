namespace KitchenGuard.Tests.Support;

/// <summary>How long a test waits for something that must come: only a broken program reaches the end of it.</summary>
internal static class Patience
{
    /// <summary>Ends the wait for a background import after a minute.</summary>
    public static CancellationTokenSource ForAnImport()
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        return patience;
    }
}
