-- On hand is null while no movement of the item stands: nobody has counted it, which is not a count of zero. Runs as kg_owner at the end of
-- the Uncounted migration.

-- The items of before. Without the trigger: it looks through the walls of one restaurant, and these are all of them.
alter table inventory.items disable trigger check_moved_places;
update inventory.items i set on_hand = null
where i.on_hand = 0 and not exists (
  select from inventory.stock_movements m where m.restaurant_id = i.restaurant_id and m.item_id = i.id and m.kind <> 'undo'
    and not exists (select from inventory.stock_movements back where back.reverses_id = m.id));
alter table inventory.items enable trigger check_moved_places;

grant create on schema inventory to kg_ledger, kg_search;

set local role kg_ledger;
-- As before, but an opening of zero is posted too: it was counted.
create or replace function inventory.post_opening() returns trigger language plpgsql security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
declare places record;
begin
  select array_agg(restaurant_id) as r, array_agg(supplier_id) as s, array_agg(storage_area_id) as a into places
  from (select distinct restaurant_id, supplier_id, storage_area_id from added) used;
  perform inventory.check_places(places.r, places.s, places.a);
  insert into inventory.stock_movements (
    restaurant_id, item_id, department, kind, quantity, entered_quantity, entered_unit, factor, unit_cost, storage_area_id,
    occurred_at, user_id, import_id, import_line)
  select restaurant_id, id, department, case when created_import_id is null then 'count' else 'import' end, on_hand, on_hand, unit, 1,
    unit_cost, storage_area_id, created_at, created_by, created_import_id, created_line
  from added where on_hand is not null;
  return null;
end $$;

-- As before, but the first movement makes the item counted, and the undo of the last one that stood takes that back. Only an undo that
-- leaves nothing looks for one; subqueries, so that they are look-ups however large the ledger is.
create or replace function inventory.post_movements() returns trigger language plpgsql security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
declare
  wanted bigint;
  touched bigint;
begin
  select count(*) into wanted from (select distinct restaurant_id, department, item_id from added) named;
  update inventory.items i set on_hand = case
    when moved.undoes and coalesce(i.on_hand, 0) + moved.quantity = 0 and (
      select m.id from inventory.stock_movements m
      where m.restaurant_id = i.restaurant_id and m.item_id = i.id and m.kind <> 'undo'
        and (select back.id from inventory.stock_movements back where back.reverses_id = m.id) is null
      limit 1) is null then null
    else coalesce(i.on_hand, 0) + moved.quantity end
  from (
    select restaurant_id, department, item_id, sum(quantity) as quantity, bool_or(reverses_id is not null) as undoes
    from added group by 1, 2, 3) moved
  where i.id = moved.item_id and i.restaurant_id = moved.restaurant_id and i.department = moved.department;
  get diagnostics touched = row_count;
  if touched <> wanted then
    raise exception 'A movement names an item that this restaurant''s department does not have.' using errcode = 'foreign_key_violation';
  end if;

  select count(*) into wanted from (select distinct restaurant_id, item_id, lot_id from added where lot_id is not null) named;
  if wanted > 0 then
    update inventory.lots l set
      on_hand = l.on_hand + moved.quantity,
      closed_at = case
        when l.on_hand + moved.quantity > 0 then null
        when moved.quantity < 0 then coalesce(l.closed_at, now())
        else l.closed_at end
    from (
      select restaurant_id, item_id, lot_id, sum(quantity) as quantity from added where lot_id is not null group by 1, 2, 3) moved
    where l.id = moved.lot_id and l.item_id = moved.item_id and l.restaurant_id = moved.restaurant_id;
    get diagnostics touched = row_count;
    if touched <> wanted then
      raise exception 'A movement names a lot that its item does not have.' using errcode = 'foreign_key_violation';
    end if;
  end if;

  -- A subquery for each, so that it is a look-up by id however large the ledger is.
  if exists (
      select from added a where a.reverses_id is not null and a.quantity is distinct from (
        select -m.quantity from inventory.stock_movements m
        where m.id = a.reverses_id and m.restaurant_id = a.restaurant_id and m.item_id = a.item_id)) then
    raise exception 'An undo has to reverse a movement of its own item by exactly its quantity.' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

set local role kg_search;
-- As before, but what is not counted sorts as nothing and can be asked for. It is never low: a comparison with null is not true.
drop function inventory.search_items(text, text[], text, uuid, boolean, boolean, text, boolean, text, uuid, integer);
create function inventory.search_items(
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
begin
  if restaurant is null or dept not in ('kitchen', 'bar') then
    return;
  end if;
  for n in 1 .. coalesce(array_length(patterns, 1), 0) loop
    condition := condition || format(' and i.search_text like $2[%s]', n);
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
revoke execute on function inventory.search_items(text, text[], text, uuid, boolean, boolean, boolean, text, boolean, text, uuid, integer) from public;
grant execute on function inventory.search_items(text, text[], text, uuid, boolean, boolean, boolean, text, boolean, text, uuid, integer) to kg_app;
reset role;
revoke create on schema inventory from kg_ledger, kg_search;
