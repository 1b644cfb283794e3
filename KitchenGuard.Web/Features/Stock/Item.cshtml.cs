using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KitchenGuard.Web.Features.Stock;

/// <summary>An item and its ledger.</summary>
public sealed class ItemModel(ItemList list, Ledger ledger, CurrentUser user) : PageModel
{
    public ItemAnswer Item { get; private set; } = null!;

    public LedgerView Ledger { get; private set; } = null!;

    public bool MayEdit => user.Edits(Item.Department);

    public bool MayMove => user.Moves(Item.Department);

    public string Currency => user.Currency;

    public async Task<IActionResult> OnGetAsync(Guid id, string? cursor, CancellationToken ct)
    {
        if (await list.FindAsync(id, null, ct) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        var page = await ledger.ReadAsync(id, cursor, null, ct);
        if (page.Error is not null)
        {
            return Redirect($"/items/{id}");
        }

        Ledger = new LedgerView(item, page.Value, MayMove);
        return Request.WantsFragment() ? this.Fragment("_Ledger", Ledger) : Page();
    }

    /// <summary>The facts worth showing: those that are known.</summary>
    public IEnumerable<(string Field, string Text)> Facts() => new (string Field, string? Text)[]
    {
        ("category", Item.Category), ("brand", Item.Brand), ("supplier", Item.Supplier), ("storageArea", Item.StorageArea),
        ("reorderPoint", Quantity(Item.ReorderPoint)), ("parLevel", Quantity(Item.ParLevel)), ("parCases", Number(Item.ParCases)),
        ("caseSize", Number(Item.CaseSize)), ("packSize", Item.PackSize), ("bottleSize", Item.BottleSize), ("abv", Number(Item.Abv)),
        ("caseCost", Money(Item.CaseCost)), ("unitCost", Money(Item.UnitCost)), ("salePrice", Money(Item.SalePrice)),
        ("expiresOn", Item.ExpiresOn?.ToString("d", System.Globalization.CultureInfo.CurrentCulture)), ("lotCode", Item.LotCode),
        ("sku", Item.Sku), ("barcode", Item.Barcode), ("notes", Item.Notes),
    }.Where(fact => fact.Text is not null).Select(fact => (fact.Field, fact.Text!));

    private string? Quantity(decimal? quantity) => quantity is { } value ? $"{ItemText.Quantity(value)} {Item.Unit}" : null;

    private static string? Number(decimal? number) => number is { } value ? ItemText.Quantity(value) : null;

    private string? Money(decimal? amount) => amount is { } value ? ItemText.Money(value, Currency) : null;
}
