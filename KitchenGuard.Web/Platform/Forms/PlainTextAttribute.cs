using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace KitchenGuard.Web.Platform.Forms;

/// <summary>What can be seen of a text.</summary>
public static class PlainText
{
    // Joiners make letters of Persian and of Indian scripts what they are, and emoji.
    private const string Joiners = "\u200c\u200d";

    /// <summary>
    /// Whether all of it can be seen: neither control characters, which no one types and PostgreSQL's text does not take (NUL), nor such as are invisible
    /// or turn the direction around, which make two names look alike.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="allowLines">Takes line breaks and tabs.</param>
    public static bool IsPlain(string text, bool allowLines) => text.All(c =>
        CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control => allowLines && c is '\n' or '\r' or '\t',
            UnicodeCategory.Format => Joiners.Contains(c, StringComparison.Ordinal),
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => allowLines,
            _ => true,
        });
}

/// <summary>Refuses what cannot be seen: <see cref="PlainText.IsPlain"/>.</summary>
public sealed class PlainTextAttribute : ValidationAttribute
{
    public PlainTextAttribute() => ErrorMessage = "This has characters that cannot be shown. Type it again.";

    /// <summary>Takes line breaks and tabs.</summary>
    public bool AllowLines { get; init; }

    /// <inheritdoc />
    public override bool IsValid(object? value) => value is not string text || PlainText.IsPlain(text, AllowLines);
}

/// <summary>An address that mail can be sent to: a name of plain letters, digits and the usual signs, and a domain. Blanks around it do not matter.</summary>
public sealed class MailAddressAttribute() : RegularExpressionAttribute(
    @"^\s*[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\-]{1,64}@[\p{L}\p{M}\p{Nd}\-]{1,63}(\.[\p{L}\p{M}\p{Nd}\-]{1,63}){1,8}\s*$");
