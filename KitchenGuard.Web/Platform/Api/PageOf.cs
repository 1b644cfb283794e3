namespace KitchenGuard.Web.Platform;

/// <summary>A page of a list and where the next one starts; null at the end.</summary>
/// <typeparam name="T">The entry's type.</typeparam>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next);
