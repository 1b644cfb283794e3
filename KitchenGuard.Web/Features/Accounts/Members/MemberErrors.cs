using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Every expected failure of members and invitations.</summary>
public static class MemberErrors
{
    public static readonly NotFoundError NotFound = new();

    public static readonly ForbiddenError BeyondYou =
        new("beyond_your_role", "Managers look after staff and viewers. Ask an owner for this.");

    public static readonly ConflictError LastOwner =
        new("last_owner", "A restaurant needs an owner. Make somebody else an owner first.");

    public static readonly ConflictError Leaving =
        new("leaving", "This person's account is about to be deleted. Choose somebody else as the owner.");

    public static readonly ConflictError MemberAlready =
        new("member_already", "Somebody with this e-mail address is a member already.", "email");

    public static readonly ConflictError InvitedAlready =
        new("invited_already", "This address has an open invitation. Send that one again, or withdraw it first.", "email");

    public static readonly NotFoundError InvitationOver =
        new("invitation_over", "This invitation does not work (any more): it was used, withdrawn or sent again, or is older than 7 days. Ask for a new one.");

    public static readonly ForbiddenError ForSomebodyElse =
        new("for_somebody_else", "This invitation is for another e-mail address than the one you are signed in with.");

    public static readonly ConflictError SignInFirst =
        new("sign_in_first", "This e-mail address has an account. Sign in with it, then join.");

    public static TooManyError TooManyInvitations(TimeSpan wait) => new(
        "too_many_invitations", $"That is a lot of invitations at once. Try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))} min.", wait);
}
