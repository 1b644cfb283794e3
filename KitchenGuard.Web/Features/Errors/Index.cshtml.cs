using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Errors;

/// <summary>
/// One page for whatever went wrong, by status: for UseExceptionHandler("/error") and UseStatusCodePagesWithReExecute("/error", "?status={0}").
/// htmx gets the same sentence as a toast.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class IndexModel(IStringLocalizer<Texts> texts) : PageModel
{
    [FromQuery(Name = "status")]
    public int? AskedStatus { get; set; }

    /// <summary>What happened, by its HTTP status; of an exception it stands in the answer already.</summary>
    public int Status { get; private set; }

    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public LinkTo? Way { get; private set; }

    public IActionResult OnGet() => Show();

    public IActionResult OnPost() => Show();

    private IActionResult Show()
    {
        Status = AskedStatus ?? Response.StatusCode;
        if (Status is < 400 or > 599)
        {
            Status = StatusCodes.Status404NotFound;
        }

        (Heading, Sentence) = Status switch
        {
            400 => (texts["This form has expired"], texts["The page was open for too long, or you signed in again meanwhile. Nothing was saved. Go back, reload the page and send it again."]),
            401 => (texts["You are signed out"], texts["Please sign in to go on."]),
            403 => (texts["You may not do this"], texts["Your role in this restaurant does not include it. Ask an owner or manager if you need it."]),
            404 => (texts["This page does not exist"], texts["The address is wrong, or what was here belongs to somebody else or is gone."]),
            409 => (texts["Somebody else was faster"], texts["This was changed at the same moment, so nothing was saved. Go back, reload the page and look again."]),
            405 => (texts["This cannot be done here"], texts["The page you came from may be older than the program. Reload it and try again."]),
            413 => (texts["This file is too large"], texts["Nothing was uploaded. Split the file, or save it as CSV without pictures, and try again."]),
            422 => (texts["A number comes out too large"], texts["Nothing was saved. Go back and look at the numbers: together or converted to the item's unit they are more than can be kept."]),
            429 => (texts["Too many attempts"], texts["Please wait a few minutes and try again."]),
            503 => (texts["KitchenGuard is busy"], texts["Nothing was changed. Please try again in a moment."]),
            _ => ((string)texts["Something went wrong"], (string)texts["The fault is ours and it has been recorded. Nothing half done was saved. Please try again."]),
        };
        Way = User.Identity?.IsAuthenticated == true ? new LinkTo(texts["Go to the dashboard"], "/dashboard")
            : Status == 401 ? new LinkTo(texts["Sign in"], "/login")
            : new LinkTo(texts["Go to the start page"], "/");
        Response.StatusCode = Status;
        return Request.IsHtmx()
            ? this.Fragment().With(new Toast($"{Heading}. {Sentence}", IsError: true)).Status(Status)
            : Page();
    }
}
