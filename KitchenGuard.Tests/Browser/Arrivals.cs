using System.Text.RegularExpressions;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;

namespace KitchenGuard.Tests.Browser;

/// <summary>Waits for pages. The page is asked itself whether it is there: the driver's word for it ("load") gets lost now and then.</summary>
internal static class Arrivals
{
    private static readonly PageWaitForURLOptions AtOnce = new() { WaitUntil = WaitUntilState.Commit };

    /// <summary>Waits until the page is at an address, with all that belongs to it.</summary>
    /// <param name="page">The page, on its way.</param>
    /// <param name="address">With * and ** for what is not told.</param>
    public static async Task ArriveAsync(this IPage page, string address)
    {
        await page.WaitForURLAsync(address, AtOnce);
        await page.LoadedAsync();
    }

    /// <inheritdoc cref="ArriveAsync(IPage, string)" />
    public static async Task ArriveAsync(this IPage page, Regex address)
    {
        await page.WaitForURLAsync(address, AtOnce);
        await page.LoadedAsync();
    }

    /// <inheritdoc cref="ArriveAsync(IPage, string)" />
    public static async Task ArriveAsync(this IPage page, Func<string, bool> address)
    {
        await page.WaitForURLAsync(address, AtOnce);
        await page.LoadedAsync();
    }

    /// <summary>Waits for the page with all that belongs to it.</summary>
    public static async Task LoadedAsync(this IPage page)
    {
        using var patience = Patience.ForAPage();
        while (!await IsLoadedAsync(page))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private static async Task<bool> IsLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.readyState") == "complete";
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            // It is on its way to another.
            return false;
        }
    }
}
