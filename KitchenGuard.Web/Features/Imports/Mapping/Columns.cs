namespace KitchenGuard.Web.Features.Imports.Mapping;

/// <summary>The columns of a table, by their places from 0.</summary>
internal static class Columns
{
    /// <summary>All but one.</summary>
    internal static IEnumerable<int> Beside(this IReadOnlyList<HeaderText> headers, int column) =>
        Enumerable.Range(0, headers.Count).Where(i => i != column);
}
