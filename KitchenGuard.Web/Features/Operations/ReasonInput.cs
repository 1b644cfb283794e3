using System.ComponentModel.DataAnnotations;
using KitchenGuard.Web.Platform.Forms;

namespace KitchenGuard.Web.Features.Operations;

/// <summary>Why an operator does something, by page and API.</summary>
public record ReasonInput
{
    /// <summary>For the operators' log; the user and their restaurants do not see it.</summary>
    [Required(ErrorMessage = "Say why: it stays in the operators' log."), StringLength(500, MinimumLength = 5, ErrorMessage = "Use 5 to 500 characters."), PlainText(AllowLines = true)]
    [DataType(DataType.MultilineText)]
    public string? Reason { get; init; }
}

/// <summary>The same, for one session or all of them.</summary>
public sealed record EndSessionsInput : ReasonInput
{
    /// <summary>Which; null: all of the user's.</summary>
    public Guid? Session { get; init; }
}
