using KitchenGuard.Data;
using KitchenGuard.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Operations.Reading;

/// <summary>
/// All restaurants as operators see them. Its model names exactly the columns that the role kg_operator is granted, so a question that would need
/// another cannot be asked; nothing can be written by it.
/// </summary>
public sealed class OperatorDbContext(DbContextOptions<OperatorDbContext> options) : DbContext(options)
{
    public DbSet<SeenUser> Users => Set<SeenUser>();

    public DbSet<SeenPasskey> Passkeys => Set<SeenPasskey>();

    public DbSet<SeenSession> Sessions => Set<SeenSession>();

    public DbSet<SeenRestaurant> Restaurants => Set<SeenRestaurant>();

    public DbSet<SeenMember> Members => Set<SeenMember>();

    public DbSet<SeenItem> Items => Set<SeenItem>();

    public DbSet<SeenMovement> Movements => Set<SeenMovement>();

    public DbSet<SeenImport> Imports => Set<SeenImport>();

    public DbSet<OperatorEntry> Entries => Set<OperatorEntry>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SeenUser>().ToTable("users", "auth");
        modelBuilder.Entity<SeenPasskey>().ToTable("user_passkeys", "auth").HasNoKey();
        modelBuilder.Entity<SeenSession>().ToTable("sessions", "auth").Property(s => s.Kind).HasLowerCaseConversion();
        modelBuilder.Entity<SeenRestaurant>().ToTable("restaurants", "auth");
        modelBuilder.Entity<SeenMember>().ToTable("members", "auth").Property(m => m.Role).HasConversion<string>();
        modelBuilder.Entity<SeenItem>().ToTable("items", "inventory").Property(i => i.Department).HasLowerCaseConversion();
        modelBuilder.Entity<SeenMovement>().ToTable("stock_movements", "inventory");
        modelBuilder.Entity<SeenImport>(import =>
        {
            import.ToTable("imports", "inventory");
            import.Property(i => i.Department).HasLowerCaseConversion();
            import.Property(i => i.Status).HasLowerCaseConversion();
        });
        modelBuilder.Entity<OperatorEntry>().ToTable("operator_entries", "auth");
    }
}
