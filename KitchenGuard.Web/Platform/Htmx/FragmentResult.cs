using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace KitchenGuard.Web.Platform.Htmx;

/// <summary>
/// An answer to htmx made of partial views: at most one for the element that asked, and any number for other places of the page.
/// A place that is not on the page is passed over by htmx, so one answer serves the list and the item page alike.
/// </summary>
public sealed class FragmentResult(PageModel page) : ActionResult
{
    private readonly List<FragmentPart> parts = [];

    public int StatusCode { get; private set; } = StatusCodes.Status200OK;

    /// <summary>Adds a partial view for the element named by <paramref name="target"/> (a CSS selector).</summary>
    public FragmentResult Into(string target, string view, object model, string swap = "outerHTML")
    {
        parts.Add(new FragmentPart(view, model, target, swap));
        return this;
    }

    /// <summary>Takes the element named by <paramref name="target"/> off the page.</summary>
    public FragmentResult Remove(string target)
    {
        parts.Add(new FragmentPart(null, null, target, "delete"));
        return this;
    }

    /// <summary>Adds a toast.</summary>
    public FragmentResult With(Toast toast) => Into("#toasts", "_Toast", toast, "beforeend");

    /// <summary>Sets the status, 422 for a form that needs another look.</summary>
    public FragmentResult Status(int statusCode)
    {
        StatusCode = statusCode;
        return this;
    }

    public override Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Request.WantsFragment();
        var result = new PartialViewResult
        {
            ViewName = "_Fragments",
            StatusCode = StatusCode,
            TempData = page.TempData,
            ViewData = new ViewDataDictionary<IReadOnlyList<FragmentPart>>(page.MetadataProvider, page.ModelState) { Model = parts },
        };
        return result.ExecuteResultAsync(context);
    }

    internal FragmentResult Main(string view, object model)
    {
        parts.Add(new FragmentPart(view, model, null, null));
        return this;
    }
}

/// <summary>One partial view of an answer; without a target it is for the element that asked.</summary>
public sealed record FragmentPart(string? View, object? Model, string? Target, string? Swap);

/// <summary>Fragments and toasts from a page's handlers.</summary>
public static class PageFragments
{
    private const string ToastKey = "toast";
    private const string UndoKey = "toast-undo";
    private const string ErrorKey = "toast-error";

    /// <summary>Answers htmx with a partial view for the element that asked.</summary>
    public static FragmentResult Fragment(this PageModel page, string view, object model) => new FragmentResult(page).Main(view, model);

    /// <summary>Answers htmx with parts for other places of the page only.</summary>
    public static FragmentResult Fragment(this PageModel page) => new(page);

    /// <summary>Keeps a toast for the next whole page: the way of the form posted without htmx, before a redirect.</summary>
    public static void KeepToast(this PageModel page, Toast toast)
    {
        page.TempData[ToastKey] = toast.Text;
        page.TempData[UndoKey] = toast.UndoUrl;
        page.TempData[ErrorKey] = toast.IsError;
    }

    /// <summary>Sends the browser to another page: htmx by its header, a plain form by a redirect.</summary>
    public static IActionResult Away(this PageModel page, string url)
    {
        if (!page.Request.IsHtmx())
        {
            return new LocalRedirectResult(url);
        }

        page.Response.Headers["HX-Redirect"] = url;
        return new EmptyResult();
    }

    internal static Toast? TakeToast(this ITempDataDictionary tempData) =>
        tempData[ToastKey] is string text ? new Toast(text, tempData[UndoKey] as string, tempData[ErrorKey] is true) : null;
}
