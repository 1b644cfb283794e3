using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Operations.Reading;

/// <summary>What operators see of an account.</summary>
/// <param name="LockoutEnd">Until when it is kept out (UTC); null: it is not.</param>
public sealed record SeenUser(
    Guid Id, string FullName, string? Email, string? NormalizedEmail, bool EmailConfirmed, string? UserName, string? NormalizedUserName, bool TwoFactorEnabled,
    DateTimeOffset? LockoutEnd, DateTimeOffset CreatedAt, DateTimeOffset? LastLoginAt, DateTimeOffset? DeleteAfter);

/// <summary>That an account has a passkey.</summary>
public sealed record SeenPasskey(Guid UserId);

/// <summary>A sign-in, with its device and address.</summary>
public sealed record SeenSession(
    Guid Id, Guid UserId, SessionKind Kind, string? Agent, string? Address, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, TimeSpan Idle, DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt);

/// <summary>What operators see of a restaurant.</summary>
public sealed record SeenRestaurant(
    Guid Id, string Name, string TimeZone, string Currency, string Locale, bool RequiresSecondFactor, DateTimeOffset CreatedAt, DateTimeOffset? DeleteAfter);

/// <summary>Who is where, as what.</summary>
public sealed record SeenMember(Guid Id, Guid RestaurantId, Guid UserId, Role Role, DateTimeOffset CreatedAt);

/// <summary>That there is an item: not its name, stock or cost.</summary>
public sealed record SeenItem(Guid Id, Guid RestaurantId, Department Department, DateTimeOffset? ArchivedAt);

/// <summary>That there was a movement.</summary>
public sealed record SeenMovement(long Id, Guid RestaurantId, DateTimeOffset RecordedAt);

/// <summary>How an import went: not what was in its file.</summary>
public sealed record SeenImport(
    Guid Id, Guid RestaurantId, Department Department, string FileName, long Size, ImportStatus Status, bool DryRun, int RowsTotal, int RowsRejected, int Warnings,
    string? Failure, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);
