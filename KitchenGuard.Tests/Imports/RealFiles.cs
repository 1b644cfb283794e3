using System.Globalization;
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
        _ when name[^3..] is "_es" or "_fr" or "_de" or "_it" => "EUR",
        _ when name[^3..] is "_ja" => "JPY",
        _ when name[^3..] is "_ch" => "CHF",
        _ when name[^3..] is "_in" => "INR",
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

    /// <summary>The number of a field; of a size, the one it starts with.</summary>
    internal static decimal? Amount(ItemRow item, string field) => field switch
    {
        ItemField.BottleSize or ItemField.PackSize => Text(item, field) is { } size ? decimal.Parse(size.Split(' ')[0], CultureInfo.InvariantCulture) : null,
        _ => Text(item, field) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null,
    };

    /// <summary>A field as the oracle writes it.</summary>
    internal static string? Text(ItemRow item, string field) => field switch
    {
        ItemField.Name => item.Name,
        ItemField.Sku => item.Sku,
        ItemField.Barcode => item.Barcode,
        ItemField.Brand => item.Brand,
        ItemField.Category => item.Category,
        ItemField.Unit => item.UnitCode,
        ItemField.PackSize => item.PackSize,
        ItemField.Supplier => item.Supplier,
        ItemField.StorageArea => item.StorageArea,
        ItemField.LotCode => item.LotCode,
        ItemField.BottleSize => item.BottleSize,
        ItemField.Notes => item.Notes,
        ItemField.Quantity => Text(item.Quantity),
        ItemField.CaseSize => Text(item.CaseSize),
        ItemField.CaseCost => Text(item.CaseCost),
        ItemField.UnitCost => Text(item.UnitCost),
        ItemField.SalePrice => Text(item.SalePrice),
        ItemField.ParLevel => Text(item.ParLevel),
        ItemField.ParCases => Text(item.ParCases),
        ItemField.ReorderPoint => Text(item.ReorderPoint),
        ItemField.Abv => Text(item.Abv),
        ItemField.ExpiresOn => item.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    private static string? Text(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

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
