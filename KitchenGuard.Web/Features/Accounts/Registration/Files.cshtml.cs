using KitchenGuard.Web.Features.Accounts.Profile;
using KitchenGuard.Web.Features.Accounts.Sessions;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Preview;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 3: the files, and the end.</summary>
[RequestSizeLimit(MostBytes + Envelope), RequestFormLimits(MultipartBodyLengthLimit = MostBytes + Envelope)]
public sealed class FilesModel(Drafts drafts, FileDesk desk, SubmitDraft submitDraft, CurrentUser current, SignInThrottle throttle, SessionCookie cookie, EmailProofs proofs) : WizardPage(drafts)
{
    /// <summary>The largest file while nobody is signed in.</summary>
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>How many files one network may send in five minutes while nobody is signed in.</summary>
    public const int UploadLimit = 30;

    private const long Envelope = 64 * 1024;

    public IReadOnlyList<FilePanel> Panels { get; private set; } = [];

    /// <summary>Why the sign-up could not be finished; null when nothing is wrong.</summary>
    public Error? Refusal { get; private set; }

    protected override int Step => 3;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(null, ct);

    public async Task<IActionResult> OnGetCheckAsync(string? department, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        var panel = await desk.ShowAsync(PlaceOf(department), ct);
        return Request.WantsFragment() && panel.File is not null ? this.Fragment("_FileCheck", panel) : Redirect("/register/files");
    }

    public async Task<IActionResult> OnPostUploadAsync(string? department, IFormFile? file, CancellationToken ct)
    {
        var place = PlaceOf(department);
        if (await throttle.CountAsync("\u0001sign-up-file", HttpContext.Connection.RemoteIpAddress, UploadLimit, ct) is { } wait)
        {
            var error = AccountErrors.TooManyUploads(wait);
            Response.SayWhenToRetry(error);
            return await AnswerAsync(await desk.ShowAsync(place, ct) with { Problem = error.Message }, ct);
        }

        return await AnswerAsync(await desk.LayAsync(place, file, ct), ct);
    }

    public async Task<IActionResult> OnPostReadAsync(string? department, CancellationToken ct) =>
        await AnswerAsync(await desk.ReadAsync(PlaceOf(department), await Request.ReadFormAsync(ct), ct), ct);

    public async Task<IActionResult> OnPostSwapAsync(string? department, CancellationToken ct)
    {
        await desk.SwapAsync(PlaceOf(department), ct);
        return Redirect("/register/files");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? department, CancellationToken ct) =>
        await AnswerAsync(await desk.RemoveAsync(PlaceOf(department), ct), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // A new person's was counted with the first step.
        if (IsFurther && await throttle.CountSignUpAsync(HttpContext.Connection.RemoteIpAddress, ct) is { } wait)
        {
            Refusal = AccountErrors.TooManySignUps(wait);
            Response.SayWhenToRetry(Refusal);
            await ShowAsync(null, ct);
            return Again(Refusal.Status());
        }

        var submitted = await submitDraft.RunAsync(Draft!, IsFurther ? current.Id : null, ct);
        if (submitted.Error is { } error)
        {
            if (error == AccountErrors.AlreadyRegistered)
            {
                return Redirect("/login");
            }

            Refusal = error;
            await ShowAsync(null, ct);
            return Again(error.Status());
        }

        ForgetDraft();
        await (IsFurther ? cookie.MoveAsync(submitted.Value, Draft!.Id) : cookie.IssueAsync(submitted.Value, Draft!.Id));
        if (!submitted.Value.EmailConfirmed)
        {
            await proofs.SendAsync(submitted.Value, ct);
        }

        return Redirect("/dashboard");
    }

    private FilePlace PlaceOf(string? department)
    {
        var list = DepartmentNames.TryParse(department, out var named) ? named : Department.Kitchen;
        return new FilePlace(Draft!.Id, list, "/register/files", MostBytes, Draft.Currency!, Draft.Locale!,
            TimeZoneInfo.TryFindSystemTimeZoneById(Draft.TimeZone ?? "", out var zone) ? zone : TimeZoneInfo.Utc);
    }

    private async Task<IActionResult> AnswerAsync(FilePanel panel, CancellationToken ct)
    {
        if (Request.WantsFragment())
        {
            return this.Fragment("_FilePanel", panel).Status(panel.Problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }

        if (panel.Problem is null)
        {
            return Redirect("/register/files#" + panel.Id);
        }

        await ShowAsync(panel, ct);
        return Again();
    }

    private async Task ShowAsync(FilePanel? answered, CancellationToken ct)
    {
        FilePanel[] panels = [await desk.ShowAsync(PlaceOf("kitchen"), ct), await desk.ShowAsync(PlaceOf("bar"), ct)];
        Panels = [.. panels.Select(panel => panel.Department == answered?.Department ? answered : panel)];
    }
}
