using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Reads an upload of the API: a raw body, a form with the part <c>file</c>, or a JSON array; options beside it.</summary>
internal static class ImportRequest
{
    /// <summary>The largest body, with room for the parts of a form around the file.</summary>
    public const long MaxBytes = ImportContent.MaxBytes + (1 << 20);

    public static async Task<Result<NewImport>> ReadAsync(HttpRequest request, Department department, CancellationToken ct)
    {
        if (request.ContentLength > MaxBytes)
        {
            return ImportErrors.TooLarge;
        }

        var options = OptionsJson.Read(request.Query.Where(q => q.Key is not ("fileName" or "mends")).Select(q => KeyValuePair.Create(q.Key, q.Value.ToString())));
        if (request.HasFormContentType)
        {
            var form = await FormReading.ReadAsync(request, MaxBytes, ct);
            if (form.Files["file"] is not { } file)
            {
                return ImportErrors.NoFile;
            }

            if (form.Files.Count > 1)
            {
                return ImportErrors.OneFile;
            }

            if (form.TryGetValue("options", out var text))
            {
                options = OptionsJson.Read(text.ToString());
            }

            return options.Error ?? await SpoolAsync(request, file.OpenReadStream(), department, file.FileName, ImportContent.Csv, options, ct);
        }

        var isJson = request.HasJsonContentType();
        return options.Error ?? await SpoolAsync(
            request, request.Body, department, request.Query["fileName"].FirstOrDefault() ?? (isJson ? "rows.json" : "upload.csv"),
            isJson ? ImportContent.Json : ImportContent.Csv, options, ct);
    }

    private static async Task<Result<NewImport>> SpoolAsync(
        HttpRequest request, Stream body, Department department, string fileName, string contentType, Result<ImportOptions> options, CancellationToken ct)
    {
        Guid? mended = null;
        if (request.Query["mends"].ToString() is { Length: > 0 } said)
        {
            if (!Guid.TryParse(said, out var mends))
            {
                return ImportErrors.NothingToMend;
            }

            mended = mends;
        }

        var content = await ImportContent.SpoolAsync(body, ct);
        return content.Error is { } error ? error : new NewImport(department, fileName, contentType, content.Value, options.Value, mended);
    }
}
