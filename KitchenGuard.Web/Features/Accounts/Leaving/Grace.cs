using System.Globalization;

namespace KitchenGuard.Web.Features.Accounts.Leaving;

/// <summary>How long somebody has to think better of it. The database holds the restaurants' days by its own clock.</summary>
public static class Grace
{
    /// <summary>Between the request and the deletion of a restaurant.</summary>
    public static readonly TimeSpan OfRestaurant = TimeSpan.FromDays(30);

    /// <summary>Between the request and the deletion of an account.</summary>
    public static readonly TimeSpan OfAccount = TimeSpan.FromDays(14);

    /// <summary>How long before a restaurant's day its owners are reminded.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(3);

    /// <summary>The day in mails and sentences of the API, which know no reader's locale: "23 December 2026".</summary>
    public static string Day(DateTimeOffset moment, TimeZoneInfo? zone = null) =>
        TimeZoneInfo.ConvertTime(moment, zone ?? TimeZoneInfo.Utc).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
