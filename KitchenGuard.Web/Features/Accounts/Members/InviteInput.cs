using System.ComponentModel.DataAnnotations;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Web.Platform.Forms;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>Whom to invite, by page and API.</summary>
public sealed record InviteInput
{
    [Required(ErrorMessage = "Enter an e-mail address."), StringLength(254, ErrorMessage = "That is too long for an e-mail address."), PlainText]
    [MailAddress(ErrorMessage = "This does not look like an e-mail address: write it like name@example.com.")]
    public string? Email { get; init; }

    /// <summary>What the person will be.</summary>
    [Required(ErrorMessage = "Choose a role."), EnumDataType(typeof(Role), ErrorMessage = "Choose a role.")]
    public Role? Role { get; init; }
}
