using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenGuard.Data.Auditing;

internal sealed class AuditTables : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<OperatorEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries", Schemas.Auth);
        builder.Property(e => e.UserName).HasMaxLength(120);
        builder.Property(e => e.Address).HasMaxLength(45);
        builder.Property(e => e.Action).HasMaxLength(60);
        builder.Property(e => e.Subject).HasMaxLength(200);
        builder.Property(e => e.Before).HasColumnType("jsonb");
        builder.Property(e => e.After).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.RestaurantId, e.Id });
    }

    public void Configure(EntityTypeBuilder<OperatorEntry> builder)
    {
        builder.ToTable("operator_entries", Schemas.Auth);
        builder.Property(e => e.UserName).HasMaxLength(120);
        builder.Property(e => e.Address).HasMaxLength(45);
        builder.Property(e => e.Action).HasMaxLength(60);
        builder.Property(e => e.Subject).HasMaxLength(200);
        builder.Property(e => e.Reason).HasMaxLength(500);
        builder.HasIndex(e => new { e.SubjectId, e.Id });
    }
}
