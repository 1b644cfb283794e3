namespace KitchenGuard.Web.Platform.Auditing;

/// <summary>What the audit log tells of: the thing, a dot, what happened to it. They are stored, so they stay.</summary>
public static class AuditActions
{
    public const string SessionStarted = "session.started";
    public const string SessionRefused = "session.refused";
    public const string SessionEnded = "session.ended";
    public const string TokenReused = "session.token_reused";
    public const string PasswordChanged = "password.changed";
    public const string EmailChanged = "email.changed";
    public const string AuthenticatorAdded = "factor.authenticator_added";
    public const string AuthenticatorRemoved = "factor.authenticator_removed";
    public const string PasskeyAdded = "factor.passkey_added";
    public const string PasskeyRemoved = "factor.passkey_removed";
    public const string CodesRefused = "factor.codes_refused";
    public const string RecoveryCodeUsed = "factor.recovery_code_used";
    public const string RecoveryCodesRenewed = "factor.recovery_codes_renewed";
    public const string SecondFactorRemoved = "factor.removed_by_operator";
    public const string PasswordReset = "password.reset";
    public const string MemberInvited = "member.invited";
    public const string InvitationResent = "member.invitation_resent";
    public const string InvitationWithdrawn = "member.invitation_withdrawn";
    public const string MemberJoined = "member.joined";
    public const string RoleChanged = "member.role_changed";
    public const string MemberRemoved = "member.removed";
    public const string OwnershipTransferred = "member.ownership_transferred";
    public const string LockedByOperator = "member.locked_by_operator";
    public const string UnlockedByOperator = "member.unlocked_by_operator";
    public const string ResetByOperator = "member.reset_by_operator";
    public const string SignedOutByOperator = "member.signed_out_by_operator";
    public const string DeviceEnrolled = "device.enrolled";
    public const string DeviceRevoked = "device.revoked";
    public const string PinSet = "device.pin_set";
    public const string SettingsChanged = "settings.changed";
    public const string RestaurantExported = "restaurant.exported";
    public const string RestaurantClosed = "restaurant.closed";
    public const string RestaurantReopened = "restaurant.reopened";
    public const string AccountClosed = "account.closed";
    public const string AccountKept = "account.kept";
    public const string AccountErased = "account.deleted";
    public const string ImportStarted = "import.started";
    public const string ImportCancelled = "import.cancelled";
    public const string ImportUndone = "import.undone";
    public const string ItemCreated = "item.created";
    public const string ItemChanged = "item.changed";
    public const string ItemArchived = "item.archived";
    public const string ItemRestored = "item.restored";
    public const string ListExported = "export.list";
    public const string AuditExported = "export.audit";

    /// <summary>All, in the order of a menu.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SessionStarted, SessionRefused, SessionEnded, TokenReused, PasswordChanged, PasswordReset, EmailChanged, AuthenticatorAdded, AuthenticatorRemoved, PasskeyAdded, PasskeyRemoved, CodesRefused, RecoveryCodeUsed,
        RecoveryCodesRenewed, SecondFactorRemoved, MemberInvited, InvitationResent, InvitationWithdrawn, MemberJoined, RoleChanged, MemberRemoved, OwnershipTransferred,
        LockedByOperator, UnlockedByOperator, ResetByOperator, SignedOutByOperator,
        DeviceEnrolled, DeviceRevoked, PinSet, SettingsChanged, RestaurantExported, RestaurantClosed, RestaurantReopened, AccountClosed, AccountKept, AccountErased,
        ImportStarted, ImportCancelled, ImportUndone, ItemCreated, ItemChanged, ItemArchived, ItemRestored, ListExported, AuditExported,
    ];
}
