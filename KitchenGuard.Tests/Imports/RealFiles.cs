using System.Text.Json;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>The folder of real files, which is no part of the repository: tests over it are skipped where it is missing.</summary>
internal static class RealFiles
{
    /// <summary>The files that the engine is built on. The others of the folder are kept for an untouched measurement.</summary>
    internal static readonly string[] Names =
    [
        "bar_inventory_template", "liquor_opening_stock_in", "food_inventory_fr", "dia_es", "shohin_master_sjis_ja", "getraenke_de",
        "cocktail_price_list_latin1", "dattier_fr", "homebox_fields", "homebox_minimal", "jakexyz_bar_import", "liquor_mrp_in",
        "ofn_inventory_template", "ofn_product_list_template", "ofn_sample_120_products", "openboxes_csv_importer_spec",
        "shopify_home-and-garden", "snipeit_consumables-sample",
    ];

    internal static string? Folder { get; } = FindFolder();

    internal static string Require()
    {
        Assert.SkipWhen(Folder is null, "The folder of real files is not here: set KITCHENGUARD_TEST_DATA.");
        return Folder!;
    }

    internal static FileStream Open(string name) => File.OpenRead(Path.Combine(Require(), "real", name + ".csv"));

    internal static JsonElement Expected(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Require(), "real.expected.json")));
        return document.RootElement.EnumerateArray().Single(entry => entry.GetProperty("file").GetString() == name + ".csv").Clone();
    }

    internal static string CurrencyOf(string name) => name switch
    {
        "dia_es" or "dattier_fr" or "food_inventory_fr" or "getraenke_de" => "EUR",
        "shohin_master_sjis_ja" => "JPY",
        "liquor_mrp_in" or "liquor_opening_stock_in" => "INR",
        _ => "USD",
    };

    internal static async Task<(Inspection Inspection, List<ReadRecord> Records)> ReadAsync(string name, CancellationToken ct)
    {
        await using var file = Open(name);
        var department = Expected(name).GetProperty("department").GetString() == "bar" ? "bar" : "kitchen";
        var inspection = await FileInspector.InspectAsync(file, new ImportOptions(), department, CurrencyOf(name), "en-US", ct);
        var records = new List<ReadRecord>();
        if (inspection is { Plan: { } plan, Refusal: null })
        {
            file.Position = 0;
            // The plan goes through its stored form, as it does on its way to the job.
            await foreach (var record in RecordReader.ReadAsync(file, ReadPlan.FromJson(plan.ToJson()), ct))
            {
                records.Add(record);
            }
        }

        return (inspection, records);
    }

    private static string? FindFolder()
    {
        if (Environment.GetEnvironmentVariable("KITCHENGUARD_TEST_DATA") is { Length: > 0 } given)
        {
            return Directory.Exists(given) ? given : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "..", "shared", "data");
            if (Directory.Exists(Path.Combine(data, "real")))
            {
                return Path.GetFullPath(data);
            }
        }

        return null;
    }
}
