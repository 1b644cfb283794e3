using System.Text.Json.Serialization;
using KitchenGuard.Web.Platform;

namespace KitchenGuard.Web.Features.Imports.Reading;

/// <summary>What columns side by side stand for, when they are not fields of their own.</summary>
[JsonConverter(typeof(EnumWordConverter<PivotKind>))]
public enum PivotKind
{
    /// <summary>Every column is a field or nothing.</summary>
    None,

    /// <summary>One column per size: each filled cell is an item of that size.</summary>
    BottleSize,

    /// <summary>One column per storage place: the item's quantity is the sum of its places.</summary>
    StorageArea,
}

/// <summary>Columns that hold the same field for different sizes or places.</summary>
/// <param name="Kind">What tells the columns apart; never <see cref="PivotKind.None"/>.</param>
/// <param name="Columns">At least two, in file order.</param>
public sealed record Pivot(PivotKind Kind, IReadOnlyList<PivotColumn> Columns);

/// <summary>One column of a pivot.</summary>
/// <param name="Column">1-based.</param>
/// <param name="Value">The size, canonical as <c>750 ml</c>, or the place as the header has it.</param>
/// <param name="Field">What its cells hold: a quantity, cost, price or par.</param>
public sealed record PivotColumn(int Column, string Value, string Field);
