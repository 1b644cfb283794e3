using System.Text.Json;
using System.Text.Json.Serialization;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What a quantity in the file does to the stock.</summary>
[JsonConverter(typeof(EnumWordConverter<QuantityMode>))]
public enum QuantityMode
{
    /// <summary>It is a count: on hand becomes this.</summary>
    Set,

    /// <summary>It is received: on hand grows by this.</summary>
    Add,

    /// <summary>It moves nothing.</summary>
    Ignore,
}

/// <summary>What happens to a record with a cell that cannot be read for certain.</summary>
[JsonConverter(typeof(EnumWordConverter<BadCells>))]
public enum BadCells
{
    /// <summary>The cell is left empty with a warning.</summary>
    Blank,

    /// <summary>The record is rejected with an error.</summary>
    Reject,
}

/// <summary>What an empty cell does to a field that an existing item already has.</summary>
[JsonConverter(typeof(EnumWordConverter<Blanks>))]
public enum Blanks
{
    Keep,
    Clear,
}

/// <summary>Which items an import may touch.</summary>
[JsonConverter(typeof(EnumWordConverter<ImportMode>))]
public enum ImportMode
{
    Upsert,
    Create,
    Update,
}

/// <summary>
/// Everything a person or script can say about a file. What is null is detected, what is given is never re-detected.
/// </summary>
public sealed record ImportOptions
{
    /// <summary>Name of the encoding as the web knows it, such as <c>utf-8</c>, <c>windows-1252</c>, <c>shift_jis</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>One to four characters that separate cells; <c>\t</c> and <c>tab</c> mean the tab.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The quote character; an empty text means that the file has none.</summary>
    public string? Quote { get; init; }

    /// <summary>The name of a workbook's sheet; hidden ones can be named too.</summary>
    public string? Sheet { get; init; }

    /// <summary>Physical line (1-based) of the header; 0: there is none.</summary>
    public int? HeaderLine { get; init; }

    /// <summary><c>.</c> or <c>,</c> for all columns.</summary>
    public string? DecimalMark { get; init; }

    /// <summary><c>ymd</c>, <c>dmy</c> or <c>mdy</c> for all columns.</summary>
    public string? DateOrder { get; init; }

    /// <summary>What prices that are whole numbers are in; null: found out.</summary>
    public PriceScale? Prices { get; init; }

    /// <summary>The meaning of some columns. Columns that are not listed are detected; a null field leaves the column out.</summary>
    public IReadOnlyList<ColumnChoice>? Mapping { get; init; }

    /// <summary>True: the file's first table is imported and the others are passed over with a notice for each line.</summary>
    public bool FirstTableOnly { get; init; }

    /// <summary>What columns side by side stand for; null: found out. <see cref="PivotKind.None"/>: every column is a field or nothing.</summary>
    public PivotKind? Pivot { get; init; }

    /// <summary>The columns (1-based) that stand for sizes or places; null: those whose headers name sizes or places.</summary>
    public IReadOnlyList<int>? PivotColumns { get; init; }

    /// <summary>What the cells of a pivot of sizes hold, such as <c>quantity</c> or <c>unitCost</c>; null: found out.</summary>
    public string? PivotField { get; init; }

    public QuantityMode Quantities { get; init; } = QuantityMode.Set;

    public BadCells BadCells { get; init; } = BadCells.Blank;

    public Blanks Blanks { get; init; } = Blanks.Keep;

    public ImportMode Mode { get; init; } = ImportMode.Upsert;

    /// <summary>True: one rejected record rejects the whole import.</summary>
    public bool Atomic { get; init; }

    /// <summary>The moment of the count; null: when the import was sent.</summary>
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>True: it is tried out and changes nothing until it is let run.</summary>
    public bool DryRun { get; init; }

    /// <summary>Words of the file that mean something else, such as a unit that only its writer knows.</summary>
    public IReadOnlyList<ValueChoice>? Values { get; init; }

    /// <summary>The records that are meant, where a file holds both departments; null: all.</summary>
    public RecordFilter? Only { get; init; }

    /// <summary>Whether some of this is what was said about the restaurant's last file with the same header.</summary>
    public bool Remembered { get; init; }

    /// <summary>Whether a text that stands alone heads the records below it, however few: so it did in the file that this one mends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Headings { get; init; }

    /// <summary>Whether something is said about how a text or workbook is laid out, which rows of JSON are not.</summary>
    [JsonIgnore]
    public bool IsOfText => FirstTableOnly || HeaderLine is not null || Prices is not null || Pivot is not null
        || new object?[] { Encoding, Delimiter, Quote, Sheet, DecimalMark, DateOrder, Mapping, PivotColumns, PivotField }.Any(said => said is not null);

    /// <summary>Says in one sentence what is wrong with these options themselves; null when nothing is.</summary>
    public string? FindFault()
    {
        if ((Mapping ?? []).Any(choice => choice is null) || (Values ?? []).Any(choice => choice is null) || (Only?.Values ?? []).Any(value => value is null))
        {
            return "An entry of the mapping, of the value choices or of the chosen values is empty.";
        }

        if (Texts().Any(text => text?.Contains('\0', StringComparison.Ordinal) == true))
        {
            return "The options hold a character that is none (NUL).";
        }

        if (Encoding is not null && TextEncodings.Known(Encoding) is null)
        {
            return $"The encoding '{Encoding}' is not known here. Use utf-8, utf-16, windows-1252, iso-8859-1 or shift_jis.";
        }

        if (Delimiter is not null && !Dialect.IsDelimiter(Dialect.Unescape(Delimiter)))
        {
            return "A delimiter is one to four characters without letters, digits, quotes or line breaks.";
        }

        if (Quote is { Length: > 0 } quote && (quote.Length > 1 || !char.IsAscii(quote[0]) || char.IsAsciiLetterOrDigit(quote[0]) || char.IsWhiteSpace(quote[0]) || char.IsControl(quote[0]) || quote[0] is ',' or ';' or '|' or ':' || Delimiter?.Contains(quote[0], StringComparison.Ordinal) == true))
        {
            return "A quote is one character that is neither a letter, a digit, a blank nor what separates cells.";
        }

        if (HeaderLine < 0)
        {
            return "The header line is counted from 1; 0 means that the file has no header.";
        }

        if (DecimalMark is not (null or "." or ","))
        {
            return "The decimal mark is '.' or ','.";
        }

        if (DateOrder is not (null or "ymd" or "dmy" or "mdy"))
        {
            return "The date order is ymd, dmy or mdy.";
        }

        if (PivotField is not null && !ItemField.IsMoney(PivotField) && !ItemField.IsAmount(PivotField))
        {
            return "The cells of a pivot hold a quantity, a cost, a price or a par level.";
        }

        if (PivotColumns is not null && (Pivot is null or PivotKind.None || PivotColumns.Count < 2 || PivotColumns.Distinct().Count() != PivotColumns.Count))
        {
            return "The columns of a pivot are at least two different ones, and pivot says whether they are bottleSize or storageArea.";
        }

        if (PivotColumns?.Any(column => column < 1) == true || (Mapping ?? []).Any(choice => choice.Column < 1 && choice.Header is null))
        {
            return "Columns are counted from 1.";
        }

        foreach (var choice in Mapping ?? [])
        {
            if (choice.Field is not null && !ItemField.Choices.Contains(choice.Field))
            {
                return $"'{choice.Field}' is not a field of an item. The fields are {string.Join(", ", ItemField.All)}; {ItemField.NamePart} joins the name.";
            }
        }

        foreach (var choice in Values ?? [])
        {
            if (!ValueChoice.Fields.Contains(choice.Field) || string.IsNullOrWhiteSpace(choice.From) || choice.From.Length > ReadLimits.MaxTextLength
                || choice.To is null || choice.To.Length > ReadLimits.MaxTextLength)
            {
                return $"A value choice is a field ({string.Join(", ", ValueChoice.Fields)}), the word found and the word meant, of at most {ReadLimits.MaxTextLength} characters.";
            }
        }

        if (Values?.Count > ValueChoice.Most)
        {
            return $"There can be at most {ValueChoice.Most} value choices.";
        }

        if (Only is { } only && (only.Column is < 0 or > ReadLimits.MaxColumns || only.Values is null || only.Values.Count is 0 or > RecordFilter.MostValues))
        {
            return $"Records are chosen by a column and 1 to {RecordFilter.MostValues} values.";
        }

        var twice = (Mapping ?? []).Where(choice => choice.Field is not null).GroupBy(choice => choice.Field).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? null : $"The field '{twice.Key}' is given to more than one column.";
    }

    private IEnumerable<string?> Texts() =>
    [
        Encoding, Delimiter, Quote, Sheet, DecimalMark, DateOrder, PivotField, .. (Mapping ?? []).SelectMany(choice => new[] { choice.Field, choice.Header }),
        .. (Values ?? []).SelectMany(choice => new[] { choice.Field, choice.From, choice.To }), .. Only?.Values ?? [],
    ];
}

/// <summary>The meaning of one column, as a person or script gives it.</summary>
/// <param name="Column">1-based; 0 when the column is named by <see cref="Header"/> instead.</param>
/// <param name="Field">One of <see cref="ItemField.Choices"/>; null leaves the column out.</param>
/// <param name="Header">The header's text, when JSON gives the column as a text.</param>
/// <param name="Remembered">True: said about another file with this header, so that this file's values may speak against it.</param>
[JsonConverter(typeof(ColumnChoiceConverter))]
public sealed record ColumnChoice(int Column, string? Field, string? Header = null, bool Remembered = false);

internal sealed class ColumnChoiceConverter : JsonConverter<ColumnChoice>
{
    public override ColumnChoice Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("column", out var column) || root.EnumerateObject().Any(property => property.Name is not ("column" or "field" or "remembered")))
        {
            throw new JsonException("A mapping entry is an object with 'column' and 'field'.");
        }

        var field = root.TryGetProperty("field", out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;
        var remembered = root.TryGetProperty("remembered", out var flag) && flag.ValueKind == JsonValueKind.True;
        return column.ValueKind == JsonValueKind.String
            ? new ColumnChoice(0, field, column.GetString(), remembered)
            : new ColumnChoice(column.GetInt32(), field, null, remembered);
    }

    public override void Write(Utf8JsonWriter writer, ColumnChoice value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Header is null)
        {
            writer.WriteNumber("column", value.Column);
        }
        else
        {
            writer.WriteString("column", value.Header);
        }

        writer.WriteString("field", value.Field);
        if (value.Remembered)
        {
            writer.WriteBoolean("remembered", true);
        }

        writer.WriteEndObject();
    }
}
