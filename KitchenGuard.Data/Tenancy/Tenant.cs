namespace KitchenGuard.Data.Tenancy;

/// <summary>
/// The restaurant that the current unit of work (request, job) acts for. It comes from the signed-in identity or from the row a job
/// was given, never from a request's body, query or route. While it is unset every tenant table looks empty.
/// </summary>
public sealed class Tenant
{
    /// <summary>The restaurant's id, or null before one was entered.</summary>
    public Guid? RestaurantId { get; private set; }

    /// <summary>Enters a restaurant. Commands sent from now on see and write its rows only.</summary>
    public void Enter(Guid restaurantId) => RestaurantId = restaurantId;
}
