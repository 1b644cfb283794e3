using System.Diagnostics.CodeAnalysis;

namespace KitchenGuard.Data.Inventory;

/// <summary>What a unit measures. Count units have no common base, except each and dozen.</summary>
public enum UnitKind
{
    Count,
    Weight,
    Volume,
    Custom,
}

/// <summary>A unit in which an item is counted.</summary>
/// <param name="Code">Canonical spelling, as stored and exported: <c>each</c>, <c>kg</c>, <c>bottle</c>, or a custom name.</param>
/// <param name="Kind">What the unit measures.</param>
/// <param name="Factor">Base units in one unit, exact: grams for weight, millilitres for volume, pieces for each and dozen; 1 otherwise.</param>
public sealed record Unit(string Code, UnitKind Kind, decimal Factor)
{
    /// <summary>The longest name of a custom unit, in characters.</summary>
    public const int MaxNameLength = 40;

    private static readonly Dictionary<string, Unit> ByCode = UnitSpellings.Units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, Unit> BySpelling = UnitSpellings.Index(ByCode);

    private static readonly Dictionary<string, Unit>.AlternateLookup<ReadOnlySpan<char>> SpellingLookup =
        BySpelling.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The piece: what is counted when a file or form names no unit.</summary>
    public static Unit Each => ByCode["each"];

    /// <summary>All built-in units, in the order in which a form offers them.</summary>
    public static IReadOnlyList<Unit> Known => UnitSpellings.Units;

    /// <summary>
    /// Finds a built-in unit by a forgiving spelling in English, Spanish, French, German, Italian, Portuguese, Dutch or Japanese, and the commonest of other languages:
    /// case, blanks around, a final point and an ending in brackets ("bottle(s)") do not matter.
    /// </summary>
    /// <returns>False when no built-in unit is spelled so; the text may still name a <see cref="Custom"/> unit.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Unit? unit) => TryParse(text.AsSpan(), out unit);

    /// <inheritdoc cref="TryParse(string?, out Unit?)"/>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        text = text.Trim().TrimEnd('.');
        if (text is [.., '(', 's', ')'])
        {
            // "Bottle(s)", "unidad(es)".
            text = text[..^3];
        }
        else if (text is [.., '(', 'e', 's' or 'n', ')'])
        {
            text = text[..^4];
        }

        if (text.IsEmpty || text.Length > 24)
        {
            return false;
        }

        Span<char> lower = stackalloc char[24];
        var length = text.ToLowerInvariant(lower);
        return SpellingLookup.TryGetValue(lower[..length], out unit);
    }

    /// <summary>A unit that only this restaurant knows. It converts into nothing but itself.</summary>
    /// <exception cref="ArgumentException">The name is blank or longer than <see cref="MaxNameLength"/>.</exception>
    public static Unit Custom(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        name = ItemIdentity.Collapse(name);
        return name.Length > MaxNameLength
            ? throw new ArgumentException($"A unit's name has at most {MaxNameLength} characters.", nameof(name))
            : new Unit(name, UnitKind.Custom, 1);
    }

    /// <summary>The unit stored under a code: a built-in one, else a custom one of that name.</summary>
    public static Unit FromCode(string code) => ByCode.TryGetValue(code, out var unit) ? unit : Custom(code);

    /// <summary>Converts exactly as far as decimals can: weight into weight, volume into volume, each and dozen, and any unit into itself.</summary>
    /// <returns>False when no conversion leads there.</returns>
    public bool TryConvert(decimal quantity, Unit to, out decimal converted)
    {
        ArgumentNullException.ThrowIfNull(to);
        converted = quantity;
        if (string.Equals(Code, to.Code, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var convertible = Kind == to.Kind && (Kind is UnitKind.Weight or UnitKind.Volume || (IsPieces && to.IsPieces));
        if (convertible)
        {
            converted = quantity * Factor / to.Factor;
        }

        return convertible;
    }

    private bool IsPieces => Code is "each" or "dozen";
}
