using System.Runtime.CompilerServices;
using System.Text.Json;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>Reads a JSON array of flat objects with the names of <see cref="ItemField"/> through the same checks as a file's cells.</summary>
public static class JsonRows
{
    /// <summary>The plan of every JSON array: all fields, a point as decimal mark, dates as year-month-day.</summary>
    public static ReadPlan Plan(ImportOptions options, string department, string currency, string locale)
    {
        var columns = ItemField.All.Select((field, index) => new MappedColumn(index + 1, field, field, 1) { DecimalMark = ".", DateOrder = "ymd" });
        return new ReadPlan(new Detected("UTF-8", ",", "\"", 0, ".", "ymd"), [.. columns], options, currency, locale) { Department = department };
    }

    /// <summary>Reads the array to its end, or to the first row above <see cref="ReadLimits.MaxRecords"/>, which refuses it.</summary>
    /// <exception cref="JsonException">The content is not a JSON array.</exception>
    public static async Task<Inspection> InspectAsync(Stream content, ReadPlan plan, CancellationToken ct)
    {
        var rows = 0;
        await foreach (var _ in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, ReadPlan.Json, ct))
        {
            if (++rows > ReadLimits.MaxRecords)
            {
                return new Inspection(null, new FileRefusal(RefusalCode.TooManyRecords,
                    $"The array has more than {ReadLimits.MaxRecords:N0} rows; send it in several imports."), [], [], null);
            }
        }

        if (rows == 0 && !await IsArrayAsync(content, ct))
        {
            throw new JsonException("null is not an array.");
        }

        return new Inspection(plan, null, [], [], rows);
    }

    /// <summary>Whether what was read without a row is an array, and not <c>null</c>.</summary>
    private static async Task<bool> IsArrayAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var array = await JsonSerializer.DeserializeAsync<JsonElement>(content, ReadPlan.Json, ct);
        return array.ValueKind == JsonValueKind.Array;
    }

    /// <summary>Streams one record per element of the array; <see cref="ReadRecord.Line"/> is its 1-based place, the cells are in the order of <see cref="ItemField.All"/>.</summary>
    /// <param name="content">UTF-8 JSON; it stays open.</param>
    /// <param name="plan">A plan made by <see cref="Plan"/>.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="JsonException">While enumerating: the content is not a JSON array.</exception>
    public static async IAsyncEnumerable<ReadRecord> ReadAsync(Stream content, ReadPlan plan, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var rows = new RowReader(plan, isFile: false);
        var place = 0;
        await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(content, ReadPlan.Json, ct))
        {
            place++;
            if (element.ValueKind != JsonValueKind.Object)
            {
                var text = CellText.Cut(element.ValueKind == JsonValueKind.Undefined ? "" : element.GetRawText());
                yield return new ReadRecord(place, RecordOutcome.Rejected, null,
                    [new FoundIssue(place, null, null, text, IssueSeverity.Error, IssueCode.NotAnObject, "Every row is an object such as {\"name\": \"Tomatoes\", \"quantity\": 5}.")], [text]);
                continue;
            }

            var cells = new string[ItemField.All.Count];
            Array.Fill(cells, "");
            List<FoundIssue>? unknown = null;
            foreach (var property in element.EnumerateObject())
            {
                var name = Text(property, static p => p.Name);
                var index = IndexOf(name);
                if (index >= 0)
                {
                    cells[index] = Cell(property.Value);
                }
                else
                {
                    (unknown ??= []).Add(new FoundIssue(place, null, null, CellText.Cut(name), IssueSeverity.Warning, IssueCode.UnknownField,
                        $"'{CellText.Cut(name)}' is not a field of an item and was left out."));
                }
            }

            var record = plan.Edits.LeavesOut(place) ? TableReader.LeftOut(place, cells) : rows.Read(place, RecordFault.None, plan.Edits.Apply(place, cells));
            yield return unknown is null ? record : record with { Issues = [.. record.Issues, .. unknown] };
        }
    }

    private static int IndexOf(string name)
    {
        for (var i = 0; i < ItemField.All.Count; i++)
        {
            if (ItemField.All[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.String => Text(value, static text => text.GetString()!),
        _ => value.GetRawText(),
    };

    /// <summary>Half a character is found out only when it is asked for: such a text is damaged.</summary>
    private static string Text<T>(T element, Func<T, string> read)
    {
        try
        {
            return read(element);
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }
}
