using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Tenancy;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KitchenGuard.Web.Features.Accounts.Restaurants;

/// <summary>A restaurant that somebody opens, validated.</summary>
public record NewPlace
{
    /// <summary>The restaurant's id. Given by the sign-up, so that submitting twice gives one restaurant.</summary>
    public required Guid RestaurantId { get; init; }

    public required string Name { get; init; }

    public string? Address { get; init; }

    public string? RestaurantPhone { get; init; }

    public required string TimeZone { get; init; }

    public required string Currency { get; init; }

    public required string Locale { get; init; }
}

/// <summary>Makes a restaurant, its owner's membership and what else the caller adds, in one transaction.</summary>
public sealed class OpenRestaurant(KitchenGuardDbContext db, Tenant tenant, TimeProvider clock, ILogger<OpenRestaurant> logger)
{
    /// <summary>Opens it.</summary>
    /// <param name="ownerId">The owner: a user that is there, or one that the caller has added to the context.</param>
    /// <param name="place">Which.</param>
    /// <param name="alongside">
    /// Adds what belongs to the same transaction (imports) and returns how many imports it added. Runs after the restaurant was entered.
    /// </param>
    /// <param name="ct">Cancels; nothing is half made.</param>
    /// <returns>The owner's place in it, or <see cref="AccountErrors.AlreadyRegistered"/>.</returns>
    public async Task<Result<Membership>> RunAsync(
        Guid ownerId, NewPlace place, Func<NpgsqlConnection, NpgsqlTransaction, Task<int>> alongside, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        tenant.Enter(place.RestaurantId);
        db.Restaurants.Add(new Restaurant
        {
            Id = place.RestaurantId,
            Name = place.Name,
            Address = place.Address,
            Phone = place.RestaurantPhone,
            TimeZone = place.TimeZone,
            Currency = place.Currency,
            Locale = place.Locale,
            CreatedAt = now,
        });
        db.Members.Add(new Member { Id = Guid.CreateVersion7(), RestaurantId = place.RestaurantId, UserId = ownerId, Role = Role.Owner, CreatedAt = now });
        db.StorageAreas.Add(new StorageArea
        {
            Id = Guid.CreateVersion7(), RestaurantId = place.RestaurantId, Name = StorageArea.Main, NameKey = SearchFold.Fold(StorageArea.Main),
        });

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        int imports;
        try
        {
            await db.SaveChangesAsync(ct);
            imports = await alongside(
                (NpgsqlConnection)db.Database.GetDbConnection(),
                (NpgsqlTransaction)Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction));
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_restaurants" })
        {
            db.ChangeTracker.Clear();
            return AccountErrors.AlreadyRegistered;
        }

        AccountsLog.Registered(logger, place.RestaurantId, imports);
        return new Membership(place.RestaurantId, place.Name, Role.Owner, place.Currency, place.Locale, place.TimeZone);
    }
}
