using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenGuard.Data.Stock;

internal sealed class MovementTable : IEntityTypeConfiguration<StockMovement>
{
    public void Configure(EntityTypeBuilder<StockMovement> builder)
    {
        builder.ToTable("stock_movements", Schemas.Inventory);
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.Property(m => m.Department).HasWordConversion();
        builder.Property(m => m.Kind).HasLowerCaseConversion();
        builder.Property(m => m.Quantity).HasPrecision(18, 6);
        builder.Property(m => m.EnteredQuantity).HasPrecision(18, 6);
        builder.Property(m => m.Factor).HasPrecision(24, 12);
        builder.Property(m => m.UnitCost).HasPrecision(14, 4);
        builder.Property(m => m.RecordedAt).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
        // No foreign key to items: per row it costs 0.8 s per 100 000 movements. The posting trigger checks set-wise instead.
        builder.HasIndex(m => new { m.RestaurantId, m.ItemId, m.Id });
        builder.HasIndex(m => new { m.RestaurantId, m.Id });
        builder.HasIndex(m => new { m.RestaurantId, m.RequestKey }).IsUnique().HasFilter("request_key is not null");
        builder.HasIndex(m => m.ReversesId).IsUnique().HasFilter("reverses_id is not null");
    }
}
