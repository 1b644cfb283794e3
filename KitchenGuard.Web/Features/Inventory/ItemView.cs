using System.Globalization;
using KitchenGuard.Data.Inventory;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>A row of a list. Part of <see cref="ItemListRows"/>.</summary>
/// <param name="Item">The item.</param>
/// <param name="MayMove">Whether the reader may post its movements.</param>
/// <param name="MayEdit">Whether the reader may change it.</param>
/// <param name="TakesFocus">Whether the row was just changed and takes the focus.</param>
public sealed record ItemRow(ItemAnswer Item, bool MayMove, bool MayEdit, bool TakesFocus = false)
{
    /// <summary>The item's own page.</summary>
    public string Url => $"/items/{Item.Id}";

    /// <summary>Where its quick actions are.</summary>
    public string MoveUrl => $"/items/{Item.Id}/movements/new";
}

/// <summary>Rows of a list and what follows them. Model of <c>_Rows</c>.</summary>
public sealed record ItemListRows(Department Department, IReadOnlyList<ItemRow> Rows, string? NextUrl, bool IsFiltered, bool IsArchive, bool IsFirstPage)
{
    /// <summary>Columns of the list's table.</summary>
    public const int Columns = 7;

    /// <summary>Whether the reader may upload a file.</summary>
    public bool MayImport { get; init; }

    /// <summary>Whether the reader may add items.</summary>
    public bool MayEdit { get; init; }

    /// <summary>One row that changed, to take its own place.</summary>
    public static ItemListRows Of(ItemRow row) => new(row.Item.Department, [row], null, IsFiltered: false, IsArchive: false, IsFirstPage: false);
}

/// <summary>How items are written on pages: numbers in the restaurant's locale.</summary>
public static class ItemText
{
    /// <summary>A quantity without needless zeros.</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,0.######;\u2212#,0.######", CultureInfo.CurrentCulture);

    /// <summary>A sum of money with its currency, for example 1,234.50 EUR; four decimals where there are.</summary>
    public static string Money(decimal amount, string currency) =>
        amount.ToString(decimal.Round(amount, 2) == amount ? "N2" : "#,0.00##", CultureInfo.CurrentCulture) + "\u00a0" + currency;

    /// <summary>The list's name.</summary>
    public static string Of(this IStringLocalizer<Texts> texts, Department department) =>
        department == Department.Bar ? texts["Bar"] : texts["Kitchen"];

    /// <summary>What a field is called on pages.</summary>
    public static string OfField(this IStringLocalizer<Texts> texts, string field) => field switch
    {
        "name" => texts["Name"],
        "sku" => texts["SKU"],
        "barcode" => texts["Barcode"],
        "brand" => texts["Brand"],
        "category" => texts["Category"],
        "quantity" => texts["On hand"],
        "unit" => texts["Counted in"],
        "packSize" => texts["Pack size"],
        "caseSize" => texts["Units in a case"],
        "caseCost" => texts["Cost of a case"],
        "unitCost" => texts["Cost of a unit"],
        "salePrice" => texts["Sale price"],
        "parLevel" => texts["Par level"],
        "parCases" => texts["Par in cases"],
        "reorderPoint" => texts["Reorder point"],
        "supplier" => texts["Supplier"],
        "storageArea" => texts["Storage area"],
        "expiresOn" => texts["Expires on"],
        "lotCode" => texts["Lot code"],
        "bottleSize" => texts["Bottle size"],
        "abv" => texts["Alcohol, % vol."],
        _ => texts["Notes"],
    };

    /// <summary>The address of a list as asked for, without blank keys.</summary>
    internal static string ListUrl(Department department, ItemQuery query)
    {
        var keys = new Dictionary<string, string?>
        {
            ["q"] = query.Q,
            ["category"] = query.Category,
            ["supplier"] = query.Supplier,
            ["low"] = query.Low == true ? "true" : null,
            ["uncounted"] = query.Uncounted == true ? "true" : null,
            ["archived"] = query.Archived == true ? "true" : null,
            ["sort"] = query.Sort is "name" ? null : query.Sort,
            ["cursor"] = query.Cursor,
        };
        return QueryHelpers.AddQueryString("/" + department.Word(), keys.Where(key => !string.IsNullOrWhiteSpace(key.Value)));
    }
}
