using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Devices;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>A step of the sign-up: open to all (antiforgery keeps it out of caches) and only reached when the steps before it are filled in.</summary>
[AllowAnonymous]
[NotOnSharedDevice]
public abstract class WizardPage(Drafts drafts) : PageModel
{
    /// <summary>The browser's draft; null before step 1 was sent.</summary>
    protected RegistrationDraft? Draft { get; private set; }

    /// <summary>Somebody signed in opens a further restaurant: who they are is known, so there is no step for it.</summary>
    public bool IsFurther => User.Identity?.IsAuthenticated == true;

    /// <summary>Where the wizard stands.</summary>
    public Steps Progress(IStringLocalizer<Texts> texts)
    {
        Step[] steps = [new(texts["You"], "/register"), new(texts["Restaurant"], "/register/restaurant"), new(texts["Files"])];
        return new Steps(IsFurther ? Step - 1 : Step, IsFurther ? steps[1..] : steps);
    }

    /// <summary>Which step this is, from 1.</summary>
    protected abstract int Step { get; }

    /// <inheritdoc />
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Draft = await drafts.FindAsync(HttpContext.RequestAborted);
        // A submitted draft only answers another submit.
        var isAgain = Draft?.SubmittedAt is not null && Step == 3 && HttpMethods.IsPost(Request.Method);
        Draft = isAgain ? Draft : Draft is { SubmittedAt: null } ? Draft : null;
        var reached = isAgain || Draft?.HasRestaurant() == true ? 3 : 2;
        reached = IsFurther || isAgain || Draft?.HasPerson() == true ? reached : 1;
        if (Step > reached || (IsFurther && Step == 1))
        {
            context.Result = Redirect(reached == 1 ? "/register" : "/register/restaurant");
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
