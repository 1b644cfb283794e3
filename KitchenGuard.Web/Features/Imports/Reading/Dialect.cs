namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Delimiters as people write them.</summary>
internal static class Dialect
{
    internal static string Unescape(string delimiter) => delimiter.ToLowerInvariant() switch
    {
        "\\t" or "tab" => "\t",
        "comma" => ",",
        "semicolon" => ";",
        "pipe" => "|",
        "space" => " ",
        _ => delimiter,
    };

    internal static bool IsDelimiter(string delimiter) =>
        delimiter.Length is >= 1 and <= 4 && !delimiter.Any(c => char.IsLetterOrDigit(c) || c is '"' or '\r' or '\n' or '\0' or '\uFEFF');
}
