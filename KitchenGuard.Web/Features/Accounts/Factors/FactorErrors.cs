using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts.Factors;

/// <summary>Every expected failure of second factors.</summary>
public static class FactorErrors
{
    public static readonly InvalidError WrongCode = new("wrong_code", "That code does not work. Codes of the app work once, for about a minute.", "code");

    public static readonly InvalidError CodeMissing = new("code_missing", "Enter the code of your app, or a recovery code.", "code");

    public static readonly InvalidError WrongPasskey = new("wrong_passkey", "That passkey does not work here. Try once more, or use another way.", "passkey");

    public static readonly ConflictError TooManyPasskeys = new("too_many_passkeys", "An account has at most 20 passkeys. Remove one that you do not use.");

    public static readonly UnauthorizedError TicketOver = new("sign_in_over", "This sign-in took longer than five minutes. Begin again with your password.");

    public static readonly ForbiddenError SetUpFirst =
        new("second_factor_missing", "This restaurant asks everybody for a second factor. Sign in with a browser to set one up.");

    public static readonly ConflictError SetUpOver = new("setup_over", "Begin the set-up again: there is no key to confirm.");

    public static readonly ConflictError FactorNeeded =
        new("second_factor_needed", "This is your last second factor, and you need one here. Add another before you take it away.");

    public static readonly ConflictError NotSetUp = new("second_factor_off", "Set up an app or a passkey first.");

    public static readonly ConflictError OwnFirst = new("own_second_factor_first", "Set up a second factor of your own first, and sign in with it.");
}

/// <summary>The password was right; what is still missing is the second factor.</summary>
/// <param name="Ticket">What goes on with, for five minutes.</param>
public sealed record SecondFactorWanted(string Ticket) : UnauthorizedError("second_factor_required", "Now the code of your app, or a recovery code.");
