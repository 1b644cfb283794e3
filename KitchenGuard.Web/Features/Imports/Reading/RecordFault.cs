namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What was wrong with a record's text before its cells could be told apart.</summary>
internal enum RecordFault
{
    None,
    UnterminatedQuote,
    TextAfterQuote,
    CellTooLong,
    TooManyCells,
}
