using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KitchenGuard.Data.Accounts;

internal sealed class IdentityTables :
    IEntityTypeConfiguration<User>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>,
    IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users", Schemas.Auth);
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.FullName).HasMaxLength(120);
        // What was decided by an old password is not saved beside a new one.
        builder.Property(u => u.SecurityStamp).IsConcurrencyToken();
        builder.HasIndex(u => u.NormalizedUserName).HasDatabaseName("idx_users_username").IsUnique();
        builder.HasIndex(u => u.NormalizedEmail).HasDatabaseName("idx_users_email").IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("user_claims", Schemas.Auth);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) => builder.ToTable("user_logins", Schemas.Auth);

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) => builder.ToTable("user_tokens", Schemas.Auth);

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder) => builder.ToTable("user_passkeys", Schemas.Auth);

    public void Configure(EntityTypeBuilder<DataProtectionKey> builder) => builder.ToTable("data_protection_keys", Schemas.Auth);
}

internal sealed class RestaurantTables : IEntityTypeConfiguration<Restaurant>, IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Restaurant> builder)
    {
        builder.ToTable("restaurants", Schemas.Auth);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(120);
        builder.Property(r => r.Address).HasMaxLength(300);
        builder.Property(r => r.Phone).HasMaxLength(40);
        builder.Property(r => r.TimeZone).HasMaxLength(60);
        builder.Property(r => r.Currency).HasMaxLength(3);
        builder.Property(r => r.Locale).HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("members", Schemas.Auth);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Role).HasConversion<string>().HasColumnType("text");
        builder.HasIndex(m => new { m.RestaurantId, m.UserId }).IsUnique();
        builder.HasIndex(m => m.UserId);
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(m => m.RestaurantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations", Schemas.Auth);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.NormalizedEmail).HasMaxLength(254);
        builder.Property(i => i.Role).HasConversion<string>().HasColumnType("text");
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => new { i.RestaurantId, i.NormalizedEmail }).HasDatabaseName("ix_invitations_open").IsUnique().HasFilter("accepted_at is null");
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(i => i.RestaurantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PasswordResetTables : IEntityTypeConfiguration<PasswordResetToken>
{
    public void Configure(EntityTypeBuilder<PasswordResetToken> builder)
    {
        builder.ToTable("password_reset_tokens", Schemas.Auth);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(t => t.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SessionTables :
    IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<RefreshToken>,
    IEntityTypeConfiguration<SharedDevice>,
    IEntityTypeConfiguration<DevicePin>,
    IEntityTypeConfiguration<EmailProof>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions", Schemas.Auth);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasLowerCaseConversion();
        builder.Property(s => s.SecondFactor).HasLowerCaseConversion();
        builder.Property(s => s.Agent).HasMaxLength(300);
        builder.Property(s => s.Address).HasMaxLength(45);
        builder.HasIndex(s => s.UserId);
        builder.HasIndex(s => s.ExpiresAt);
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.ToTable("refresh_tokens", Schemas.Auth);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasOne<Session>().WithMany().HasForeignKey(t => t.SessionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SharedDevice> builder)
    {
        builder.ToTable("shared_devices", Schemas.Auth);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(60);
        builder.Property(d => d.Department).HasWordConversion();
        builder.HasIndex(d => d.TokenHash).IsUnique();
        builder.HasIndex(d => d.RestaurantId);
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(d => d.RestaurantId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DevicePin> builder)
    {
        builder.ToTable("device_pins", Schemas.Auth);
        builder.HasKey(p => new { p.RestaurantId, p.DeviceId, p.UserId });
        builder.HasOne<SharedDevice>().WithMany().HasForeignKey(p => p.DeviceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<EmailProof> builder)
    {
        builder.ToTable("email_proofs", Schemas.Auth);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.HasIndex(p => p.TokenHash).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RequestKeyTable : IEntityTypeConfiguration<RequestKey>
{
    public void Configure(EntityTypeBuilder<RequestKey> builder)
    {
        builder.ToTable("request_keys", Schemas.Auth);
        builder.HasKey(k => new { k.RestaurantId, k.UserId, k.Key });
        builder.Property(k => k.Key).HasMaxLength(200);
        builder.HasIndex(k => new { k.RestaurantId, k.CreatedAt });
        builder.HasOne<Restaurant>().WithMany().HasForeignKey(k => k.RestaurantId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(k => k.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SecondFactorTables : IEntityTypeConfiguration<Authenticator>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("authenticators", Schemas.Auth);
        builder.HasKey(a => a.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes", Schemas.Auth);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasIndex(c => new { c.UserId, c.CodeHash }).IsUnique();
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RegistrationTables : IEntityTypeConfiguration<RegistrationDraft>, IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<RegistrationDraft> builder)
    {
        builder.ToTable("registration_drafts", Schemas.Auth);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.TokenHash).IsUnique();
        builder.HasIndex(d => d.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<DraftFile> builder)
    {
        builder.ToTable("draft_files", Schemas.Auth);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Department).HasWordConversion();
        builder.Property(f => f.FileName).HasMaxLength(100);
        builder.Property(f => f.Plan).HasColumnType("jsonb");
        builder.Property(f => f.CheckResult).HasColumnType("jsonb");
        builder.HasIndex(f => new { f.DraftId, f.Department }).IsUnique();
        builder.HasOne<RegistrationDraft>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MailTables : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("outgoing_mails", Schemas.Auth);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.CreatedAt).HasDatabaseName("ix_outgoing_mails_unsent").HasFilter("sent_at is null");
    }
}
