using Hangfire;
using KitchenGuard.Data.Accounts;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Web.Features.Imports.Preview;

/// <summary>Decides how a laid file is read and has the whole of it checked in the background.</summary>
public sealed class ReadDraftFile(IBackgroundJobClient jobs, ILogger<ReadDraftFile> logger)
{
    /// <summary>Sets the file's plan, refusal and notices.</summary>
    /// <param name="file">The file; the caller saves it.</param>
    /// <param name="options">What was said about it.</param>
    /// <param name="currency">The restaurant's.</param>
    /// <param name="locale">The restaurant's.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RunAsync(DraftFile file, ImportOptions options, string currency, string locale, CancellationToken ct)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var inspection = await FileInspector.InspectAsync(content, options, file.Department.Word(), currency, locale, ct);
        file.Plan = inspection.Plan?.ToJson();
        file.Refusal = inspection.Refusal?.Message;
        file.CheckResult = new FileFindings(inspection.Notices, null).ToJson();
    }

    /// <summary>Hands the file to <see cref="CheckDraftFile"/>, after it was saved.</summary>
    public void EnqueueCheck(DraftFile file)
    {
        if (file.Refusal is not null || file.Plan is null)
        {
            return;
        }

        try
        {
            jobs.Enqueue<CheckDraftFile>(job => job.RunAsync(file.Id, CancellationToken.None));
        }
        catch (BackgroundJobClientException exception)
        {
            ImportsLog.CheckNotEnqueued(logger, exception, file.Id);
        }
    }
}
