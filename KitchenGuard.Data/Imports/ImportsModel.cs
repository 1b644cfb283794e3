using KitchenGuard.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenGuard.Data.Imports;

internal sealed class ImportTables :
    IEntityTypeConfiguration<Import>,
    IEntityTypeConfiguration<UploadChunk>,
    IEntityTypeConfiguration<ImportProgress>,
    IEntityTypeConfiguration<ImportIssue>,
    IEntityTypeConfiguration<ImportChange>,
    IEntityTypeConfiguration<ImportEdit>,
    IEntityTypeConfiguration<MappingMemory>,
    IEntityTypeConfiguration<ImportUndoItem>
{
    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.ToTable("imports", Schemas.Inventory);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Department).HasWordConversion();
        builder.Property(i => i.Status).HasLowerCaseConversion();
        builder.Property(i => i.Plan).HasColumnType("jsonb");
        builder.HasIndex(i => new { i.RestaurantId, i.CreatedAt });
        builder.HasIndex(i => i.CreatedAt).HasDatabaseName("ix_imports_unfinished").HasFilter("status in ('pending', 'running', 'undoing')");
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(i => i.RestaurantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<UploadChunk> builder)
    {
        builder.ToTable("upload_chunks", Schemas.Inventory);
        builder.HasKey(c => new { c.RestaurantId, c.ImportId, c.Index });
    }

    public void Configure(EntityTypeBuilder<ImportProgress> builder)
    {
        builder.ToTable("import_progress", Schemas.Inventory);
        builder.HasKey(p => new { p.RestaurantId, p.ImportId });
    }

    public void Configure(EntityTypeBuilder<ImportIssue> builder)
    {
        builder.ToTable("import_issues", Schemas.Inventory);
        builder.Property(i => i.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(i => new { i.RestaurantId, i.ImportId, i.Id });
    }

    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        builder.ToTable("import_changes", Schemas.Inventory);
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(c => new { c.RestaurantId, c.ImportId, c.ItemId });
    }

    public void Configure(EntityTypeBuilder<ImportEdit> builder)
    {
        builder.ToTable("import_edits", Schemas.Inventory);
        builder.HasKey(e => new { e.RestaurantId, e.ImportId, e.Line, e.Column });
    }

    public void Configure(EntityTypeBuilder<MappingMemory> builder)
    {
        builder.ToTable("mapping_memories", Schemas.Inventory);
        builder.HasKey(m => new { m.RestaurantId, m.Signature });
        builder.Property(m => m.Choices).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<ImportUndoItem> builder)
    {
        builder.ToTable("import_undo_items", Schemas.Inventory);
        builder.HasKey(u => new { u.RestaurantId, u.ImportId, u.ItemId });
    }
}
