using KitchenGuard.Data;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports;
using KitchenGuard.Web.Features.Inventory;
using KitchenGuard.Web.Platform.Htmx;
using KitchenGuard.Web.Platform.Tenancy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Dashboard;

/// <summary>What needs a look, what there is, what happened.</summary>
public sealed class IndexModel(StockFigures figures, KitchenGuardDbContext db, CurrentUser user, TimeProvider clock) : PageModel
{
    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    /// <summary>Imports of the last 30 days with rows that were not taken as they stand.</summary>
    public IReadOnlyList<ImportLine> ToDo { get; private set; } = [];

    public StockPanel Stock { get; private set; } = null!;

    public IReadOnlyList<RecentMovement> Movements { get; private set; } = [];

    /// <summary>Imports are shown to those who may start them.</summary>
    public bool MayImport => user.Manages();

    /// <summary>Where the user may add an item; null for somebody who only looks.</summary>
    public string? AddUrl => user.SeenDepartments().Where(user.Edits).Select(department => $"/{department.Word()}/new").FirstOrDefault();

    /// <summary>There is nothing at all yet.</summary>
    public bool IsEmpty => Stock.Lists.Count == 0 && Imports.Count == 0;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-30);
        var imports = MayImport ? await ImportLine.Of(db).Where(i => i.CreatedAt > since).Take(20).ToListAsync(ct) : [];
        Imports = [.. imports.Where((line, place) => line.IsRunning || place < 5)];
        ToDo = [.. imports.Where(line => line.NeedsLook).Take(5)];
        Stock = await ReadStockAsync(ct);
        Movements = await figures.RecentAsync(10, ct);
    }

    /// <summary>The figures anew, after an import has ended.</summary>
    public async Task<IActionResult> OnGetStockAsync(CancellationToken ct) =>
        Request.WantsFragment() ? this.Fragment("_Stock", await ReadStockAsync(ct)) : RedirectToPage();

    private async Task<StockPanel> ReadStockAsync(CancellationToken ct) => new(
        await figures.DepartmentsAsync(ct), await figures.LowestAsync(8, ct), user.Currency, user.SeesCosts());
}

/// <summary>The dashboard's figures. Model of <c>_Stock</c>.</summary>
public sealed record StockPanel(IReadOnlyList<DepartmentFigures> Lists, IReadOnlyList<LowItem> Low, string Currency, bool SeesCosts);
