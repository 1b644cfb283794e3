using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform.Forms;

namespace KitchenGuard.Web.Features.Accounts.Members;

/// <summary>What a new person says to join; the address is the invitation's.</summary>
public record AcceptInput
{
    [Required(ErrorMessage = "Enter your name."), StringLength(120, ErrorMessage = "Use at most 120 characters."), PlainText]
    public string? FullName { get; init; }

    [Required(ErrorMessage = "Choose a password."), DataType(DataType.Password)]
    [StringLength(BcryptPasswordHasher.MaxLength, MinimumLength = 10, ErrorMessage = "Use 10 to 128 characters.")]
    public string? Password { get; init; }
}
