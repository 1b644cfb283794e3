using KitchenGuard.Tests.Support;
using Microsoft.Playwright;

namespace KitchenGuard.Tests.Browser;

/// <summary>
/// Waits for pages. The page is asked itself where it is and whether it is all there: the driver's word for either ("commit", "load") gets lost now and then, and
/// is waited for in vain where the page was quicker than the question.
/// </summary>
internal static class Arrivals
{
    /// <summary>Waits until the page is at an address, with all that belongs to it.</summary>
    /// <param name="page">The page, on its way.</param>
    /// <param name="ending">How its path ends, whatever it asks for after that.</param>
    public static Task ArriveAsync(this IPage page, string ending) => page.ArriveAsync(url => new Uri(url).AbsolutePath.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Waits until the page is at an address that will do, with all that belongs to it.</summary>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> address)
    {
        using var patience = Patience.ForAPage();
        while (await WhereAsync(page) is not { } url || !address(url))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Waits for the page with all that belongs to it.</summary>
    public static Task LoadedAsync(this IPage page) => page.ArriveAsync(_ => true);

    /// <summary>The address of the page; null while it is loading.</summary>
    private static async Task<string?> WhereAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string?>("document.readyState == 'complete' ? location.href : null");
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            // It is on its way to another.
            return null;
        }
    }
}
