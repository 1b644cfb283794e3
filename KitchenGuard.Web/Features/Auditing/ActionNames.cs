using KitchenGuard.Web.Platform.Auditing;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Auditing;

/// <summary>What people call the actions of the log.</summary>
internal static class ActionNames
{
    /// <summary>Such as "Changed a role".</summary>
    public static LocalizedString Of(this IStringLocalizer texts, string action) => action switch
    {
        AuditActions.SessionStarted => texts["Signed in"],
        AuditActions.SessionRefused => texts["Sign-in refused"],
        AuditActions.SessionEnded => texts["Signed out"],
        AuditActions.TokenReused => texts["A token was used twice: its session ended"],
        AuditActions.PasswordChanged => texts["Changed the password"],
        AuditActions.AuthenticatorAdded => texts["Set up an authenticator app"],
        AuditActions.AuthenticatorRemoved => texts["Removed an authenticator app"],
        AuditActions.PasskeyAdded => texts["Added a passkey"],
        AuditActions.PasskeyRemoved => texts["Removed a passkey"],
        AuditActions.RecoveryCodeUsed => texts["Used a recovery code"],
        AuditActions.RecoveryCodesRenewed => texts["Made new recovery codes"],
        AuditActions.SecondFactorRemoved => texts["Second factor removed by an operator"],
        AuditActions.EmailChanged => texts["Changed the e-mail address"],
        AuditActions.CodesRefused => texts["Too many wrong codes"],
        AuditActions.PasswordReset => texts["Set a new password by mailed link"],
        AuditActions.MemberInvited => texts["Invited a member"],
        AuditActions.InvitationResent => texts["Sent an invitation again"],
        AuditActions.InvitationWithdrawn => texts["Withdrew an invitation"],
        AuditActions.MemberJoined => texts["Joined"],
        AuditActions.RoleChanged => texts["Changed a role"],
        AuditActions.MemberRemoved => texts["Removed a member"],
        AuditActions.OwnershipTransferred => texts["Handed the restaurant over"],
        AuditActions.LockedByOperator => texts["Locked by an operator"],
        AuditActions.UnlockedByOperator => texts["Unlocked by an operator"],
        AuditActions.ResetByOperator => texts["New password demanded by an operator"],
        AuditActions.SignedOutByOperator => texts["Signed out by an operator"],
        AuditActions.DeviceEnrolled => texts["Enrolled a shared device"],
        AuditActions.DeviceRevoked => texts["Took a shared device out of service"],
        AuditActions.PinSet => texts["Set a PIN"],
        AuditActions.SettingsChanged => texts["Changed the settings"],
        AuditActions.RestaurantExported => texts["Downloaded all data"],
        AuditActions.RestaurantClosed => texts["Asked for the restaurant's deletion"],
        AuditActions.RestaurantReopened => texts["Kept the restaurant"],
        AuditActions.AccountClosed => texts["Asked for the deletion of their account"],
        AuditActions.AccountKept => texts["Kept their account"],
        AuditActions.AccountErased => texts["An account was deleted"],
        AuditActions.ImportStarted => texts["Started an import"],
        AuditActions.ImportCancelled => texts["Stopped an import"],
        AuditActions.ImportUndone => texts["Undid an import"],
        AuditActions.ItemCreated => texts["Added an item"],
        AuditActions.ItemChanged => texts["Changed an item"],
        AuditActions.ItemArchived => texts["Took an item off the list"],
        AuditActions.ItemRestored => texts["Put an item back"],
        AuditActions.ListExported => texts["Exported a list"],
        AuditActions.AuditExported => texts["Exported this log"],
        _ => texts[action],
    };
}
