using System.Globalization;
using System.Text.Json;
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

        var options = ReadOptions(request.Query.Select(q => new KeyValuePair<string, string?>(q.Key, q.Value)));
        if (request.HasFormContentType)
        {
            var form = await FormReading.ReadAsync(request, MaxBytes, ct);
            if (form.Files["file"] is not { } file)
            {
                return ImportErrors.NoFile;
            }

            if (form.TryGetValue("options", out var text))
            {
                options = ReadOptions(text.ToString());
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
        var content = await ImportContent.SpoolAsync(body, ct);
        return content.Error is { } error ? error : new NewImport(department, fileName, contentType, content.Value, options.Value, Guid.TryParse(request.Query["mends"], out var mends) ? mends : null);
    }

    private static Result<ImportOptions> ReadOptions(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportOptions>(json, ReadPlan.Json) ?? new ImportOptions();
        }
        catch (JsonException)
        {
            return ImportErrors.Options("The options are not the JSON object that the documentation describes.");
        }
    }

    // Query parameters say the same as the JSON part: they are put into one and read by the same rules.
    private static Result<ImportOptions> ReadOptions(IEnumerable<KeyValuePair<string, string?>> query)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in query)
            {
                switch (name)
                {
                    case "sheet" or "encoding" or "delimiter" or "quote" or "decimalMark" or "dateOrder" or "prices" or "quantities" or "badCells" or "blanks" or "mode" or "countedAt" or "pivot" or "pivotField":
                        json.WriteString(name, value);
                        break;
                    case "headerLine" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var line):
                        json.WriteNumber(name, line);
                        break;
                    case "atomic" or "dryRun" or "firstTableOnly" when bool.TryParse(value, out var flag):
                        json.WriteBoolean(name, flag);
                        break;
                    case "headerLine" or "atomic" or "dryRun" or "firstTableOnly":
                        return ImportErrors.Options($"“{value}” is no value for {name}.");
                    case "mapping" or "pivotColumns" or "values" or "only":
                        try
                        {
                            using var mapping = JsonDocument.Parse(value ?? "");
                            json.WritePropertyName(name);
                            mapping.RootElement.WriteTo(json);
                        }
                        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
                        {
                            // Half a character is found out only when it is written.
                            return ImportErrors.Options($"“{name}” is not the JSON that the documentation describes.");
                        }

                        break;
                }
            }

            json.WriteEndObject();
        }

        return ReadOptions(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
