using Deque.AxeCore.Playwright;
using KitchenGuard.Tests.Support;
using Microsoft.Playwright;

namespace KitchenGuard.Tests.Browser;

/// <summary>How somebody comes: with what device, and with or without JavaScript.</summary>
public sealed record Device(string Name, int Width, int Height, bool Script = true, bool Dark = false)
{
    public static readonly Device Phone = new("phone", 360, 740);
    public static readonly Device Desktop = new("desktop", 1280, 900);

    public override string ToString() => $"{Name}{(Script ? "" : " without JavaScript")}{(Dark ? " dark" : "")}";
}

/// <summary>
/// One browser session that watches itself: violations of the content security policy, script errors and failed requests are kept and
/// fail the test at <see cref="AssertCleanAsync"/>.
/// </summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly bool _script;
    private readonly List<string> _faults = [];

    private Visit(IBrowserContext context, IPage page, bool script) => (_context, Page, _script) = (context, page, script);

    public IPage Page { get; }

    /// <summary>How often something was tapped through <see cref="TapAsync(ILocator)"/>.</summary>
    public int Taps { get; private set; }

    public static async Task<Visit> OpenAsync(Chromium chromium, Uri address, Device device)
    {
        var context = await (await chromium.BrowserAsync()).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = device.Width, Height = device.Height },
            JavaScriptEnabled = device.Script,
            ColorScheme = device.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            Locale = "en-IE",
        });
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync("document.addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective + ' ' + e.blockedURI))");
        var visit = new Visit(context, await context.NewPageAsync(), device.Script);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visit._faults.Add($"{visit.Page.Url}: {message.Text}");
            }
        };
        visit.Page.PageError += (_, error) => visit._faults.Add($"{visit.Page.Url}: {error}");
        visit.Page.Response += (_, response) =>
        {
            if (response.Status >= 500 || (response.Status is 404 or 403))
            {
                visit._faults.Add($"{response.Status} {response.Url}");
            }
        };
        return visit;
    }

    public async Task TapAsync(ILocator what)
    {
        Taps++;
        await what.ClickAsync();
    }

    public Task FillAsync(string label, string text) => Page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>WCAG 2.2 A and AA and best practice, on the page as it is now.</summary>
    public async Task AssertAccessibleAsync()
    {
        if (!_script)
        {
            // axe is a script itself; the markup is the one that was checked with scripts on.
            return;
        }

        await Page.LoadedAsync();
        var result = await Page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{Page.Url}:\n" + string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }

    /// <summary>Nothing was refused by the browser and nothing failed on the way.</summary>
    public async Task AssertCleanAsync()
    {
        await Page.LoadedAsync();
        Assert.True(_faults.Count == 0, string.Join('\n', _faults.Distinct()));
        var sideways = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(sideways <= 0, $"{Page.Url} scrolls sideways by {sideways} px.");
        // At the end of a page nothing to press lies under the bar of places, and the top bar is still there.
        var covered = await Page.EvaluateAsync<string>(
            """
            () => {
              const at = scrollY
              scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
              const bar = document.querySelector('.places')
              const end = bar && getComputedStyle(bar).position === 'fixed' ? bar.getBoundingClientRect().top : innerHeight
              const last = [...document.querySelectorAll('main a, main button')].filter(e => e.checkVisibility() && !e.closest('dialog')).map(e => [Math.round(e.getBoundingClientRect().bottom - end), e.textContent.trim()])
              const top = document.querySelector('.signed-in .topbar')?.getBoundingClientRect().top ?? 0
              scrollTo({ top: at, behavior: 'instant' })
              return [...last.filter(([below]) => below > 0).map(([below, text]) => `${text}: ${below} px`), ...(Math.abs(top) > 1 ? [`top bar at ${top}`] : [])].join(', ')
            }
            """);
        Assert.True(covered.Length == 0, $"{Page.Url} covers at its end: {covered}");
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
