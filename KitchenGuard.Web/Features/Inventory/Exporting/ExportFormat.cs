using System.Globalization;
using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Inventory.Exporting;

/// <summary>A kind of file that a list is written as. All of them come back by an import without changing anything.</summary>
/// <param name="Word">How API and links name it.</param>
/// <param name="ContentType">Of the file.</param>
/// <param name="Extension">Of its name.</param>
public sealed record ExportFormat(string Word, string ContentType, string Extension)
{
    /// <summary>Commas between cells, decimal points.</summary>
    public static readonly ExportFormat Csv = new("csv", "text/csv; charset=utf-8", "csv");

    /// <summary>Semicolons between cells and decimal commas, as spreadsheet programs of most of Europe expect them.</summary>
    public static readonly ExportFormat CsvSemicolon = new("csv-semicolon", "text/csv; charset=utf-8", "csv");

    /// <summary>An Excel workbook with one sheet.</summary>
    public static readonly ExportFormat Xlsx = new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    /// <summary>The format of a word; a missing one means <see cref="Csv"/>.</summary>
    /// <returns>Null when there is none of that name.</returns>
    public static ExportFormat? Find(string? word) => word switch
    {
        null or "" or "csv" => Csv,
        "csv-semicolon" => CsvSemicolon,
        "xlsx" => Xlsx,
        _ => null,
    };

    /// <summary>The file's name: the list and the day (UTC).</summary>
    public string FileName(Department department, TimeProvider clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{department.Word()}-{clock.GetUtcNow():yyyy-MM-dd}.{Extension}");
}
