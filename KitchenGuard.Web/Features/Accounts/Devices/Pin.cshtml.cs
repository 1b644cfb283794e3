using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>Somebody's PIN on a shared device; the first time they set it with their password.</summary>
[AllowAnonymous]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class PinModel(DeviceCookie cookie, SignInByPin pins) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public DevicePerson Person { get; private set; } = null!;

    /// <summary>A new PIN is to be set.</summary>
    public bool Sets { get; private set; }

    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(bool set, CancellationToken ct) => ShowAsync(set, null, ct);

    public async Task<IActionResult> OnPostAsync(string? pin, CancellationToken ct) =>
        await cookie.FindAsync(ct) is { } device ? await AnswerAsync(device, await pins.RunAsync(device, Id, pin, ct), false, ct) : Redirect("/login");

    public async Task<IActionResult> OnPostSetAsync(string? password, string? pin, CancellationToken ct) =>
        await cookie.FindAsync(ct) is { } device
            ? await AnswerAsync(device, await pins.SetAsync(device, Id, password, pin, HttpContext.Connection.RemoteIpAddress, ct), true, ct)
            : Redirect("/login");

    private async Task<IActionResult> AnswerAsync(SharedDevice device, Result<Done> result, bool sets, CancellationToken ct)
    {
        if (result.Error is null)
        {
            return Redirect("/" + device.Department.Word());
        }

        if (result.Error is NotFoundError)
        {
            return NotFound();
        }

        Response.SayWhenToRetry(result.Error);
        Response.StatusCode = result.Error is TooManyError ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(sets, result.Error.Message, ct);
    }

    private async Task<IActionResult> ShowAsync(bool sets, string? refusal, CancellationToken ct)
    {
        if (await cookie.FindAsync(ct) is not { } device)
        {
            return Redirect("/login");
        }

        if ((await pins.PeopleAsync(device, ct)).FirstOrDefault(p => p.UserId == Id) is not { } person)
        {
            return NotFound();
        }

        (Person, Sets, Refusal) = (person, sets || !person.HasPin, refusal);
        return Page();
    }
}
