namespace KitchenGuard.Web.Features.Stock;

/// <summary>The ledger: what moves stock and what shows it.</summary>
public static class StockFeature
{
    /// <summary>Registers the ledger's reads and use-cases.</summary>
    public static IServiceCollection AddStock(this IServiceCollection services) => services
        .AddScoped<Ledger>().AddScoped<PostMovement>().AddScoped<TransferItem>().AddScoped<UndoMovement>();
}
