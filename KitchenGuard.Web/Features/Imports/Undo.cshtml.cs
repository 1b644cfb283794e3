using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Web.Features.Imports.Undo;
using KitchenGuard.Web.Platform;
using KitchenGuard.Web.Platform.Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Says what the undo of an import will do, and starts it.</summary>
public sealed class UndoModel(KitchenGuardDbContext db, UndoImport undo, IStringLocalizer<Texts> texts) : PageModel
{
    public ImportLine Line { get; private set; } = null!;

    /// <summary>Why it cannot be undone.</summary>
    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await ImportLine.Of(db, db.Imports.Where(i => i.Id == id)).SingleOrDefaultAsync(ct) is not { } line)
        {
            return NotFound();
        }

        Line = line;
        Why = line.Status switch
        {
            ImportStatus.Undoing => "It is being undone.",
            ImportStatus.Undone => "It is undone already.",
            ImportStatus.Completed when !line.DryRun && line.Rows.Created + line.Rows.Updated > 0 => ImportErrors.TooLateToUndo.Message,
            _ => ImportErrors.NothingToUndo.Message,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var asked = await undo.RunAsync(id, ct);
        if (asked.Error is NotFoundError)
        {
            return NotFound();
        }

        if (asked.Error is ForbiddenError)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        this.KeepToast(asked.Error is { } error ? new Toast(texts[error.Message], IsError: true) : new Toast(texts["The import is being undone."]));
        return Redirect($"/imports/{id}");
    }
}
