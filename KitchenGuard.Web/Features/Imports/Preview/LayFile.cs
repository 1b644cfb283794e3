using KitchenGuard.Data;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>Lays a file beside a draft, in the place of the department's file before it, and decides how it is read.</summary>
public sealed class LayFile(KitchenGuardDbContext db, ReadDraftFile read)
{
    /// <summary>Lays the file. One that cannot be a stock list is laid too, with the sentence that says why.</summary>
    /// <param name="draftId">The draft's id, from its cookie.</param>
    /// <param name="department">The list it is for.</param>
    /// <param name="upload">What the form sent; null when nothing was chosen.</param>
    /// <param name="most">Bytes it may have.</param>
    /// <param name="currency">The restaurant's.</param>
    /// <param name="locale">The restaurant's.</param>
    /// <param name="ct">Cancels; the file before stays.</param>
    public async Task<Result<Done>> RunAsync(
        Guid draftId, Department department, IFormFile? upload, long most, string currency, string locale, CancellationToken ct)
    {
        if (upload is null)
        {
            return ImportErrors.NoneChosen;
        }

        if (upload.Length > most)
        {
            return ImportErrors.LargerThan(most);
        }

        var content = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, ct);
        }

        var file = new DraftFile
        {
            Id = Guid.CreateVersion7(), DraftId = draftId, Department = department, FileName = ImportContent.DisplayName(upload.FileName), Content = content,
        };
        await ReadDraftFile.RunAsync(file, new ImportOptions(), currency, locale, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two tabs may lay a file at once: the draft's row lets one wait for the other.
        await db.RegistrationDrafts.Where(d => d.Id == draftId).ExecuteUpdateAsync(set => set.SetProperty(d => d.ExpiresAt, d => d.ExpiresAt), ct);
        await db.DraftFiles.Where(f => f.DraftId == draftId && f.Department == department).ExecuteDeleteAsync(ct);
        db.DraftFiles.Add(file);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        read.EnqueueCheck(file);
        return default(Done);
    }
}
