using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform.Tenancy;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>
/// Who may do what: the table of DESIGN.md §2 and the settings that widen it, in one place. Whole pages and routes that need a rank ask for it by
/// policy; whatever depends on a department or a column asks here.
/// </summary>
public static class Rights
{
    /// <summary>The policy of what only owners and managers do: import, export, members, settings.</summary>
    public const string Managing = "Managing";

    /// <summary>The policy of what only owners do: ownership.</summary>
    public const string Owning = "Owning";

    /// <summary>Whether the user sees a department's items and movements.</summary>
    public static bool Sees(this CurrentUser user, Department department) =>
        user.Role is Role.Owner or Role.Manager or Role.Viewer || user.Role.IsStaffOf(department) || user.Opens(Openings.BothDepartments);

    /// <summary>The departments the user sees, the own one first.</summary>
    public static IReadOnlyList<Department> SeenDepartments(this CurrentUser user) =>
        [.. new[] { Department.Kitchen, Department.Bar }.Where(user.Sees).OrderByDescending(department => user.Role.IsStaffOf(department))];

    /// <summary>Whether the user posts movements of a department.</summary>
    public static bool Moves(this CurrentUser user, Department department) => user.Role.WorksIn(department);

    /// <summary>Whether the user changes items of a department: nobody does on a shared device.</summary>
    public static bool Edits(this CurrentUser user, Department department) => user.Role.WorksIn(department) && !user.IsOnSharedDevice;

    /// <summary>Whether somebody of the role works with a department's stock.</summary>
    public static bool WorksIn(this Role role, Department department) => role is Role.Owner or Role.Manager || role.IsStaffOf(department);

    /// <summary>The role of a department's staff.</summary>
    public static Role StaffOf(Department department) => department == Department.Kitchen ? Role.KitchenStaff : Role.BarStaff;

    /// <summary>Whether the user sees costs and values.</summary>
    public static bool SeesCosts(this CurrentUser user) => user.Role switch
    {
        Role.Owner or Role.Manager => true,
        Role.Viewer => user.Opens(Openings.ViewerCosts),
        _ => user.Opens(Openings.StaffCosts),
    };

    /// <summary>Whether the user imports, exports, and looks after members and settings.</summary>
    public static bool Manages(this CurrentUser user) => user.Role is Role.Owner or Role.Manager;

    /// <summary>Whether somebody of this role invites, changes and removes people of the other, and makes others it.</summary>
    public static bool Manages(this Role role, Role other) => role == Role.Owner || (role == Role.Manager && other is not (Role.Owner or Role.Manager));

    /// <summary>Registers the policies. They look at the claim of pages and of tokens alike.</summary>
    internal static IServiceCollection AddRights(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Managing, policy => policy.RequireClaim(KitchenGuardClaims.Role, nameof(Role.Owner), nameof(Role.Manager)))
        .AddPolicy(Owning, policy => policy.RequireClaim(KitchenGuardClaims.Role, nameof(Role.Owner))).Services;

    private static bool IsStaffOf(this Role role, Department department) =>
        role == StaffOf(department);
}
