using KitchenGuard.Data.Accounts;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>How pages speak of roles.</summary>
public static class RoleNames
{
    /// <summary>The role's name.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, Role role) => role switch
    {
        Role.Owner => texts["Owner"],
        Role.Manager => texts["Manager"],
        Role.KitchenStaff => texts["Kitchen staff"],
        Role.BarStaff => texts["Bar staff"],
        _ => texts["Viewer"],
    };

    /// <summary>One sentence that says what the role may do.</summary>
    public static string Meaning(this IStringLocalizer<Texts> texts, Role role) => role switch
    {
        Role.Owner => texts["Everything, and decides who else is an owner or a manager."],
        Role.Manager => texts["All stock, costs, imports, exports and settings; invites staff and viewers."],
        Role.KitchenStaff => texts["Keeps the kitchen's stock."],
        Role.BarStaff => texts["Keeps the bar's stock."],
        _ => texts["Looks at both lists and changes nothing."],
    };
}

/// <summary>A choice among roles. Model of <c>_Roles</c>.</summary>
/// <param name="Name">The form field.</param>
/// <param name="Chosen">The one that is set.</param>
/// <param name="Choices">Those that whoever asks may give.</param>
/// <param name="Error">What is wrong, a whole sentence.</param>
public sealed record RoleChoice(string Name, Role? Chosen, IReadOnlyList<Role> Choices, string? Error = null);
