using KitchenGuard.Data;
using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Devices;

/// <summary>The restaurant's shared devices; makes this one another.</summary>
public sealed class IndexModel(KitchenGuardDbContext db, EnrolDevice enrol, RevokeDevice revoke, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public DeviceInput Input { get; set; } = new();

    public IReadOnlyList<DeviceAnswer> Devices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Devices = await DeviceAnswer.ListAsync(db, ct);

    [RequiresProof]
    public async Task<IActionResult> OnPostEnrolAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Devices = await DeviceAnswer.ListAsync(db, ct);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await enrol.RunAsync(Input, ct);
        return Redirect("/device");
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        var revoked = await revoke.RunAsync(id, ct);
        if (revoked.Error is not null)
        {
            return NotFound();
        }

        this.KeepToast(new Toast(texts["“{0}” is out of service.", revoked.Value]));
        return Redirect("/devices");
    }
}
