using System.Text;
using KitchenGuard.Web.Features.Imports.Reading;

namespace KitchenGuard.Tests.Imports;

/// <summary>Reads a table given as text, the way the wizard and then the job do.</summary>
internal sealed record TableFixture(Inspection Inspection, List<ReadRecord> Records)
{
    internal ReadPlan Plan => Inspection.Plan!;

    internal List<ItemRow> Items => [.. Records.Where(record => record.Item is not null).Select(record => record.Item!)];

    internal ItemRow Item(string name) => Items.Single(item => item.Name == name);

    internal ReadRecord At(int line) => Records.Single(record => record.Line == line);

    internal string? Field(string header) => Plan.Columns.Single(column => column.Header == header).Field;

    internal static Task<TableFixture> ReadAsync(string text, ImportOptions? options = null, string department = "kitchen", string currency = "USD") =>
        ReadAsync(Encoding.UTF8.GetBytes(text), options, department, currency);

    internal static async Task<TableFixture> ReadAsync(byte[] bytes, ImportOptions? options = null, string department = "kitchen", string currency = "USD")
    {
        var ct = TestContext.Current.CancellationToken;
        var inspection = await FileInspector.InspectAsync(new MemoryStream(bytes), options ?? new ImportOptions(), department, currency, "en-US", ct);
        var records = new List<ReadRecord>();
        if (inspection is { Plan: { } plan, Refusal: null })
        {
            await foreach (var record in RecordReader.ReadAsync(new MemoryStream(bytes), ReadPlan.FromJson(plan.ToJson()), ct))
            {
                records.Add(record);
            }
        }

        return new TableFixture(inspection, records);
    }

    /// <summary>The issue's code and place, for short assertions.</summary>
    internal List<(int Line, int? Column, string Code)> Issues =>
        [.. Records.SelectMany(record => record.Issues).Select(issue => (issue.Line, issue.Column, issue.Code))];
}
