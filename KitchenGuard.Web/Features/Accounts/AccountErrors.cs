using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>Every expected failure of accounts.</summary>
public static class AccountErrors
{
    public static readonly UnauthorizedError WrongCredentials =
        new("wrong_credentials", "That name or e-mail and password do not go together.");

    public static readonly InvalidError WrongPresent = new("wrong_password", "That is not your present password.", "present");

    public static readonly InvalidError WrongPassword = new("wrong_password", "That is not your password.", "password");

    public static readonly ForbiddenError ProofWanted =
        new("reauthentication_required", "Prove once more that it is you: POST /api/auth/prove. Then send this again.");

    public static readonly NotFoundError ProofOver =
        new("proof_over", "This link does not work (any more): it was used, or is older than two days, or a later one was asked for.");

    public static readonly UnauthorizedError RefreshOver =
        new("refresh_over", "This refresh token does not work (any more). Sign in again.");

    public static readonly TooManyError Busy =
        new("busy", "Too many people are signing in at this moment. Try again in a few seconds.", TimeSpan.FromSeconds(5));

    public static readonly UnauthorizedError NoRestaurant =
        new("no_restaurant", "This account belongs to no restaurant any more. Ask the owner to invite you again.");

    public static readonly InvalidError UnknownRestaurant =
        new("unknown_restaurant", "This account belongs to no such restaurant.", "restaurantId");

    public static TooManyError LockedOut(TimeSpan wait) =>
        new("locked_out", $"Too many failed sign-ins. Try again in {(wait > TimeSpan.FromHours(2) ? $"{Math.Ceiling(wait.TotalHours)} h" : $"{Math.Max(1, Math.Ceiling(wait.TotalMinutes))} min")}.", wait);

    public static readonly ConflictError EmailTaken =
        new("email_taken", "There is an account with this e-mail address. Sign in instead; what you typed here is kept.", "email");

    public static readonly ConflictError AlreadyRegistered = new("already_registered", "This sign-up was sent before. Sign in to go on.");

    public static readonly ConflictError UserNameTaken = new("username_taken", "Somebody has this user name. Choose another.", "username");

    public static readonly InvalidError PasswordMissing = new("password_missing", "Choose a password.", "password");

    public static TooManyError TooManySignUps(TimeSpan wait) =>
        new("too_many_sign_ups", $"Too many tries from your network. Try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))} min; what you typed is kept.", wait);

    public static TooManyError TooManyUploads(TimeSpan wait) =>
        new("too_many_uploads", $"Too many files from your network. Try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))} min, or start empty and upload later.", wait);

    public static readonly NotFoundError ResetOver =
        new("reset_over", "This link does not work (any more): it was used, or is older than 30 minutes, or a later one was asked for. Ask for a new one.");

    public static TooManyError TooManyResets(TimeSpan wait) =>
        new("too_many_resets", $"Too many tries from your network. Try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))} min.", wait);

    public static readonly InvalidError DraftIncomplete = new("draft_incomplete", "Some steps of this sign-up are not filled in yet.");
}
