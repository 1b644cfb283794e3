namespace KitchenGuard.Web.Features.Inventory;

/// <summary>The kitchen's and the bar's lists.</summary>
public static class InventoryFeature
{
    /// <summary>Registers the lists' reads and use-cases.</summary>
    public static IServiceCollection AddInventory(this IServiceCollection services) => services.AddRights()
        .AddScoped<ItemList>().AddScoped<ItemTotals>().AddScoped<ItemFilters>().AddScoped<Places>().AddScoped<Duplicates>()
        .AddScoped<CreateItem>().AddScoped<UpdateItem>().AddScoped<ArchiveItem>().AddScoped<ChangeItems>().AddScoped<ExportItems>();
}
