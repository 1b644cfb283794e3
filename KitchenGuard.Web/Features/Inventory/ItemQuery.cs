using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using KitchenGuard.Data.Inventory;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>What a list is asked for, by page and API alike.</summary>
public sealed record ItemQuery
{
    /// <summary>Terms that all have to occur in name, sku, barcode, brand, category or supplier; case, accents and order do not matter.</summary>
    [StringLength(200, ErrorMessage = "Search for at most 200 characters.")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>A category, exactly as written.</summary>
    [StringLength(120)]
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>A supplier's name, in any case.</summary>
    [StringLength(120)]
    [FromQuery(Name = "supplier")]
    public string? Supplier { get; init; }

    /// <summary>Only what has run low.</summary>
    [FromQuery(Name = "low")]
    public bool? Low { get; init; }

    /// <summary>Only what nobody has counted yet.</summary>
    [FromQuery(Name = "uncounted")]
    public bool? Uncounted { get; init; }

    /// <summary>Only what was archived, instead of what is on the list.</summary>
    [FromQuery(Name = "archived")]
    public bool? Archived { get; init; }

    /// <summary>name (default), quantity, category, unitCost or value; a leading - turns it round.</summary>
    [FromQuery(Name = "sort")]
    public string? Sort { get; init; }

    /// <summary>Rows of a page, 1 to 200; default 50.</summary>
    [Range(1, 200, ErrorMessage = "The limit is 1 to 200.")]
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The last page's next.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>The terms as patterns for LIKE.</summary>
    internal string[] Patterns() =>
        SearchFold.Fold(Q).Replace("\0", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(10)
            .Select(term => $"%{term.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal)
                .Replace("_", @"\_", StringComparison.Ordinal)}%")
            .ToArray();
}

/// <summary>Where a page ended: the sort it belongs to, the last row's sort value and id. Opaque outside.</summary>
internal sealed record ItemCursor(string Sort, string Value, Guid Id)
{
    private const char Separator = '\u001f';

    public string Encode() => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Join(Separator, Sort, Id.ToString("N"), Value)));

    /// <summary>Null when it is not a cursor of this sort.</summary>
    public static ItemCursor? Decode(string text, ItemSort sort)
    {
        try
        {
            var parts = new UTF8Encoding(false, true).GetString(WebEncoders.Base64UrlDecode(text)).Split(Separator, 3);
            return parts.Length == 3 && parts[0] == sort.Word && Guid.TryParseExact(parts[1], "N", out var id) && sort.IsValue(parts[2])
                ? new ItemCursor(sort.Word, parts[2], id)
                : null;
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>A list's order.</summary>
/// <param name="Word">As asked for: the API's field name, with a leading - when it is turned round.</param>
/// <param name="Key">The word of inventory.search_items.</param>
/// <param name="Expression">The sort value in SQL.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="IsNumber">Whether the value is a number.</param>
internal sealed record ItemSort(string Word, string Key, string Expression, bool Descending, bool IsNumber)
{
    public bool IsByName => Key == "name" && !Descending;

    public bool IsOfCosts => Key is "unitCost" or "value";

    public bool IsValue(string text) => IsNumber
        ? decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        : !text.Contains('\0', StringComparison.Ordinal);

    public static ItemSort? Parse(string? text)
    {
        var word = string.IsNullOrWhiteSpace(text) ? "name" : text.Trim();
        var descending = word[0] == '-';
        var (key, expression, isNumber) = word.TrimStart('-') switch
        {
            "name" => ("name", "i.name_sort", false),
            "quantity" or "onHand" => ("onHand", "coalesce(i.on_hand, 0)", true),
            "category" => ("category", "coalesce(i.category, '')", false),
            "unitCost" => ("unitCost", "coalesce(i.unit_cost, 0)", true),
            "value" => ("value", "(coalesce(i.on_hand, 0) * coalesce(i.unit_cost, 0))", true),
            _ => ("", "", false),
        };
        return key.Length == 0 ? null : new ItemSort(word, key, expression, descending, isNumber);
    }
}
