using System.Reflection;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Auditing;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Data.Stock;
using KitchenGuard.Data.Tenancy;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Data;

/// <summary>
/// All of KitchenGuard's tables. Tenant tables are filtered by the named filter <see cref="TenantFilter"/>, which shows nothing while
/// no restaurant was entered, and once more by PostgreSQL's row-level security.
/// </summary>
public sealed class KitchenGuardDbContext : IdentityUserContext<User, Guid>, IDataProtectionKeyContext
{
    /// <summary>The name of the filter that keeps restaurants apart. Nothing ignores it.</summary>
    public const string TenantFilter = "Tenant";

    private readonly Tenant _tenant;

    /// <summary>Makes one; dependency injection does.</summary>
    public KitchenGuardDbContext(DbContextOptions<KitchenGuardDbContext> options, Tenant tenant)
        : base(options)
    {
        _tenant = tenant;
        // The restaurant is said at the beginning of the transaction.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    /// <summary>The restaurant that queries see and that rows are written for.</summary>
    public Guid? RestaurantId => _tenant.RestaurantId;

    public DbSet<Restaurant> Restaurants => Set<Restaurant>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<PasswordResetToken> PasswordResetTokens => Set<PasswordResetToken>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<SharedDevice> SharedDevices => Set<SharedDevice>();

    public DbSet<DevicePin> DevicePins => Set<DevicePin>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<EmailProof> EmailProofs => Set<EmailProof>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<OperatorEntry> OperatorEntries => Set<OperatorEntry>();

    public DbSet<RegistrationDraft> RegistrationDrafts => Set<RegistrationDraft>();

    public DbSet<DraftFile> DraftFiles => Set<DraftFile>();

    public DbSet<InventoryItem> Items => Set<InventoryItem>();

    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<StorageArea> StorageAreas => Set<StorageArea>();

    public DbSet<Lot> Lots => Set<Lot>();

    public DbSet<ItemEdit> ItemEdits => Set<ItemEdit>();

    public DbSet<StockMovement> Movements => Set<StockMovement>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<UploadChunk> UploadChunks => Set<UploadChunk>();

    public DbSet<ImportProgress> ImportProgress => Set<ImportProgress>();

    public DbSet<ImportIssue> ImportIssues => Set<ImportIssue>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<ImportEdit> ImportEdits => Set<ImportEdit>();

    public DbSet<MappingMemory> MappingMemories => Set<MappingMemory>();

    public DbSet<ImportUndoItem> ImportUndoItems => Set<ImportUndoItem>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    /// <summary>Keys of ASP.NET Core Data Protection, shared by all instances.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KitchenGuardDbContext).Assembly);

        var filter = typeof(KitchenGuardDbContext).GetMethod(nameof(FilterByTenant), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var type in builder.Model.GetEntityTypes().Where(t => t.BaseType is null && typeof(ITenantOwned).IsAssignableFrom(t.ClrType)))
        {
            if (type.ClrType != typeof(Restaurant))
            {
                filter.MakeGenericMethod(type.ClrType).Invoke(this, [builder]);
            }
        }

        builder.Entity<Restaurant>().HasQueryFilter(TenantFilter, r => r.Id == RestaurantId);
    }

    private void FilterByTenant<T>(ModelBuilder builder)
        where T : class, ITenantOwned =>
        builder.Entity<T>().HasQueryFilter(TenantFilter, e => e.RestaurantId == RestaurantId);
}
