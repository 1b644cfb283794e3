using System.Text.Json;
using System.Text.Json.Serialization;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>How a file is written, as detected or given.</summary>
/// <param name="Encoding">Such as <c>UTF-8</c>, <c>UTF-16LE</c>, <c>windows-1252</c>, <c>Shift_JIS</c>.</param>
/// <param name="Delimiter">What separates cells.</param>
/// <param name="Quote">The quote character; empty when the file is read without quotes.</param>
/// <param name="HeaderLine">Physical line (1-based) where the header starts; 0: none.</param>
/// <param name="DecimalMark">The mark that the file's numbers prove; null: no number has one, or none is proven.</param>
/// <param name="DateOrder"><c>ymd</c>, <c>dmy</c> or <c>mdy</c>, as the file's dates prove; null: no dates, or not provable.</param>
public sealed record Detected(string Encoding, string Delimiter, string Quote, int HeaderLine, string? DecimalMark, string? DateOrder)
{
    /// <summary>The sheet that is read, when the file is a workbook; delimiter and quote are empty then, and lines are rows.</summary>
    public string? Sheet { get; init; }

    /// <summary>The names of the workbook's sheets, in their order, hidden ones among them.</summary>
    public IReadOnlyList<string>? Sheets { get; init; }

    /// <summary>The number of the sheet's last row that has something in it.</summary>
    public int? SheetRows { get; init; }

    /// <summary>True: every line is quoted as a whole, and its cells are inside.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool QuotedLines { get; init; }
}

/// <summary>One column of the file and what it means.</summary>
/// <param name="Column">1-based.</param>
/// <param name="Header">The header's text, blanks collapsed; empty without one.</param>
/// <param name="Field">One of <see cref="ItemField.Choices"/>; null: not imported.</param>
/// <param name="Confidence">0 to 1: how sure the detection is of the field; 1 when it was given.</param>
public sealed record MappedColumn(int Column, string Header, string? Field, decimal Confidence)
{
    /// <summary>Up to five different values, as found.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>The value of <see cref="Holds"/> for numbers, with or without a unit or currency.</summary>
    public const string Numbers = "numbers";

    /// <summary>The value of <see cref="Holds"/> for dates.</summary>
    public const string Dates = "dates";

    /// <summary>What nearly all of its cells are, mapped or not: <see cref="Numbers"/>, <see cref="Dates"/>; null: text, or too little to tell.</summary>
    public string? Holds { get; init; }

    /// <summary>Code of the unit that the header names for all cells, as in "Size (ml)".</summary>
    public string? Unit { get; init; }

    /// <summary>How many of the unit one number is about, where the header says so: 6 of "stock (x6)" and "price per 6", 100 of prices in cents.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Times { get; init; }

    /// <summary>True: whole numbers among these prices are in hundredths of the currency, as somebody said; one with a decimal mark is what it says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InHundredths { get; init; }

    /// <summary>True: whole numbers among these prices may as well be in hundredths of the currency, so that none is read until somebody says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ScaleUnknown { get; init; }

    /// <summary>1-based column of the whole cases that are counted beside this column's pieces.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CasesIn { get; init; }

    /// <summary>1-based column that says whether a till tracks the item's stock: where it does not, a 0 is no count.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? TrackedIn { get; init; }

    /// <summary>1-based column that says of each row what this column's price is for: "kg", "100 kg", "1000".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PriceUnitIn { get; init; }

    /// <summary>1-based column that says of each row in which currency this column's price is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CurrencyIn { get; init; }

    /// <summary>True: no column says in which unit the items are counted, so a cost of "14.90/kg" does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NamesUnit { get; init; }

    /// <summary>1-based column that says how much is in each of the packs that this column counts: 4 of "10 lb".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? PackOf { get; init; }

    /// <summary>The decimal mark of this column's numbers; null: its cells need none, or those that do cannot be read for certain.</summary>
    public string? DecimalMark { get; init; }

    /// <summary>True: a plain blank between groups of three digits is a thousands mark in this column.</summary>
    public bool BlankGroups { get; init; }

    /// <summary>True: a program took these codes for numbers, so 1001.0 means 1001.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool WholeCodes { get; init; }

    /// <summary>True: alcohol stands as a fraction of one, so 0.05 means 5 percent.</summary>
    public bool Fraction { get; init; }

    /// <summary>The order of this column's dates; null: unknown, dates that need it cannot be read.</summary>
    public string? DateOrder { get; init; }

    /// <summary>True: whole numbers in this column are a spreadsheet's day numbers (1900 system).</summary>
    public bool DaySerials { get; init; }

    /// <summary>True: this column's cells are months, "02/2028", whose last days are meant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MonthEnds { get; init; }

    /// <summary>Fields that this column's pack text such as "12/750ml" gives besides its own, because no column of their own does.</summary>
    public IReadOnlyList<string> Gives { get; init; } = [];

    /// <summary>True: most of its packs do not say how many are in one, which is said once rather than of each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool PacksUnclear { get; init; }

    /// <summary>What the column may mean, best first: its own field, and those that another column may have taken.</summary>
    public IReadOnlyList<FieldCandidate> Candidates { get; init; } = [];
}

/// <summary>A field that a column may mean.</summary>
/// <param name="Field">One of <see cref="ItemField.All"/>.</param>
/// <param name="Confidence">0 to 1.</param>
public sealed record FieldCandidate(string Field, decimal Confidence);

/// <summary>Which records are not items, decided once over the whole file.</summary>
public sealed record RowRules
{
    /// <summary>The line of the header's last row, when it has several. Null: it has one.</summary>
    public int? HeaderEnd { get; init; }

    /// <summary>The line of the last record that belongs to the table; single-cell records after it are prose. Null: no such prose.</summary>
    public int? LastTableLine { get; init; }

    /// <summary>True: a record with nothing but one text is a heading that names the category of the records after it.</summary>
    public bool Headings { get; init; }

    /// <summary>True: of such records only those in capitals are headings; the others are items of which only the name is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CapitalHeadings { get; init; }

    /// <summary>True: so few records have nothing but a name that each may be a heading, which is said of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AskAboutNames { get; init; }

    /// <summary>Lines with a single text right above a header: each is a heading whatever <see cref="Headings"/> says.</summary>
    public IReadOnlyList<int> Titles { get; init; } = [];

    /// <summary>The heading that stands above the first header. Null: what stands there names no group of items.</summary>
    public string? FirstHeading { get; init; }

    /// <summary>True: cells of this file begin with blanks, so that a blank after a delimiter proves nothing.</summary>
    public bool Padded { get; init; }

    /// <summary>1-based column whose repeated value ties a record without a name to the record above it. Null: no inheritance.</summary>
    public int? VariantOf { get; init; }

    /// <summary>1-based column of the day or week of each record's count, where the same items were counted several times. Null: they were not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CountedIn { get; init; }

    /// <summary>The texts in <see cref="CountedIn"/> of the last count: only its records are what is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? LastCount { get; init; }

    /// <summary>True: <see cref="VariantOf"/> is a column of sizes, and a filled one is enough.</summary>
    public bool VariantBySize { get; init; }
}

/// <summary>
/// All that is needed to read a file without guessing again: stored with the import, used by preview and job alike.
/// </summary>
/// <param name="Detected">How the file is written.</param>
/// <param name="Columns">All columns in file order; none has the same field as another.</param>
/// <param name="Options">The options as given.</param>
/// <param name="Currency">The restaurant's currency, ISO 4217. A cell in another currency is left empty.</param>
/// <param name="Locale">The restaurant's locale. Kept for messages and forms: values are read by the file's own evidence only.</param>
public sealed record ReadPlan(Detected Detected, IReadOnlyList<MappedColumn> Columns, ImportOptions Options, string Currency, string Locale)
{
    /// <summary><c>kitchen</c> or <c>bar</c>.</summary>
    public string Department { get; init; } = "kitchen";

    public RowRules Rows { get; init; } = new();

    /// <summary>What a person corrected in the file; kept beside the plan, not in it.</summary>
    [JsonIgnore]
    public RecordEdits Edits { get; init; } = RecordEdits.None;

    /// <summary>Columns that stand for sizes or places; they have no field of their own. Null: none do.</summary>
    public Pivot? Pivot { get; init; }

    /// <summary>The file's tables after the first, in file order.</summary>
    public IReadOnlyList<FurtherTable> Tables { get; init; } = [];

    /// <summary>The settings under which plans are stored.</summary>
    [JsonIgnore]
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>The plan as JSON for the import's row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">The text is not a stored plan.</exception>
    public static ReadPlan FromJson(string json) =>
        JsonSerializer.Deserialize<ReadPlan>(json, Json) ?? throw new JsonException("A stored plan is an object.");

    /// <summary>
    /// Whether the header is that of KitchenGuard's own export: then every record is an item, texts are taken as they stand,
    /// and one apostrophe before <c>= + - @ ' TAB CR</c> is the export's protection against formulas.
    /// </summary>
    [JsonIgnore]
    public bool IsOwnExport => Columns.Count == ItemField.All.Count && Columns.Select(column => column.Header).SequenceEqual(ItemField.All);

    /// <summary>The fields that a pivot gives to items beside those of mapped columns.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> PivotFields => Pivot switch
    {
        null => [],
        { Kind: PivotKind.StorageArea } => [ItemField.Quantity, .. ColumnOf(ItemField.StorageArea) is null ? [ItemField.StorageArea] : Array.Empty<string>()],
        var sizes => [ItemField.BottleSize, .. sizes.Columns.Select(column => column.Field).Distinct()],
    };

    /// <summary>Whether it is a file of rejected records that we wrote: one apostrophe before <c>= + - @ ' TAB CR</c> is our protection.</summary>
    [JsonIgnore]
    public bool IsRejectedFile => Columns is [.., { Header: RejectedFile.ReasonHeader }];

    /// <summary>Records after this line are the table's.</summary>
    internal int HeaderEnd => Rows.HeaderEnd ?? Detected.HeaderLine;

    /// <summary>The columns of the table that a line belongs to: below another header they may mean something else.</summary>
    public IReadOnlyList<MappedColumn> ColumnsAt(int line) => Tables.Where(table => table.Beside is null && table.HeaderLine < line).MaxBy(table => table.HeaderLine)?.Columns ?? Columns;

    /// <summary>The column that has a field; null when none has.</summary>
    public MappedColumn? ColumnOf(string field) => Columns.FirstOrDefault(column => column.Field == field);
}
