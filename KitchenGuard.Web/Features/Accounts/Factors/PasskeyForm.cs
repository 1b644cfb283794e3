using Microsoft.AspNetCore.Http.Extensions;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>A button that asks the browser for a passkey and sends its answer to a page with handlers PasskeyOptions and Passkey.</summary>
/// <param name="Page">The page's path.</param>
/// <param name="ReturnUrl">Where it goes on.</param>
/// <param name="Text">What stands on the button, in English.</param>
public sealed record PasskeyForm(string Page, string? ReturnUrl, string Text)
{
    /// <summary>Whether something has to be sent again afterwards.</summary>
    public bool Again { get; init; }

    /// <summary>Where the answer is posted.</summary>
    public string Url => Page + new QueryBuilder { { "handler", "Passkey" }, { "returnUrl", ReturnUrl ?? "" }, { "again", Again ? "true" : "false" } };

    /// <summary>Where the script gets what the browser is asked.</summary>
    public string OptionsUrl => Page + "?handler=PasskeyOptions";
}
