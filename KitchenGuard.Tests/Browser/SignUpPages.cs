using Microsoft.Playwright;

namespace KitchenGuard.Tests.Browser;

/// <summary>The sign-up as somebody fills it in.</summary>
internal sealed class SignUpPages(Visit visit)
{
    public const string Password = "four words in a row";

    public string Email { get; } = $"{Guid.CreateVersion7():N}@restaurant.example";

    public async Task PersonAsync()
    {
        await visit.FillAsync("Your name", "Robin Owner");
        await visit.FillAsync("E-mail", Email);
        await visit.FillAsync("Password", Password);
        await visit.PressAsync("Continue");
        await visit.Page.ArriveAsync("/register/restaurant");
    }

    public async Task RestaurantAsync(string currency = "EUR")
    {
        await visit.FillAsync("Name", "The Corner Table");
        await visit.Page.GetByLabel("Currency", new() { Exact = true }).SelectOptionAsync(currency);
        await visit.PressAsync("Continue");
        await visit.Page.ArriveAsync("/register/files");
    }

    /// <summary>Lays a file into a department's place and waits until what was found in it is shown.</summary>
    public async Task FileAsync(string list, FilePayload file, bool script = true)
    {
        var input = visit.Page.Locator($"input[type=file][aria-label='{list}']");
        await input.SetInputFilesAsync(file);
        if (!script)
        {
            await visit.Page.Locator("form", new() { Has = input }).GetByRole(AriaRole.Button, new() { Name = "Upload" }).ClickAsync();
        }
    }

    public async Task SubmitAsync()
    {
        await visit.PressAsync("Create restaurant");
        await visit.Page.ArriveAsync(url => url.Contains("/dashboard", StringComparison.Ordinal));
    }
}
