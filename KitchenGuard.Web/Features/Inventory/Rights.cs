using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>Who may do what with stock: the table of DESIGN.md, in one place. Settings of a restaurant that widen it come later.</summary>
public static class Rights
{
    /// <summary>Whether the role sees a department's items and movements.</summary>
    public static bool Sees(this Role role, Department department) => role is Role.Owner or Role.Manager or Role.Viewer || role.IsStaffOf(department);

    /// <summary>Whether the role posts movements and changes items of a department.</summary>
    public static bool Edits(this Role role, Department department) => role is Role.Owner or Role.Manager || role.IsStaffOf(department);

    /// <summary>Whether the role sees costs and values.</summary>
    public static bool SeesCosts(this Role role) => role is Role.Owner or Role.Manager;

    /// <summary>Whether the role imports and exports.</summary>
    public static bool Exports(this Role role) => role is Role.Owner or Role.Manager;

    private static bool IsStaffOf(this Role role, Department department) =>
        role == (department == Department.Kitchen ? Role.KitchenStaff : Role.BarStaff);
}
