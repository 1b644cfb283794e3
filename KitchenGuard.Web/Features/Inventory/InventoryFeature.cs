namespace KitchenGuard.Web.Features.Inventory;

/// <summary>The kitchen's and the bar's lists.</summary>
public static class InventoryFeature
{
    /// <summary>Registers the lists' reads and use-cases, and what keeps their search quick where jobs are worked off.</summary>
    public static void AddInventory(this WebApplicationBuilder builder)
    {
        builder.Services.AddRights().AddScoped<ItemList>().AddScoped<ItemTotals>().AddScoped<ItemFilters>().AddScoped<Places>().AddScoped<Duplicates>()
            .AddScoped<CreateItem>().AddScoped<UpdateItem>().AddScoped<ArchiveItem>().AddScoped<ChangeItems>().AddScoped<ExportItems>();
        if (builder.Configuration.GetValue("Jobs:Workers", 3) > 0)
        {
            builder.Services.AddHostedService<SearchIndexUpkeep>();
        }
    }
}
