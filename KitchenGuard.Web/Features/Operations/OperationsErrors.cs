using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>Every expected failure of what operators do.</summary>
public static class OperationsErrors
{
    public static readonly NotFoundError NotFound = new();

    public static readonly ConflictError IsOperator = new(
        "is_operator", "This is an operator's account. Take its address out of the setting “Operators” first; then it can be locked like any other.");

    public static readonly ConflictError LockedAlready = new("locked_already", "This account is locked already.");

    public static readonly ConflictError NotLocked = new("not_locked", "This account is not locked.");

    public static readonly ConflictError NoSession = new("no_session", "There is no such session any more.");

    public static readonly ConflictError OwnSession = new("own_session", "This is the session that you are using. Sign out instead.");
}
