using System.Buffers;
using System.Collections.Concurrent;

namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>
/// Remembers what short texts would mean as headers. While a table is looked for, each cell of a file's first records is asked about
/// several times.
/// Bounded, and emptied as a whole when it is full.
/// </summary>
internal static class KnownHeaders
{
    private const int Most = 8192;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<HeaderMeaning>> Found = new(StringComparer.Ordinal);

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,-/: ");

    private static int _count;

    internal static IReadOnlyList<HeaderMeaning> Meanings(string cell)
    {
        if (IsNumeric(cell))
        {
            return [];
        }

        if (Found.TryGetValue(cell, out var known))
        {
            return known;
        }

        known = HeaderAliases.Meanings(HeaderText.Parse(cell).Key);
        if (Interlocked.Increment(ref _count) > Most)
        {
            Found.Clear();
            Interlocked.Exchange(ref _count, 0);
        }

        Found.TryAdd(cell, known);
        return known;
    }

    private static bool IsNumeric(string cell) =>
        cell.Length == 0 || (char.IsAsciiDigit(cell[0]) && !cell.AsSpan().ContainsAnyExcept(OfNumbers));
}
