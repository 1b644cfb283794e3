using KitchenGuard.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenGuard.Data.Inventory;

internal sealed class ItemTable : IEntityTypeConfiguration<InventoryItem>, IEntityTypeConfiguration<KitchenProduce>, IEntityTypeConfiguration<BarSupply>
{
    public void Configure(EntityTypeBuilder<InventoryItem> builder)
    {
        builder.ToTable("items", Schemas.Inventory);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Department).HasWordConversion();
        builder.HasDiscriminator(i => i.Department)
            .HasValue<KitchenProduce>(Department.Kitchen)
            .HasValue<BarSupply>(Department.Bar);
        foreach (var money in new[] { nameof(InventoryItem.UnitCost), nameof(InventoryItem.CaseCost), nameof(InventoryItem.SalePrice) })
        {
            builder.Property<decimal?>(money).HasPrecision(14, 4);
        }

        foreach (var quantity in new[]
        {
            nameof(InventoryItem.CaseSize), nameof(InventoryItem.ParLevel), nameof(InventoryItem.ParCases), nameof(InventoryItem.ReorderPoint),
        })
        {
            builder.Property<decimal?>(quantity).HasPrecision(18, 6);
        }

        builder.Property(i => i.Abv).HasPrecision(7, 4);
        var onHand = builder.Property(i => i.OnHand).HasPrecision(18, 6);
        onHand.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.Property(i => i.Version).HasDefaultValue(1L).ValueGeneratedOnAddOrUpdate().IsConcurrencyToken();
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(i => i.RestaurantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.Supplier).WithMany().HasForeignKey(i => i.SupplierId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(i => i.StorageArea).WithMany().HasForeignKey(i => i.StorageAreaId).OnDelete(DeleteBehavior.Restrict);
        // The foreign keys' own indexes would cost every import and serve nobody; the lists below start with the restaurant.
        foreach (var index in builder.Metadata.GetIndexes().ToList())
        {
            builder.Metadata.RemoveIndex(index);
        }

        builder.HasIndex(i => new { i.RestaurantId, i.NameKey }).HasDatabaseName("idx_items_restaurant_id_name_key");
        builder.HasIndex(i => new { i.RestaurantId, i.Sku }).HasDatabaseName("idx_items_restaurant_id_sku").HasFilter("sku is not null");
        builder.HasIndex(i => new { i.RestaurantId, i.Barcode })
            .HasDatabaseName("idx_items_restaurant_id_barcode").HasFilter("barcode is not null");
    }

    public void Configure(EntityTypeBuilder<KitchenProduce> builder) =>
        builder.HasIndex(i => new { i.RestaurantId, i.NameSort, i.Id })
            .HasDatabaseName("idx_kitchen_restaurant_id").HasFilter("department = 'kitchen' and archived_at is null");

    public void Configure(EntityTypeBuilder<BarSupply> builder) =>
        builder.HasIndex(i => new { i.RestaurantId, i.NameSort, i.Id })
            .HasDatabaseName("idx_bar_restaurant_id").HasFilter("department = 'bar' and archived_at is null");
}

internal sealed class EditTable : IEntityTypeConfiguration<ItemEdit>
{
    public void Configure(EntityTypeBuilder<ItemEdit> builder)
    {
        builder.ToTable("item_edits", Schemas.Inventory);
        builder.HasKey(e => new { e.RestaurantId, e.ItemId, e.Field });
    }
}

internal sealed class PlaceTables : IEntityTypeConfiguration<Supplier>, IEntityTypeConfiguration<StorageArea>, IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Supplier> builder)
    {
        builder.ToTable("suppliers", Schemas.Inventory);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.RestaurantId, s.NameKey }).IsUnique();
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(s => s.RestaurantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StorageArea> builder)
    {
        builder.ToTable("storage_areas", Schemas.Inventory);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.RestaurantId, s.NameKey }).IsUnique();
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(s => s.RestaurantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("lots", Schemas.Inventory);
        builder.Property(l => l.Id).ValueGeneratedNever();
        var onHand = builder.Property(l => l.OnHand).HasPrecision(18, 6).HasDefaultValue(0m);
        onHand.Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        builder.HasIndex(l => new { l.RestaurantId, l.ItemId, l.ExpiresOn });
        builder.HasOne<InventoryItem>().WithMany().HasForeignKey(l => l.ItemId).OnDelete(DeleteBehavior.Restrict);
        builder.Metadata.RemoveIndex(builder.Metadata.FindIndex(builder.Metadata.FindProperty(nameof(Lot.ItemId))!)!);
    }
}
