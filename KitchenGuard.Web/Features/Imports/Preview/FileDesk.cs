using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>Where a file is laid: the draft, the list, and the page that asks.</summary>
/// <param name="DraftId">The draft's id, from its cookie.</param>
/// <param name="Department">The list the file is for.</param>
/// <param name="Url">The page's address, which has the handlers Upload, Read, Remove and Check.</param>
/// <param name="MostBytes">Bytes a file may have there.</param>
/// <param name="Currency">The restaurant's, ISO 4217.</param>
/// <param name="Locale">The restaurant's.</param>
/// <param name="Zone">Where its clock is.</param>
public sealed record FilePlace(Guid DraftId, Department Department, string Url, long MostBytes, string Currency, string Locale, TimeZoneInfo Zone);

/// <summary>What the sign-up does with a file; each answers with the panel as it is then.</summary>
public sealed class FileDesk(FilePanels panels, LayFile layFile, ChangeReading changeReading, SwapFiles swapFiles, RemoveFile removeFile)
{
    /// <summary>The panel as it is.</summary>
    public async Task<FilePanel> ShowAsync(FilePlace place, CancellationToken ct) => new(place.Department, place.Url, place.MostBytes)
    {
        File = await panels.FindAsync(place.DraftId, place.Department, ct),
        Zone = place.Zone,
    };

    /// <summary>Lays the uploaded file.</summary>
    public async Task<FilePanel> LayAsync(FilePlace place, IFormFile? file, CancellationToken ct)
    {
        var laid = await layFile.RunAsync(place.DraftId, place.Department, file, place.MostBytes, place.Currency, place.Locale, ct);
        return await AnswerAsync(place, laid.Error, "", ct);
    }

    /// <summary>Reads the file anew by what the form says.</summary>
    public async Task<FilePanel> ReadAsync(FilePlace place, IFormCollection form, CancellationToken ct)
    {
        var changed = await changeReading.RunAsync(place.DraftId, place.Department, ReadingChoices.From(form, place.Zone), place.Currency, place.Locale, ct);
        return await AnswerAsync(place, changed.Error, changed.Error is null ? changed.Value : "", ct);
    }

    /// <summary>Gives the file to the other list, and that list's file, if there is one, to this.</summary>
    public async Task<FilePanel> SwapAsync(FilePlace place, CancellationToken ct)
    {
        await swapFiles.RunAsync(place.DraftId, place.Currency, place.Locale, ct);
        return await ShowAsync(place, ct);
    }

    /// <summary>Takes the file away.</summary>
    public async Task<FilePanel> RemoveAsync(FilePlace place, CancellationToken ct)
    {
        await removeFile.RunAsync(place.DraftId, place.Department, ct);
        return await ShowAsync(place, ct);
    }

    private async Task<FilePanel> AnswerAsync(FilePlace place, Error? error, string focus, CancellationToken ct) =>
        await ShowAsync(place, ct) with { Problem = error?.Message, Focus = focus };
}
