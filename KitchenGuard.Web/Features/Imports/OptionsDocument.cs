using System.Text.Json.Nodes;
using KitchenGuard.Data.Inventory;
using KitchenGuard.Web.Features.Imports.Reading;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KitchenGuard.Web.Features.Imports;

/// <summary>Says in the API's document what the options of an import are: the endpoints read them themselves, so nothing else would.</summary>
internal static class OptionsDocument
{
    private const string Csv = "text/csv";
    private const string Form = "multipart/form-data";
    private const string Json = "application/json";

    /// <summary>The upload: a file as the body or in a form, or rows; the options beside it.</summary>
    internal static RouteHandlerBuilder DescribeUpload(this RouteHandlerBuilder builder) => builder.AddOpenApiOperationTransformer(async (operation, context, ct) =>
    {
        var options = await OptionsAsync(context, ct);
        operation.Parameters ??= [];
        foreach (var (name, schema) in options.Properties!)
        {
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = IsPlain(name) ? schema.Description : $"{schema.Description} As JSON.".Trim(),
                Schema = IsPlain(name) ? schema : new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        operation.Parameters.Add(Text("fileName", "What the file is called, where it is the body."));
        operation.Parameters.Add(Text("mends", "The import whose rejected rows the file mends."));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Csv] = new() { Schema = Binary() },
                [ImportContent.Workbook] = new() { Schema = Binary() },
                [Form] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string> { "file" },
                        Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Binary(), ["options"] = options },
                    },
                },
                [Json] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Array,
                        Description = "Rows: objects with the fields of an item.",
                        Items = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = ItemField.All.ToDictionary(field => field, IOpenApiSchema (_) => new OpenApiSchema()) },
                    },
                },
            },
        };
    }).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The change of a dry run: any of the options, and the list.</summary>
    internal static RouteHandlerBuilder DescribePatch(this RouteHandlerBuilder builder) => builder.AddOpenApiOperationTransformer(async (operation, context, ct) =>
    {
        var options = await OptionsAsync(context, ct);
        options.Properties!.Remove("dryRun");
        options.Properties["department"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetValues<Department>().Select(list => (JsonNode)list.Word())],
            Description = "The list it is for.",
        };
        options.Description = "What is to change; null takes back what was said.";
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { [Json] = new() { Schema = options } } };
    }).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<OpenApiSchema> OptionsAsync(OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(ImportOptions), null, ct);
        schema.Properties = schema.Properties!.Where(pair => OptionsJson.Types.ContainsKey(pair.Key)).ToDictionary();
        schema.Required = null;
        schema.Properties["mapping"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = schema.Properties["mapping"].Description,
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = new HashSet<string> { "column", "field" },
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["column"] = new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.String, Description = "From 1, or the header's text." },
                    ["field"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String | JsonSchemaType.Null, Enum = [.. ItemField.Choices.Select(field => (JsonNode)field)], Description = "Null leaves the column out.",
                    },
                },
            },
        };
        return schema;
    }

    private static bool IsPlain(string option) => OptionsJson.Types[option] is { IsPrimitive: true } or { IsEnum: true } || OptionsJson.Types[option] == typeof(string) || OptionsJson.Types[option] == typeof(DateTimeOffset);

    private static OpenApiParameter Text(string name, string description) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiSchema Binary() => new() { Type = JsonSchemaType.String, Format = "binary" };
}
