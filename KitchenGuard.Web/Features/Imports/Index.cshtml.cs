using KitchenGuard.Data;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>All imports, newest first.</summary>
public sealed class IndexModel(KitchenGuardDbContext db) : PageModel
{
    private const int PageSize = 30;

    public ImportLines Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken ct)
    {
        var lines = ImportLine.Of(db);
        if (before is { } last)
        {
            lines = lines.Where(line => line.Id < last);
        }

        var page = await lines.Take(PageSize + 1).ToListAsync(ct);
        Lines = new ImportLines([.. page.Take(PageSize)], page.Count > PageSize ? $"/imports?before={page[PageSize - 1].Id}" : null);
        return Request.WantsFragment() ? this.Fragment("_Lines", Lines) : Page();
    }
}

/// <summary>A page of imports. Model of <c>_Lines</c>.</summary>
public sealed record ImportLines(IReadOnlyList<ImportLine> Lines, string? NextUrl);
