using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Features.Imports.Review;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>A file for a list: it is tried out at once and shown for review.</summary>
[RequestSizeLimit(ReadLimits.MaxBytes + Envelope), RequestFormLimits(MultipartBodyLengthLimit = ReadLimits.MaxBytes + Envelope)]
public sealed class UploadModel(StartImport startImport, KitchenGuardDbContext db, CurrentUser user) : ImportPageModel(user)
{
    private const long Envelope = 64 * 1024;

    /// <summary><c>kitchen</c> or <c>bar</c>.</summary>
    [FromQuery(Name = "department")]
    public string? List { get; set; }

    /// <summary>The import whose rejected rows the file mends.</summary>
    [FromQuery(Name = "mends")]
    public Guid? Mends { get; set; }

    public string? Problem { get; private set; }

    public Department Department => DepartmentNames.TryParse(List, out var list) ? list : Department.Kitchen;

    public FilePanel Panel => new(Department, "/imports/upload", ReadLimits.MaxBytes) { Problem = Problem, Also = Mends is { } id ? $"&mends={id}" : "" };

    public Task OnGetAsync(CancellationToken ct) => FindMendedAsync(ct);

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken ct)
    {
        await FindMendedAsync(ct);
        var started = await StartAsync(file, ct);
        if (started.Error is null)
        {
            var url = ReviewPages.UrlOf(started.Value);
            if (!Request.WantsFragment())
            {
                return Redirect(url);
            }

            Response.Headers["HX-Redirect"] = url;
            return new EmptyResult();
        }

        Problem = started.Error.Message;
        if (Request.WantsFragment())
        {
            return this.Fragment("_FilePanel", Panel).Status(StatusCodes.Status422UnprocessableEntity);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task FindMendedAsync(CancellationToken ct) =>
        Mends = Mends is { } id && await db.Imports.AnyAsync(i => i.Id == id, ct) ? id : null;

    private async Task<Result<Guid>> StartAsync(IFormFile? file, CancellationToken ct)
    {
        if (file is null)
        {
            return ImportErrors.NoneChosen;
        }

        if (file.Length > ReadLimits.MaxBytes)
        {
            return ImportErrors.LargerThan(ReadLimits.MaxBytes);
        }

        await using var content = file.OpenReadStream();
        var upload = new NewImport(Department, file.FileName, ImportContent.Csv, content, new ImportOptions { DryRun = true }, Mends);
        var started = await startImport.RunAsync(upload, Me.Id, ct);
        return started.Error is { } error ? error : started.Value.Id;
    }
}
