namespace KitchenGuard.Web.Features.Dashboard;

/// <summary>What a restaurant sees first.</summary>
public static class DashboardFeature
{
    /// <summary>Registers the dashboard's readings.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services.AddScoped<StockFigures>();
}
