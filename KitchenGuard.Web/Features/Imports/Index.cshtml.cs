using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>All imports, newest first.</summary>
public sealed class IndexModel(KitchenGuardDbContext db) : PageModel
{
    private const int PageSize = 30;

    /// <summary><c>kitchen</c> or <c>bar</c>; else both.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    /// <summary><c>running</c>, <c>rejected</c>, <c>failed</c>, <c>cancelled</c> or <c>undone</c>; else all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public ImportLines Lines { get; private set; } = null!;

    /// <summary>Something else than everything is asked for.</summary>
    public bool IsFiltered => List is "kitchen" or "bar" || State is "running" or "rejected" or "failed" or "cancelled" or "undone";

    public async Task<IActionResult> OnGetAsync(Guid? before, CancellationToken ct)
    {
        var imports = Filter(db.Imports);
        if (before is { } last)
        {
            imports = imports.Where(i => i.Id < last);
        }

        var page = await ImportLine.Of(db, imports.OrderByDescending(i => i.Id).Take(PageSize + 1)).ToListAsync(ct);
        Lines = new ImportLines([.. page.Take(PageSize)], page.Count > PageSize ? Address(page[PageSize - 1].Id) : null);
        if (!Request.WantsFragment())
        {
            return Page();
        }

        if (before is not null)
        {
            return this.Fragment("_Lines", Lines);
        }

        Response.ReplaceUrl(Address(null));
        return this.Fragment("_History", this);
    }

    private IQueryable<Import> Filter(IQueryable<Import> imports)
    {
        if (DepartmentNames.TryParse(List, out var department))
        {
            imports = imports.Where(i => i.Department == department);
        }

        return State switch
        {
            "running" => imports.Where(i => i.Status == ImportStatus.Pending || i.Status == ImportStatus.Running || i.Status == ImportStatus.Undoing),
            "rejected" => imports.Where(i => i.Status == ImportStatus.Completed && i.RowsRejected > 0),
            "failed" => imports.Where(i => i.Status == ImportStatus.Failed),
            "cancelled" => imports.Where(i => i.Status == ImportStatus.Cancelled),
            "undone" => imports.Where(i => i.Status == ImportStatus.Undone),
            _ => imports,
        };
    }

    private string Address(Guid? before)
    {
        (string Name, string? Value)[] parts = [("list", List), ("state", State), ("before", before?.ToString())];
        return "/imports" + QueryString.Create(parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => KeyValuePair.Create(p.Name, p.Value)));
    }
}

/// <summary>A page of imports. Model of <c>_Lines</c>.</summary>
public sealed record ImportLines(IReadOnlyList<ImportLine> Lines, string? NextUrl);
