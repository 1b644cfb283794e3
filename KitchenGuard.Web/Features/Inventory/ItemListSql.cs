using System.Globalization;
using KitchenGuard.Data.Inventory;
using Npgsql;
using NpgsqlTypes;

namespace KitchenGuard.Web.Features.Inventory;

/// <summary>
/// The list's two statements. By name and without search the department's partial index serves the page; everything else goes through
/// inventory.search_items, since row-level security keeps LIKE and numeric comparisons out of index conditions.
/// </summary>
internal static class ItemListSql
{
    public static NpgsqlBatchCommand Page(
        Guid restaurantId, Department department, ItemQuery query, ItemSort sort, ItemCursor? after, int rows)
    {
        var patterns = query.Patterns();
        var command = new NpgsqlBatchCommand();
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = restaurantId, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = rows, NpgsqlDbType = NpgsqlDbType.Integer });
        command.CommandText = patterns.Length == 0 && sort.IsByName && query.Low != true && query.Uncounted != true && query.Archived != true
            ? ByName(command.Parameters, department, query, after)
            : Searched(command.Parameters, department, query, patterns, sort, after);
        return command;
    }

    private static string ByName(NpgsqlParameterCollection parameters, Department department, ItemQuery query, ItemCursor? after)
    {
        // The department is a literal: a parameter would keep the planner from the partial index once the plan is generic.
        var where = $"k.restaurant_id = $1 and k.department = '{department.Word()}' and k.archived_at is null";
        if (!string.IsNullOrWhiteSpace(query.Category))
        {
            where += $" and k.category = {Add(parameters, query.Category.Trim())}";
        }

        if (!string.IsNullOrWhiteSpace(query.Supplier))
        {
            where += $" and k.supplier_id = {SupplierId(Add(parameters, SearchFold.Fold(query.Supplier)))}";
        }

        if (after is not null)
        {
            where += $" and (k.name_sort, k.id) > ({Add(parameters, after.Value)}, {Add(parameters, after.Id)})";
        }

        return $"""
            select {ItemRows.Columns}, i.name_sort
            from (select k.* from inventory.items k where {where} order by k.name_sort, k.id limit $2) i
            {ItemRows.Joins}
            order by i.name_sort, i.id
            """;
    }

    private static string Searched(
        NpgsqlParameterCollection parameters, Department department, ItemQuery query, string[] patterns, ItemSort sort, ItemCursor? after)
    {
        parameters.Add(new NpgsqlParameter<string[]> { TypedValue = patterns, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        var category = string.IsNullOrWhiteSpace(query.Category) ? "null" : Add(parameters, query.Category.Trim());
        var supplier = string.IsNullOrWhiteSpace(query.Supplier)
            ? "null"
            : $"coalesce({SupplierId(Add(parameters, SearchFold.Fold(query.Supplier)))}, '{Guid.Empty}')";
        var (afterValue, afterId) = after is null ? ("null", "null") : (Add(parameters, after.Value), Add(parameters, after.Id));
        return $"""
            select {ItemRows.Columns}, ({sort.Expression})::text
            from inventory.search_items('{department.Word()}', $3, {category}, {supplier}, {Word(query.Low)}, {Word(query.Uncounted)}, {Word(query.Archived)},
              '{sort.Key}', {Word(sort.Descending)}, {afterValue}, {afterId}, $2) with ordinality as found(id, place)
            join inventory.items i on i.restaurant_id = $1 and i.id = found.id
            {ItemRows.Joins}
            order by found.place
            """;
    }

    private static string SupplierId(string key) => $"(select f.id from inventory.suppliers f where f.restaurant_id = $1 and f.name_key = {key})";

    private static string Word(bool? value) => value == true ? "true" : "false";

    private static string Add(NpgsqlParameterCollection parameters, string value)
    {
        parameters.Add(new NpgsqlParameter<string> { TypedValue = value.Replace("\0", "", StringComparison.Ordinal), NpgsqlDbType = NpgsqlDbType.Text });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }

    private static string Add(NpgsqlParameterCollection parameters, Guid value)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return string.Create(CultureInfo.InvariantCulture, $"${parameters.Count}");
    }
}
