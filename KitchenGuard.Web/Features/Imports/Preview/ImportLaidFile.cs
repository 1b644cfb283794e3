using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>Imports the file that lies on the upload page, as the preview showed it.</summary>
public sealed class ImportLaidFile(KitchenGuardDbContext db, StartImport startImport)
{
    /// <summary>Starts the import. Sent twice, the second finds no file any more.</summary>
    /// <returns>The import; or NothingLaid, or the sentence why the file cannot be imported as it is.</returns>
    public async Task<Result<Import>> RunAsync(Guid draftId, Department department, Guid userId, CancellationToken ct)
    {
        var file = await db.DraftFiles.AsNoTracking().SingleOrDefaultAsync(f => f.DraftId == draftId && f.Department == department, ct);
        if (file is null)
        {
            return ImportErrors.NothingLaid;
        }

        if (file.Refusal is not null || file.Plan is null)
        {
            return ImportErrors.Options(file.Refusal ?? ImportErrors.NothingLaid.Message);
        }

        // Whoever takes the file away imports it.
        if (await db.DraftFiles.Where(f => f.Id == file.Id).ExecuteDeleteAsync(ct) == 0)
        {
            return ImportErrors.NothingLaid;
        }

        using var content = new MemoryStream(file.Content, writable: false);
        var options = ReadPlan.FromJson(file.Plan).Options;
        return await startImport.RunAsync(new NewImport(department, file.FileName, ImportContent.Csv, content, options), userId, ct);
    }
}
