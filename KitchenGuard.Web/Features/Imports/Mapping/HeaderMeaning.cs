namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>What a header may mean.</summary>
/// <param name="Field">The field; null: known, and not to be imported.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="IsBare">True: a price that does not say whose.</param>
internal readonly record struct HeaderMeaning(string? Field, decimal Strength, bool IsBare = false)
{
    /// <summary>Of words that mean something else as often: values and neighbours must support them.</summary>
    internal const decimal Weak = 0.5m;
}
