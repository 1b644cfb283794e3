namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>How far a scan of one record came.</summary>
internal enum RecordState
{
    /// <summary>The record goes on beyond the input.</summary>
    Incomplete,
    Whole,

    /// <summary>The record is too large; what follows up to its line's end is to be dropped.</summary>
    DropPlain,

    /// <summary>As <see cref="DropPlain"/>, but from within a quoted cell.</summary>
    DropQuoted,
}

/// <summary>What to write in place of a part of a record.</summary>
internal enum Mending
{
    Nothing,

    /// <summary>The part itself as the value of a quoted cell.</summary>
    Quoted,

    /// <summary>A quote, which makes the next one ordinary text.</summary>
    OneQuote,
}
