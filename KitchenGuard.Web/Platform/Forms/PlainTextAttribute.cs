using System.ComponentModel.DataAnnotations;

namespace KitchenGuard.Web.Platform.Forms;

/// <summary>Refuses control characters, which no one types and PostgreSQL's text does not take (NUL).</summary>
public sealed class PlainTextAttribute : ValidationAttribute
{
    public PlainTextAttribute() => ErrorMessage = "This has characters that cannot be shown. Type it again.";

    /// <summary>Takes line breaks and tabs.</summary>
    public bool AllowLines { get; init; }

    /// <inheritdoc />
    public override bool IsValid(object? value) =>
        value is not string text || !text.Any(c => char.IsControl(c) && !(AllowLines && c is '\n' or '\r' or '\t'));
}
