using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Another file for a list: lay it, see how it is read, import it.</summary>
[RequestSizeLimit(ReadLimits.MaxBytes + Envelope), RequestFormLimits(MultipartBodyLengthLimit = ReadLimits.MaxBytes + Envelope)]
public sealed class UploadModel(UploadTray tray, FileDesk desk, ImportLaidFile importLaidFile, CurrentUser user, IStringLocalizer<Texts> texts) : PageModel
{
    private const long Envelope = 64 * 1024;

    public FilePanel Panel { get; private set; } = null!;

    /// <summary><c>kitchen</c> or <c>bar</c>.</summary>
    [FromQuery(Name = "department")]
    public string? List { get; set; }

    public Department Department => DepartmentNames.TryParse(List, out var list) ? list : Department.Kitchen;

    public async Task OnGetAsync(CancellationToken ct) => Panel = await desk.ShowAsync(PlaceOf(await tray.FindAsync(ct)), ct);

    public async Task<IActionResult> OnGetCheckAsync(CancellationToken ct)
    {
        var panel = await desk.ShowAsync(PlaceOf(await tray.FindAsync(ct)), ct);
        return Request.WantsFragment() && panel.File is not null ? this.Fragment("_FileCheck", panel) : Redirect(Address);
    }

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken ct) =>
        Answer(await desk.LayAsync(PlaceOf(await tray.FindOrBeginAsync(ct)), file, ct));

    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct) =>
        Answer(await desk.ReadAsync(PlaceOf(await tray.FindAsync(ct)), await Request.ReadFormAsync(ct), ct));

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken ct) => Answer(await desk.RemoveAsync(PlaceOf(await tray.FindAsync(ct)), ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var place = PlaceOf(await tray.FindAsync(ct));
        var started = await importLaidFile.RunAsync(place.DraftId, Department, user.Id, ct);
        if (started.Error is { } error)
        {
            return Answer(await desk.ShowAsync(place, ct) with { Problem = error.Message });
        }

        this.KeepToast(new Toast(texts["“{0}” is being imported.", started.Value.FileName]));
        return Redirect($"/imports/{started.Value.Id}");
    }

    private string Address => $"/imports/upload?department={Department.Word()}";

    private FilePlace PlaceOf(Guid? trayId) =>
        new(trayId ?? Guid.Empty, Department, "/imports/upload", ReadLimits.MaxBytes, user.Currency, System.Globalization.CultureInfo.CurrentCulture.Name);

    private IActionResult Answer(FilePanel panel)
    {
        Panel = panel;
        if (Request.WantsFragment())
        {
            return this.Fragment("_FilePanel", panel).Status(panel.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }

        if (panel.Problem is null)
        {
            return Redirect(Address);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
