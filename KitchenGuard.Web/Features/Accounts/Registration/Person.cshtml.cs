using Microsoft.AspNetCore.Mvc;

namespace KitchenGuard.Web.Features.Accounts.Registration;

/// <summary>Step 1: the person.</summary>
public sealed class PersonModel(Drafts drafts, KeepPerson keepPerson) : WizardPage(drafts)
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    /// <summary>A password was set before; an empty field keeps it.</summary>
    public bool HasPassword => Draft is { PasswordHash: not null, SubmittedAt: null };

    /// <summary>The e-mail has an account: the page offers to sign in.</summary>
    public bool IsTaken { get; private set; }

    protected override int Step => 1;

    public void OnGet()
    {
        if (Draft is { SubmittedAt: null } draft)
        {
            Input = new PersonInput { FullName = draft.FullName, Email = draft.Email, UserName = draft.UserName, Phone = draft.Phone };
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Input.Password) && !HasPassword)
        {
            ModelState.AddModelError("Input.Password", AccountErrors.PasswordMissing.Message);
        }

        if (!ModelState.IsValid)
        {
            return Again();
        }

        var result = await keepPerson.RunAsync(Input, HttpContext.Connection.RemoteIpAddress, ct);
        if (result.Error is { } error)
        {
            IsTaken = error == AccountErrors.EmailTaken;
            return Refuse(error);
        }

        return Redirect("/register/restaurant");
    }
}
