using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>A step of the sign-up: open to all (antiforgery keeps it out of caches) and only reached when the steps before it are filled in.</summary>
[AllowAnonymous]
public abstract class WizardPage(Drafts drafts) : PageModel
{
    /// <summary>The browser's draft; null before step 1 was sent.</summary>
    protected RegistrationDraft? Draft { get; private set; }

    /// <summary>Which step this is, from 1.</summary>
    protected abstract int Step { get; }

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (User.Identity?.IsAuthenticated == true)
        {
            context.Result = Redirect("/dashboard");
            return;
        }

        Draft = await drafts.FindAsync(HttpContext.RequestAborted);
        // A submitted draft only answers another submit.
        var first = Draft?.SubmittedAt is not null ? (Step == 3 && HttpMethods.IsPost(Request.Method) ? 3 : 1)
            : Draft?.HasPerson() != true ? 1 : Draft.HasRestaurant() ? 3 : 2;
        if (Step > first)
        {
            context.Result = Redirect(first == 1 ? "/register" : "/register/restaurant");
            return;
        }

        await next();
    }

    /// <summary>Shows the page again with what is wrong: beside its field, or above the form.</summary>
    protected PageResult Refuse(Error error)
    {
        var field = error.Field();
        ModelState.AddModelError(field.Length == 0 ? "" : $"Input.{field}", error.Message);
        Response.SayWhenToRetry(error);
        return Again(error is TooManyError ? StatusCodes.Status429TooManyRequests : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Lets the browser forget its draft, after the end.</summary>
    protected void ForgetDraft() => drafts.Forget();

    /// <summary>Shows the page again with the messages of ModelState.</summary>
    protected PageResult Again(int status = StatusCodes.Status422UnprocessableEntity)
    {
        Response.StatusCode = status;
        return Page();
    }
}
