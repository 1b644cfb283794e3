using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Accounts.Exporting;

/// <summary>Every expected failure of the whole-data export.</summary>
public static class ExportErrors
{
    public static readonly TooManyError Busy =
        new("export_busy", "A download of all data is under way already. Wait until it has ended, then try again.", TimeSpan.FromMinutes(1));

    public static TooManyError TooMany(TimeSpan wait) => new(
        "too_many_exports", $"That is a lot of downloads at once. Try again in {Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes))} min.", wait);
}

internal static partial class ExportLog
{
    [LoggerMessage(1020, LogLevel.Information, "Restaurant {RestaurantId} was exported as a whole")]
    public static partial void Exported(ILogger logger, Guid restaurantId);
}
