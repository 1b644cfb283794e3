using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace KitchenGuard.Bench;

/// <summary>The undo of 100 000 rows, asked for to undone: an import that made every item, and one that changed every item.</summary>
internal static class UndoFigure
{
    private const int Rows = 100_000;

    public static async Task RunAsync(Ground ground)
    {
        var account = await ground.RegisterAsync();
        await UndoAsync(ground, account, Sheets.Csv(2_000));
        var made = await UndoAsync(ground, account, Sheets.Csv(Rows));
        await ground.ImportAsync(account, Sheets.Csv(Rows));
        var changed = await UndoAsync(ground, account, Sheets.Csv(Rows, another: true));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"undo of {Rows} rows: {made:0.0} s ({Rows / made:0} rows/s) where they made items, {changed:0.0} s ({Rows / changed:0} rows/s) where they changed stock, cost and category; peak memory of the process {ground.MemoryMegabytes("VmHWM")} MB"));
    }

    private static async Task<double> UndoAsync(Ground ground, Account account, byte[] file)
    {
        await ground.ImportAsync(account, file);
        using var client = ground.Client(account);
        var imports = await client.GetFromJsonAsync<JsonElement>(new Uri("/api/imports", UriKind.Relative));
        var import = new Uri($"/api/imports/{imports.GetProperty("items")[0].GetProperty("id").GetString()}", UriKind.Relative);
        var watch = Stopwatch.StartNew();
        (await client.PostAsync(new Uri(import + "/undo", UriKind.Relative), null)).EnsureSuccessStatusCode();
        while (true)
        {
            var answer = await client.GetFromJsonAsync<JsonElement>(import);
            switch (answer.GetProperty("status").GetString())
            {
                case "undone": return watch.Elapsed.TotalSeconds;
                case "undoing": await Task.Delay(50); break;
                default: throw new InvalidOperationException(answer.ToString());
            }
        }
    }
}
