using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts;

/// <summary>The person and the restaurant of a sign-up, validated, the password hashed.</summary>
public sealed record NewRestaurant
{
    /// <summary>The restaurant's id. Given by the sign-up, so that submitting twice gives one restaurant.</summary>
    public required Guid RestaurantId { get; init; }

    public required string FullName { get; init; }

    public required string Email { get; init; }

    /// <summary>Null: the person signs in by e-mail.</summary>
    public string? UserName { get; init; }

    public string? Phone { get; init; }

    public required string PasswordHash { get; init; }

    public required string Name { get; init; }

    public string? Address { get; init; }

    public string? RestaurantPhone { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public required string Locale { get; init; }
}

/// <summary>Makes user, restaurant, membership and what else the caller adds, in one transaction.</summary>
public sealed class Register(KitchenGuardDbContext db, Tenant tenant, ILookupNormalizer normalizer, TimeProvider clock, ILogger<Register> logger)
{
    /// <summary>Registers.</summary>
    /// <param name="restaurant">Who and what.</param>
    /// <param name="alongside">
    /// Adds what belongs to the same transaction (imports) and returns how many imports it added. Runs after the restaurant was entered.
    /// </param>
    /// <param name="ct">Cancels; nothing is half made.</param>
    /// <returns>The owner; or <see cref="AccountErrors.EmailTaken"/> or <see cref="AccountErrors.UserNameTaken"/>.</returns>
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
        tenant.Enter(restaurant.RestaurantId);
        db.Users.Add(user);
        db.Restaurants.Add(new Restaurant
        {
            Id = restaurant.RestaurantId,
            Name = restaurant.Name,
            Address = restaurant.Address,
            Phone = restaurant.RestaurantPhone,
            TimeZone = restaurant.TimeZone,
            Currency = restaurant.Currency,
            Locale = restaurant.Locale,
            CreatedAt = now,
        });
        db.Members.Add(new Member
        {
            Id = Guid.CreateVersion7(), RestaurantId = restaurant.RestaurantId, UserId = user.Id, Role = Role.Owner, CreatedAt = now,
        });
        db.StorageAreas.Add(new StorageArea
        {
            Id = Guid.CreateVersion7(), RestaurantId = restaurant.RestaurantId, Name = StorageArea.Main, NameKey = SearchFold.Fold(StorageArea.Main),
        });

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        int imports;
        try
        {
            await db.SaveChangesAsync(ct);
            imports = await alongside(
                (NpgsqlConnection)db.Database.GetDbConnection(),
                (NpgsqlTransaction)Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction), user.Id);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException exception) when (TakenBy(exception, restaurant) is { } taken)
        {
            db.ChangeTracker.Clear();
            return taken;
        }

        AccountsLog.Registered(logger, restaurant.RestaurantId, imports);
        return new SignedIn(user, new Membership(
            restaurant.RestaurantId, restaurant.Name, Role.Owner, restaurant.Currency, restaurant.Locale, restaurant.TimeZone));
    }

    private static ConflictError? TakenBy(DbUpdateException exception, NewRestaurant restaurant) =>
        exception.InnerException is not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation ? null
        : violation.ConstraintName switch
        {
            "idx_users_email" => AccountErrors.EmailTaken,
            "idx_users_username" => restaurant.UserName is null ? AccountErrors.EmailTaken : AccountErrors.UserNameTaken,
            "pk_restaurants" => AccountErrors.AlreadyRegistered,
            _ => null,
        };
}
