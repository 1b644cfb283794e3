using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Features.Accounts.Restaurants;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>The person and the restaurant of a sign-up, validated, the password hashed.</summary>
public sealed record NewRestaurant : NewPlace
{
    public required string FullName { get; init; }

    public required string Email { get; init; }

    /// <summary>Null: the person signs in by e-mail.</summary>
    public string? UserName { get; init; }

    public string? Phone { get; init; }

    public required string PasswordHash { get; init; }
}

/// <summary>Makes user, restaurant, membership and what else the caller adds, in one transaction.</summary>
public sealed class Register(KitchenGuardDbContext db, OpenRestaurant open, ILookupNormalizer normalizer, TimeProvider clock)
{
    /// <summary>Registers.</summary>
    /// <param name="restaurant">Who and what.</param>
    /// <param name="alongside">
    /// Adds what belongs to the same transaction (imports) and returns how many imports it added. Runs after the restaurant was entered.
    /// </param>
    /// <param name="ct">Cancels; nothing is half made.</param>
    /// <returns>The owner; or <see cref="AccountErrors.EmailTaken"/> <see cref="AccountErrors.UserNameTaken"/>,
    /// <see cref="AccountErrors.AlreadyRegistered"/>.</returns>
    public async Task<Result<SignedIn>> RunAsync(
        NewRestaurant restaurant, Func<NpgsqlConnection, NpgsqlTransaction, Guid, Task<int>> alongside, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var userName = restaurant.UserName ?? restaurant.Email;
        var user = new User
        {
            Id = Guid.CreateVersion7(),
            FullName = restaurant.FullName,
            Email = restaurant.Email,
            NormalizedEmail = normalizer.NormalizeEmail(restaurant.Email),
            UserName = userName,
            NormalizedUserName = normalizer.NormalizeName(userName),
            PhoneNumber = restaurant.Phone,
            PasswordHash = restaurant.PasswordHash,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
            CreatedAt = now,
            LastLoginAt = now,
        };
        db.Users.Add(user);
        try
        {
            var membership = await open.RunAsync(user.Id, restaurant, (connection, transaction) => alongside(connection, transaction, user.Id), ct);
            return membership.Error is { } before ? before : new SignedIn(user, membership.Value, null);
        }
        catch (DbUpdateException exception) when (TakenBy(exception, restaurant) is { } taken)
        {
            db.ChangeTracker.Clear();
            return taken;
        }
    }

    private static ConflictError? TakenBy(DbUpdateException exception, NewRestaurant restaurant) =>
        exception.InnerException is not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation ? null
        : violation.ConstraintName switch
        {
            "idx_users_email" => AccountErrors.EmailTaken,
            "idx_users_username" => restaurant.UserName is null ? AccountErrors.EmailTaken : AccountErrors.UserNameTaken,
            _ => null,
        };
}
