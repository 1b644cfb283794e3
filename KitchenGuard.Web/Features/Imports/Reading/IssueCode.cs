namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>The stable codes of issues that reading finds.</summary>
public static class IssueCode
{
    // Errors: the record is rejected.
    public const string NoName = "no_name";
    public const string NameTooLong = "name_too_long";
    public const string ControlCharacters = "control_characters";
    public const string DamagedText = "damaged_text";
    public const string CellTooLong = "cell_too_long";
    public const string UnterminatedQuote = "unterminated_quote";
    public const string TextAfterQuote = "text_after_quote";
    public const string TooManyCells = "too_many_cells";
    public const string TooFewCells = "too_few_cells";
    public const string NotAnObject = "not_an_object";

    // Warnings: the cell is left empty unless the message says otherwise.
    public const string NotANumber = "not_a_number";
    public const string AmbiguousNumber = "ambiguous_number";
    public const string TooLarge = "too_large";
    public const string Rounded = "rounded";
    public const string NegativeStock = "negative_stock";
    public const string Negative = "negative";
    public const string ForeignCurrency = "foreign_currency";
    public const string NotAUnit = "not_a_unit";
    public const string PackUnclear = "pack_unclear";
    public const string UnitMismatch = "unit_mismatch";
    public const string NotADate = "not_a_date";
    public const string AmbiguousDate = "ambiguous_date";
    public const string DateOutOfRange = "date_out_of_range";
    public const string DigitsLost = "digits_lost";
    public const string TextTooLong = "text_too_long";
    public const string OutOfRange = "out_of_range";
    public const string NoValue = "no_value";
    public const string UnknownField = "unknown_field";
    public const string CellsJoined = "cells_joined";
    public const string PivotSum = "pivot_sum";

    // Notices: the record is skipped.
    public const string RepeatedHeader = "repeated_header";
    public const string Total = "total";
    public const string Heading = "heading";
    public const string Prose = "prose";
    public const string NothingSaid = "nothing_said";
    public const string LeftOut = "left_out";
    public const string OtherDepartment = "other_department";
    public const string TableStarts = "table_starts";
    public const string OtherTable = "other_table";
    public const string OlderCount = "older_count";
    public const string PivotBlank = "pivot_blank";

    // Notices about a record that is taken.
    public const string OnlyName = "only_name";
    public const string SameSpelling = "same_spelling";

    // Notices about the file or a column.
    public const string EncodingAssumed = "encoding_assumed";
    public const string DuplicateHeader = "duplicate_header";
    public const string ColumnNotImported = "column_not_imported";
    public const string ColumnUnsure = "column_unsure";
    public const string ColumnDoesNotFit = "column_does_not_fit";
    public const string BarePrice = "bare_price";
    public const string TaxIncluded = "tax_included";
    public const string Multiples = "multiples";
    public const string SalesReport = "sales_report";
    public const string Movements = "movements";
    public const string SeveralCounts = "several_counts";
    public const string NotTracked = "not_tracked";
    public const string RetiredRows = "retired_rows";
    public const string NoRecords = "no_records";
    public const string NoHeader = "no_header";
    public const string DecimalMarkUnknown = "decimal_mark_unknown";
    public const string PriceScaleUnknown = "price_scale_unknown";
    public const string DateOrderUnknown = "date_order_unknown";
    public const string DaySerials = "day_serials";
    public const string WholeCodes = "whole_codes";
    public const string LooksLikeOtherDepartment = "looks_like_other_department";
    public const string BothDepartments = "both_departments";
    public const string Mends = "mends";
    public const string NoSuchPlace = "no_such_place";
    public const string PackRead = "pack_read";
    public const string VariantRows = "variant_rows";
    public const string SheetChosen = "sheet_chosen";
    public const string HiddenSheets = "hidden_sheets";
    public const string HiddenCells = "hidden_cells";
    public const string MacrosIgnored = "macros_ignored";
    public const string NumbersSplit = "numbers_split";
    public const string AboveHeader = "above_header";
    public const string FurtherTable = "further_table";
    public const string Pivot = "pivot";
    public const string PivotExcludes = "pivot_excludes";
}

/// <summary>The stable codes of refusals of a whole file.</summary>
public static class RefusalCode
{
    public const string Empty = "empty_file";
    public const string NotText = "not_text";
    public const string Workbook = "workbook";
    public const string Image = "image";
    public const string Pdf = "pdf";
    public const string Html = "html";
    public const string Archive = "archive";
    public const string TooManyColumns = "too_many_columns";
    public const string TooManyRecords = "too_many_records";
    public const string TooLarge = "too_large";
    public const string NoNameColumn = "no_name_column";
    public const string BadOptions = "bad_options";
    public const string NoSheet = "no_sheet";
    public const string NotJson = "not_json";
}
