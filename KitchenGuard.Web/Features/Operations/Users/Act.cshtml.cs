using KitchenGuard.Web.Features.Accounts.Proving;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Operations.Users;

/// <summary>How the page speaks of what is about to be done.</summary>
public sealed record ActWords(string Question, string Meaning, string Button, string Done);

/// <summary>Asks once more, and why, before an operator does something to an account.</summary>
[RequiresProof]
public sealed class ActModel(
    UserFiles users, LockUser lockUser, UnlockUser unlockUser, ForceReset forceReset, EndUserSessions endSessions, RemoveSecondFactor removeFactor,
    CurrentUser current, IStringLocalizer<Texts> texts) : PageModel
{
    [BindProperty]
    public ReasonInput Input { get; set; } = new();

    public UserFile Person { get; private set; } = null!;

    /// <summary>The one session that is meant; null: all.</summary>
    public UserSession? Session { get; private set; }

    public ActWords Words { get; private set; } = null!;

    /// <summary>The operator is about to do it to their own account.</summary>
    public bool IsOneself => Person.Id == current.Id;

    /// <summary>Why it was not done.</summary>
    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, string act, Guid? session, CancellationToken ct) => ShowAsync(id, act, session, StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, string act, Guid? session, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(id, act, session, StatusCodes.Status422UnprocessableEntity, ct);
        }

        var reason = Input.Reason!;
        var done = await (act switch
        {
            "lock" => lockUser.RunAsync(id, reason, ct),
            "unlock" => unlockUser.RunAsync(id, reason, ct),
            "reset-password" => forceReset.RunAsync(id, reason, ct),
            "remove-second-factor" => removeFactor.RunAsync(id, reason, ct),
            _ => endSessions.RunAsync(id, new EndSessionsInput { Reason = reason, Session = session }, ct),
        });
        if (done.Error is { } error)
        {
            Refusal = texts[error.Message];
            return await ShowAsync(id, act, null, error.Status(), ct);
        }

        this.KeepToast(new Toast(WordsOf(act, session is not null).Done));
        return Redirect($"/operations/users/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, string act, Guid? session, int status, CancellationToken ct)
    {
        if (await users.FindAsync(id, ct) is not { } found || (session is not null && found.Sessions.All(s => s.Id != session)))
        {
            return NotFound();
        }

        (Person, Session, Words) = (found, found.Sessions.FirstOrDefault(s => s.Id == session), WordsOf(act, session is not null));
        Response.StatusCode = status;
        return Page();
    }

    private ActWords WordsOf(string act, bool isOne) => act switch
    {
        "lock" => new(
            texts["Lock this user?"], texts["They are signed out everywhere at once, and cannot sign in until an operator unlocks them. Their restaurants go on without them."],
            texts["Lock"], texts["The user is locked."]),
        "unlock" => new(texts["Unlock this user?"], texts["They can sign in again."], texts["Unlock"], texts["The user is unlocked."]),
        "reset-password" => new(
            texts["Demand a new password?"],
            texts["Their password stops working, they are signed out everywhere, and nothing lets them in until they have chosen another by the link that is mailed to them."],
            texts["Demand a new password"], texts["The password is void, and the link is on its way."]),
        "remove-second-factor" => new(
            texts["Take the second factor off?"],
            texts["First make sure that it is them who asks: whoever knows the password gets in afterwards. App, passkeys and recovery codes are gone, and they are signed out everywhere."],
            texts["Take it off"], texts["The second factor is off."]),
        _ when isOne => new(texts["Sign this device out?"], texts["Its session and tokens end at once. The user can sign in again."], texts["Sign out"], texts["That device is signed out."]),
        _ => new(
            texts["Sign this user out everywhere?"], texts["All sessions and tokens end at once. The user can sign in again."], texts["Sign out everywhere"],
            texts["The user is signed out everywhere."]),
    };
}
