using System.Text.Json;
using KitchenGuard.Data;
using KitchenGuard.Data.Imports;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;
using Microsoft.EntityFrameworkCore;

namespace KitchenGuard.Web.Features.Imports.Review;

/// <summary>Decides how an upload is read, by its content and by what was said about it: at first, and again whenever more is said.</summary>
public sealed class PlanFile(KitchenGuardDbContext db)
{
    /// <summary>Reads the whole upload once or twice.</summary>
    /// <param name="content">From its first byte; it stays open.</param>
    /// <param name="contentType"><see cref="ImportContent.Csv"/> or <see cref="ImportContent.Json"/>.</param>
    /// <param name="options">What was said; never detected again.</param>
    /// <param name="department">The list it is for.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Inspection>> RunAsync(
        Stream content, string contentType, ImportOptions options, Department department, CancellationToken ct)
    {
        if (options.FindFault() is { } fault)
        {
            return ImportErrors.Options(fault);
        }

        if (contentType == ImportContent.Json && options.IsOfText)
        {
            return ImportErrors.Options("Rows name their fields themselves: options about columns, sheets and how a text is written are for files.");
        }

        var restaurant = await db.Restaurants.AsNoTracking().SingleAsync(ct);
        if (contentType != ImportContent.Json)
        {
            return await FileInspector.InspectAsync(content, options, department.Word(), restaurant.Currency, restaurant.Locale, ct);
        }

        var plan = JsonRows.Plan(options, department.Word(), restaurant.Currency, restaurant.Locale);
        try
        {
            return await JsonRows.InspectAsync(content, plan, ct);
        }
        catch (JsonException)
        {
            return ImportErrors.NotRows;
        }
    }

    /// <summary>What was found about the file as a whole, as the import keeps it through all its runs.</summary>
    internal static IEnumerable<ImportIssue> General(Guid restaurantId, Guid importId, IEnumerable<FoundIssue> notices) => notices.Select(notice => new ImportIssue
    {
        RestaurantId = restaurantId,
        ImportId = importId,
        Line = notice.Line,
        Column = notice.Column,
        Field = notice.Field,
        Value = notice.Value,
        Severity = JsonNamingPolicy.CamelCase.ConvertName(notice.Severity.ToString()),
        Code = notice.Code,
        Message = notice.Message,
        IsGeneral = true,
    });
}
