using KitchenGuard.Web.Features.Operations.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Restaurants;

/// <summary>A restaurant in a list.</summary>
public sealed record RestaurantLine(Guid Id, string Name, DateTimeOffset CreatedAt, int Members);

/// <summary>Reads restaurants, newest first. Every look is an entry.</summary>
public sealed class RestaurantList(OperatorDbContext db, OperatorLog log)
{
    private const int PageSize = 30;

    /// <summary>Finds those whose name has the words in it.</summary>
    /// <param name="q">The words; empty: all.</param>
    /// <param name="before">The last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PageOf<RestaurantLine>> FindAsync(string? q, Guid? before, CancellationToken ct)
    {
        await log.LookAsync(OperatorActions.RestaurantsListed, q, null, ct);
        var pattern = SearchPattern.Of(q);
        var found = await db.Restaurants.Where(r => (pattern == null || EF.Functions.ILike(r.Name, pattern, "\\")) && (before == null || r.Id < before))
            .OrderByDescending(r => r.Id).Take(PageSize + 1)
            .Select(r => new RestaurantLine(r.Id, r.Name, r.CreatedAt, db.Members.Count(m => m.RestaurantId == r.Id))).ToListAsync(ct);
        return new PageOf<RestaurantLine>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString() : null);
    }
}
