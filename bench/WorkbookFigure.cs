using System.Globalization;

namespace KitchenGuard.Bench;

/// <summary>The same list as CSV and as a workbook, in turns: rows a second and the peak of the process's memory.</summary>
internal static class WorkbookFigure
{
    private const int Rows = 100_000;
    private const int Rounds = 3;

    public static async Task RunAsync(Ground ground)
    {
        var (text, workbook) = (Sheets.Csv(Rows), Sheets.Xlsx(Rows));
        var (texts, workbooks) = (new List<double>(), new List<double>());
        var (textPeak, workbookPeak) = (0L, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            textPeak = Math.Max(textPeak, await RoundAsync(ground, text, texts));
            workbookPeak = Math.Max(workbookPeak, await RoundAsync(ground, workbook, workbooks));
        }

        var (csv, xlsx) = (texts.Order().ElementAt(Rounds / 2), workbooks.Order().ElementAt(Rounds / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"import of {Rows} rows: CSV ({text.Length / 1048576.0:0.0} MB) {Rows / csv:0} rows/s, +{textPeak} MB; XLSX ({workbook.Length / 1048576.0:0.0} MB) {Rows / xlsx:0} rows/s, +{workbookPeak} MB; ratio {csv / xlsx:0.00} — to reach: + 150 MB"));
    }

    private static async Task<long> RoundAsync(Ground ground, byte[] file, List<double> seconds)
    {
        await ground.StopWebAsync();
        await ground.StartWebAsync();
        await ground.ImportAsync(await ground.RegisterAsync(), Sheets.Csv(2_000));
        await ground.ImportAsync(await ground.RegisterAsync(), Sheets.Xlsx(2_000));
        var before = ground.MemoryMegabytes("VmRSS");
        seconds.Add((await ground.ImportAsync(await ground.RegisterAsync(), file)).TotalSeconds);
        return ground.MemoryMegabytes("VmHWM") - before;
    }
}
