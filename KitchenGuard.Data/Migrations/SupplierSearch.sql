-- A search finds items by their supplier's name where that name is, among the suppliers, and no longer by a copy of it in every item's text: a shorter
-- text makes an import faster. Texts that have the name already keep it until the item is next written, as the item's supplier does. Runs as kg_owner at the end of the SupplierSearch migration.

-- The index takes many new rows with far less work when it may hold them back. Nobody who writes an item sorts them in: imports do when they are through, and a
-- look every minute for all else.
alter index inventory.idx_items_search set (gin_pending_list_limit = 131072);

grant create on schema inventory to kg_search;
grant select (id, restaurant_id, name_key) on inventory.suppliers to kg_search;
create policy lookup on inventory.suppliers for select to kg_search using (true);

set local role kg_search;
create or replace function inventory.search_items(
    dept text, patterns text[], in_category text, of_supplier uuid, low_only boolean, uncounted_only boolean, show_archived boolean,
    sort text, descending boolean, after_value text, after_id uuid, at_most integer)
  returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, inventory, pg_temp as $$
declare
  restaurant uuid := nullif(current_setting('app.restaurant_id', true), '')::uuid;
  key text := case sort
    when 'onHand' then 'coalesce(i.on_hand, 0)'
    when 'category' then 'coalesce(i.category, '''')'
    when 'unitCost' then 'coalesce(i.unit_cost, 0)'
    when 'value' then '(coalesce(i.on_hand, 0) * coalesce(i.unit_cost, 0))'
    else 'i.name_sort' end;
  type text := case when sort in ('onHand', 'unitCost', 'value') then 'numeric' else 'text' end;
  direction text := case when descending then 'desc' else 'asc' end;
  condition text := '';
  supplying uuid[];
begin
  if restaurant is null or dept not in ('kitchen', 'bar') then
    return;
  end if;
  for n in 1 .. coalesce(array_length(patterns, 1), 0) loop
    supplying := array(select s.id from inventory.suppliers s where s.restaurant_id = restaurant and s.name_key like patterns[n]);
    condition := condition || case when cardinality(supplying) = 0
      then format(' and i.search_text like $2[%s]', n)
      else format(' and (i.search_text like $2[%s] or i.supplier_id = any(%L))', n, supplying) end;
  end loop;
  if in_category is not null then condition := condition || ' and i.category = $3'; end if;
  if of_supplier is not null then condition := condition || ' and i.supplier_id = $4'; end if;
  if low_only then condition := condition || ' and (i.on_hand <= i.reorder_point or (i.reorder_point is null and i.on_hand < i.par_level))'; end if;
  if uncounted_only then condition := condition || ' and i.on_hand is null'; end if;
  if after_id is not null then
    condition := condition || format(' and (%s, i.id) %s ($5::%s, $6)', key, case when descending then '<' else '>' end, type);
  end if;
  return query execute format(
    'select i.id from inventory.items i where i.restaurant_id = $1 and i.department = %L and i.archived_at is %s null%s order by %s %s, i.id %s limit $7',
    dept, case when show_archived then 'not' else '' end, condition, key, direction, direction)
  using restaurant, patterns, in_category, of_supplier, after_value, after_id, least(at_most, 10000);
end $$;
reset role;
revoke create on schema inventory from kg_search;
