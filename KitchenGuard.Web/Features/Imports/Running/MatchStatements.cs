using KitchenGuard.Data.Inventory;

namespace KitchenGuard.Web.Features.Imports.Running;

/// <summary>
/// Finds the items that the staged records are: by sku, else by barcode, else by name and size. Parameters as of <see cref="MergeStatements"/>.
/// </summary>
internal static class MatchStatements
{
    /// <summary>The size in a key of name and size: see <see cref="ItemIdentity.NameKey"/>.</summary>
    public const string Size = @"'\|[^|]*$'";

    public const string MatchBySku = """
        update stage s set item_id = i.id from inventory.items i
        where s.outcome is null and s.sku is not null and i.restaurant_id = $1 and i.department = $2 and i.archived_at is null and i.sku = s.sku
        """;

    public const string MatchByBarcode = """
        update stage s set item_id = i.id from inventory.items i
        where s.outcome is null and s.item_id is null and s.sku is null and s.barcode is not null
          and i.restaurant_id = $1 and i.department = $2 and i.archived_at is null and i.barcode = s.barcode
        """;

    /// <summary>By name and size; a record with a code takes an item of that name only when the item has no code yet.</summary>
    public static readonly string MatchByName = $"""
        with m as (
          select i.name_key, count(*) as items, (array_agg(i.id))[1] as id, (array_agg(i.sku))[1] as sku, (array_agg(i.barcode))[1] as barcode
          from inventory.items i
          where i.restaurant_id = $1 and i.department = $2 and i.archived_at is null
            and i.name_key in (select name_key from stage where outcome is null and item_id is null)
          group by i.name_key)
        update stage s set
          item_id = case when m.items = 1 then m.id end,
          outcome = case when m.items > 1 then 'rejected' end,
          issues = case when m.items > 1 then {MergeStatements.Issue(
              "s", "'name'", "left(s.name, 80)", "error", "ambiguous_item",
              "format('%s items on the list have this name. Give the sku or barcode of the one that is meant.', m.items)")} else s.issues end
        from m
        where s.outcome is null and s.item_id is null and m.name_key = s.name_key
          and (s.sku is null or m.sku is null) and (s.barcode is null or s.sku is not null or m.barcode is null)
        """;

    /// <summary>
    /// A record that names no size does not say that there is none: it is the one item of that name, of whatever size, unless the file itself tells
    /// sizes of it apart. Between several nobody chooses.
    /// </summary>
    public static readonly string MatchByNameAlone = $"""
        with sizes as (
          select regexp_replace(name_key, {Size}, '') as name_key, 1 as one from stage
          where (outcome is null or outcome = 'merged') and (bottle_size is not null or pack_size is not null) group by 1),
        m as (
          select regexp_replace(i.name_key, {Size}, '') as name_key, count(*) as items, (array_agg(i.id))[1] as id, (array_agg(i.sku))[1] as sku, (array_agg(i.barcode))[1] as barcode
          from inventory.items i
          where i.restaurant_id = $1 and i.department = $2 and i.archived_at is null and (i.bottle_size is not null or i.pack_size is not null)
            and regexp_replace(i.name_key, {Size}, '') in (
              select name_key from stage where outcome is null and item_id is null and bottle_size is null and pack_size is null)
          group by 1)
        update stage s set
          item_id = case when m.items = 1 then m.id end,
          outcome = case when m.items > 1 then 'rejected' end,
          issues = case when m.items > 1 then {MergeStatements.Issue(
              "s", "'name'", "left(s.name, 80)", "error", "ambiguous_item",
              "format('%s items on the list have this name, in different sizes. Give the size, sku or barcode of the one that is meant.', m.items)")} else s.issues end
        from m
        where s.outcome is null and s.item_id is null and s.bottle_size is null and s.pack_size is null and m.name_key = s.name_key
          and (s.sku is null or m.sku is null) and (s.barcode is null or s.sku is not null or m.barcode is null)
          and not exists (select from sizes where sizes.name_key = s.name_key)
        """;

    /// <summary>Says of a record with a size that the list has its name without one: it may be the same, and nobody guesses.</summary>
    public static readonly string NoteSecondSizes = $"""
        update stage s set issues = {MergeStatements.Issue(
            "s", "'name'", "left(s.name, 80)", "notice", "second_size",
            "format('“%s” is on your list without a size. This row says “%s”, so it becomes a second item. If it is the same one, give the item on your list that size first.', i.name, coalesce(s.bottle_size, s.pack_size))")}
        from inventory.items i
        where s.outcome is null and s.item_id is null and (s.bottle_size is not null or s.pack_size is not null)
          and i.restaurant_id = $1 and i.department = $2 and i.archived_at is null and i.bottle_size is null and i.pack_size is null
          and i.name_key = regexp_replace(s.name_key, {Size}, '')
          and (s.sku is null or i.sku is null) and (s.barcode is null or s.sku is not null or i.barcode is null)
        """;

    /// <summary>Says of a record with a code that the list has its name and size under another one.</summary>
    public static readonly string NoteSecondCodes = $"""
        update stage s set issues = {MergeStatements.Issue(
            "s", "case when i.sku <> s.sku then 'sku' else 'barcode' end", "left(case when i.sku <> s.sku then s.sku else s.barcode end, 80)", "notice", "second_code",
            "format('“%s” is on your list with the %s %s. This row says %s, so it becomes a second item.', i.name, case when i.sku <> s.sku then 'SKU' else 'barcode' end, case when i.sku <> s.sku then i.sku else i.barcode end, case when i.sku <> s.sku then s.sku else s.barcode end)")}
        from inventory.items i
        where s.outcome is null and s.item_id is null and i.restaurant_id = $1 and i.department = $2 and i.archived_at is null
          and i.name_key = s.name_key and (i.sku <> s.sku or i.barcode <> s.barcode)
        """;

    /// <summary>Two records that turn out to be one item (by code and by name): the later is rejected.</summary>
    public static readonly string RejectSecondMatch = $"""
        update stage s set outcome = 'rejected', issues = {MergeStatements.Issue(
            "s", "null", "left(s.name, 80)", "error", "same_item", "format('Line %s is the same item on your list.', d.line)")}
        from (select item_id, min(row) as row, min(line) as line from stage where outcome is null and item_id is not null group by item_id having count(*) > 1) d
        where s.outcome is null and s.item_id = d.item_id and s.row <> d.row
        """;

    // Their namesakes elsewhere are larger or smaller by a fifth.
    private const string UsMeasures = "'pt', 'qt', 'gal', 'floz'";

    /// <summary>The unit of an existing item stays; what the file counts in another is converted exactly or rejected.</summary>
    public static string ConvertToItemUnit(bool inUsa) => $"""
        with u(code, base, factor) as (values {string.Join(", ", Unit.Known.Select(u => FormattableString.Invariant(
            $"('{u.Code.Replace("'", "''", StringComparison.Ordinal)}', '{StageColumns.BaseOf(u).Replace("'", "''", StringComparison.Ordinal)}', {u.Factor}::numeric)")))})
        update stage s set
          outcome = case when c.base <> s.unit_base then 'rejected' end,
          item_factor = case when c.base = s.unit_base then s.unit_factor / c.factor end,
          {string.Join(",\n  ", StageColumns.Counted.Select(column => $"{column} = case when c.base = s.unit_base then round(s.{column} * s.unit_factor / c.factor, 6) else s.{column} end"))},
          {string.Join(",\n  ", StageColumns.Priced.Select(column => $"{column} = case when c.base = s.unit_base then round(s.{column} * c.factor / s.unit_factor, 4) else s.{column} end"))},
          issues = case when c.base = s.unit_base and {(inUsa ? "false" : "true")} and (s.unit in ({UsMeasures})) <> (c.unit in ({UsMeasures})) then {MergeStatements.Issue(
              "s", "'unit'", "s.unit", "warning", "us_measure",
              "format('Reckoned from %s into %s by the US measures: a pint is 473 ml, a gallon 3.785 l, a fluid ounce 29.57 ml. If yours are others, give the amounts in %s.', s.unit, c.unit, case when c.unit in (" + UsMeasures + ") then s.unit else c.unit end)")}
            when c.base = s.unit_base then s.issues else {MergeStatements.Issue(
              "s", "'unit'", "s.unit", "error", "unit_differs",
              "format('The item on your list is counted in %s; this line counts in %s, which cannot be converted.', c.unit, s.unit)")} end
        from (
          select i.id, i.unit, coalesce(u.base, i.unit) as base, coalesce(u.factor, 1) as factor
          from stage s join inventory.items i on i.id = s.item_id left join u on u.code = i.unit
          where s.outcome is null and s.unit is not null and s.unit <> i.unit) c
        where s.item_id = c.id and s.outcome is null
        """;

    /// <summary>
    /// A file with another cost, size or par of cases, which says nothing of units: where the item's figure for units is that for cases reckoned out, it
    /// stays so. A file that has the column of units means its blanks.
    /// </summary>
    public static string ReckonCases(bool costs, bool pars) => $"""
        with c as (
          select s.row, i.unit, s.unit_cost, s.par_level, coalesce(s.case_cost, i.case_cost) as cost, coalesce(s.par_cases, i.par_cases) as cases,
            coalesce(s.case_size, i.case_size) as size, coalesce(s.case_size <> i.case_size, s.case_size is not null) as resized,
            coalesce(s.case_cost <> i.case_cost, s.case_cost is not null) as repriced, coalesce(s.par_cases <> i.par_cases, s.par_cases is not null) as replanned,
            i.unit_cost is null or abs(i.unit_cost - case when i.unit = 'case' then i.case_cost else i.case_cost / i.case_size end) <= 0.0001 as cost_follows,
            i.par_level is null or abs(i.par_level - case when i.unit = 'case' then i.par_cases else i.par_cases * i.case_size end) <= 0.000001 as par_follows
          from stage s join inventory.items i on i.id = s.item_id where s.outcome is null)
        update stage s set
          unit_cost = case when {(costs ? "c.unit_cost is null and c.cost_follows and (c.repriced or c.resized)" : "false")}
            then case when c.unit = 'case' then c.cost else round(c.cost / c.size, 4) end else s.unit_cost end,
          par_level = case when {(pars ? "c.par_level is null and c.par_follows and (c.replanned or c.resized)" : "false")}
            then case when c.unit = 'case' then c.cases else round(c.cases * c.size, 6) end else s.par_level end
        from c where s.row = c.row and (c.resized or c.repriced or c.replanned)
        """;

    public static string SkipOutsideMode(bool createOnly) => $"""
        update stage s set outcome = 'skipped', issues = {MergeStatements.Issue(
            "s", "null", "left(s.name, 80)", "notice", "outside_mode",
            createOnly ? "'This item is on your list already; the import was asked to create only.'" : "'This item is not on your list; the import was asked to update only.'")}
        where s.outcome is null and s.item_id is {(createOnly ? "not null" : "null")}
        """;
}
