-- What EF's model cannot say: who may do what, the walls between restaurants, and the ledger that keeps on hand.
-- Runs as kg_owner at the end of the Initial migration. Roles come from Postgres/roles.sql.

create extension if not exists pg_trgm with schema inventory;
create extension if not exists btree_gin with schema inventory;

-- Failed sign-ins per account and address, shared by all instances. Losing it in a crash costs an attacker's count, nothing else.
create unlogged table auth.sign_in_throttle (
  key bytea primary key,
  failures integer not null,
  window_until timestamptz not null
);

create index idx_items_search on inventory.items using gin (restaurant_id, search_text inventory.gin_trgm_ops);

-- Finds what moved since an import's count; a few pages for a table that only grows.
create index idx_movements_recorded_at on inventory.stock_movements using brin (recorded_at) with (pages_per_range = 16, autosummarize = on);

alter table inventory.items
  add constraint items_department check (department in ('kitchen', 'bar')),
  add constraint items_name check (name <> ''),
  add constraint items_case_size check (case_size > 0);
alter table inventory.stock_movements
  add constraint movements_kind check (kind in ('import', 'receive', 'use', 'waste', 'transfer', 'count', 'correction', 'undo')),
  add constraint movements_undo check ((kind = 'undo') = (reverses_id is not null)),
  add constraint movements_entered check (factor > 0);

-- Grants --------------------------------------------------------------------------------------------------------------------------

grant usage on schema auth, inventory to kg_app;
grant select on auth.migrations to kg_app;
grant select, insert, update, delete on
  auth.users, auth.user_claims, auth.user_logins, auth.user_tokens, auth.user_passkeys, auth.data_protection_keys,
  auth.registration_drafts, auth.draft_files, auth.sign_in_throttle to kg_app;
grant select, insert, update on auth.restaurants, auth.members to kg_app;
grant select, insert, update on inventory.suppliers, inventory.storage_areas to kg_app;
grant select, insert, update on inventory.imports, inventory.import_progress to kg_app;
grant select, insert on inventory.upload_chunks, inventory.import_issues, inventory.import_changes, inventory.stock_movements to kg_app;
grant select, insert on inventory.items to kg_app;
-- An item's on hand at insert becomes its opening movement; a lot's has no such movement, so it starts at nothing.
grant select, insert (id, restaurant_id, item_id, lot_code, expires_on, closed_at, created_at) on inventory.lots to kg_app;
grant update (lot_code, expires_on, closed_at) on inventory.lots to kg_app;
grant usage on all sequences in schema auth, inventory to kg_app;
do $$ begin
  execute (
    select format('grant update (%s) on inventory.items to kg_app', string_agg(quote_ident(column_name), ', '))
    from information_schema.columns
    where table_schema = 'inventory' and table_name = 'items'
      and column_name not in ('id', 'restaurant_id', 'department', 'on_hand', 'version', 'created_at', 'created_by', 'created_import_id', 'created_line'));
end $$;

-- Wall two: every tenant table shows the rows of the restaurant that the transaction entered, and takes no others. ----------------

do $$
declare t record;
begin
  for t in
    select c.oid::regclass as name, case when c.relname = 'restaurants' then 'id' else 'restaurant_id' end as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('auth', 'inventory') and c.relkind = 'r'
      and (c.relname = 'restaurants' or exists (
        select from pg_attribute a where a.attrelid = c.oid and a.attname = 'restaurant_id' and not a.attisdropped))
  loop
    execute format('alter table %s enable row level security', t.name);
    execute format('alter table %s force row level security', t.name);
    execute format(
      'create policy tenant on %s using (%I = nullif(current_setting(''app.restaurant_id'', true), '''')::uuid)', t.name, t.tenant);
    -- The owner never serves; data migrations must see rows in spite of FORCE.
    execute format('create policy owner on %s to kg_owner using (true)', t.name);
  end loop;
end $$;

-- The ledger ----------------------------------------------------------------------------------------------------------------------

grant usage, create on schema inventory to kg_ledger;
grant select, update (on_hand) on inventory.items to kg_ledger;
grant select, update (on_hand, closed_at) on inventory.lots to kg_ledger;
grant select on inventory.suppliers, inventory.storage_areas to kg_ledger;
grant select, insert on inventory.stock_movements to kg_ledger;
grant usage on all sequences in schema inventory to kg_ledger;

create function inventory.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is append-only: post a reversing movement instead.' using errcode = 'insufficient_privilege';
end $$;
create trigger refuse_change before update or delete or truncate on inventory.stock_movements
  for each statement execute function inventory.refuse_change();

create function inventory.raise_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
do $$ begin
  execute (
    select format(
      'create trigger raise_version before update of %s on inventory.items for each row when (old.* is distinct from new.*) execute function inventory.raise_version()',
      string_agg(quote_ident(column_name), ', '))
    from information_schema.columns
    where table_schema = 'inventory' and table_name = 'items' and column_name not in ('id', 'on_hand', 'version'));
end $$;

-- Supplier and storage area belong to the same restaurant. Set-wise, because a foreign key costs every imported row and does not
-- compare restaurants: referential checks look through row-level security.
create function inventory.check_places(restaurant uuid[], supplier uuid[], area uuid[]) returns void language plpgsql as $$
begin
  if exists (
      select from (select distinct r, a from unnest(restaurant, area) as given(r, a)) used
      where not exists (select from inventory.storage_areas s where s.restaurant_id = used.r and s.id = used.a))
    or exists (
      select from (select distinct r, s from unnest(restaurant, supplier) as given(r, s) where s is not null) used
      where not exists (select from inventory.suppliers s where s.restaurant_id = used.r and s.id = used.s)) then
    raise exception 'An item names a supplier or storage area of no such restaurant.' using errcode = 'foreign_key_violation';
  end if;
end $$;

-- What an item has on hand when it is made becomes its first movement, in one statement for all new rows.
create function inventory.post_opening() returns trigger language plpgsql security definer
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
  from added where on_hand <> 0;
  return null;
end $$;

create function inventory.check_moved_places() returns trigger language plpgsql security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
declare places record;
begin
  select array_agg(restaurant_id) as r, array_agg(supplier_id) as s, array_agg(storage_area_id) as a into places
  from (select distinct restaurant_id, supplier_id, storage_area_id from changed) used;
  perform inventory.check_places(places.r, places.s, places.a);
  return null;
end $$;

-- Every other movement adds to its item's on hand and its lot's, set-wise; an item that does not exist refuses the statement.
create function inventory.post_movements() returns trigger language plpgsql security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
declare
  wanted bigint;
  touched bigint;
begin
  select count(*) into wanted from (select distinct restaurant_id, department, item_id from added) named;
  update inventory.items i set on_hand = i.on_hand + moved.quantity
  from (select restaurant_id, department, item_id, sum(quantity) as quantity from added group by 1, 2, 3) moved
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

-- The ledger's own role is how the opening's movements are told from everybody else's: the serving role cannot become it.
create trigger post_opening after insert on inventory.items referencing new table as added
  for each statement execute function inventory.post_opening();
create trigger check_moved_places after update on inventory.items referencing new table as changed
  for each statement when (current_user <> 'kg_ledger') execute function inventory.check_moved_places();
create trigger post_movements after insert on inventory.stock_movements referencing new table as added
  for each statement when (current_user <> 'kg_ledger') execute function inventory.post_movements();

-- After the triggers, which need the right to be made and not to fire. With it the serving role could attach these functions to a
-- temporary table of its own and have them write what it likes.
revoke execute on function inventory.check_places(uuid[], uuid[], uuid[]), inventory.refuse_change(), inventory.raise_version(),
  inventory.post_opening(), inventory.check_moved_places(), inventory.post_movements() from public;
grant execute on function inventory.check_places(uuid[], uuid[], uuid[]) to kg_ledger;
alter function inventory.post_opening() owner to kg_ledger;
alter function inventory.check_moved_places() owner to kg_ledger;
alter function inventory.post_movements() owner to kg_ledger;
revoke create on schema inventory from kg_ledger;

-- Look-ups across the wall: a short list of functions that return ids only. -------------------------------------------------------

grant usage, create on schema auth, inventory to kg_search;
grant select on inventory.items to kg_search;
grant select (id, restaurant_id, status, created_at) on inventory.imports to kg_search;
grant select (restaurant_id, import_id, updated_at) on inventory.import_progress to kg_search;
grant select (restaurant_id, user_id, created_at) on auth.members to kg_search;
create policy lookup on inventory.items for select to kg_search using (true);
create policy lookup on inventory.imports for select to kg_search using (true);
create policy lookup on inventory.import_progress for select to kg_search using (true);
create policy lookup on auth.members for select to kg_search using (true);

-- The restaurants of a user, oldest membership first.
create function auth.restaurants_of(member uuid) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, auth, pg_temp as $$
  select restaurant_id from auth.members where user_id = member order by created_at, restaurant_id
$$;

-- The restaurant that an import belongs to: a job is given the import's id alone.
create function inventory.restaurant_of_import(import uuid) returns uuid language sql stable security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
  select restaurant_id from inventory.imports where id = import
$$;

-- Imports that nobody works on: missed at enqueueing, or their worker gave no sign of life.
create function inventory.stranded_imports(quiet interval) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
  select i.id from inventory.imports i
  left join inventory.import_progress p on p.restaurant_id = i.restaurant_id and p.import_id = i.id
  where i.status in ('pending', 'running') and coalesce(p.updated_at, i.created_at) < now() - quiet
  order by i.created_at limit 100
$$;

-- Substring search. LIKE is not leakproof, so under row-level security no index could serve it; this function filters by the entered
-- restaurant itself and holds filters, order, keyset and limit inside.
create function inventory.search_items(
    dept text, patterns text[], in_category text, of_supplier uuid, low_only boolean, show_archived boolean,
    sort text, descending boolean, after_value text, after_id uuid, at_most integer)
  returns setof uuid language plpgsql stable security definer set search_path = pg_catalog, inventory, pg_temp as $$
declare
  restaurant uuid := nullif(current_setting('app.restaurant_id', true), '')::uuid;
  key text := case sort
    when 'onHand' then 'i.on_hand'
    when 'category' then 'coalesce(i.category, '''')'
    when 'unitCost' then 'coalesce(i.unit_cost, 0)'
    when 'value' then '(i.on_hand * coalesce(i.unit_cost, 0))'
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
  if after_id is not null then
    condition := condition || format(' and (%s, i.id) %s ($5::%s, $6)', key, case when descending then '<' else '>' end, type);
  end if;
  return query execute format(
    'select i.id from inventory.items i where i.restaurant_id = $1 and i.department = %L and i.archived_at is %s null%s order by %s %s, i.id %s limit $7',
    dept, case when show_archived then 'not' else '' end, condition, key, direction, direction)
  using restaurant, patterns, in_category, of_supplier, after_value, after_id, least(at_most, 10000);
end $$;

revoke execute on function auth.restaurants_of(uuid), inventory.restaurant_of_import(uuid), inventory.stranded_imports(interval),
  inventory.search_items(text, text[], text, uuid, boolean, boolean, text, boolean, text, uuid, integer) from public;
grant execute on function auth.restaurants_of(uuid), inventory.restaurant_of_import(uuid), inventory.stranded_imports(interval),
  inventory.search_items(text, text[], text, uuid, boolean, boolean, text, boolean, text, uuid, integer) to kg_app;
alter function auth.restaurants_of(uuid) owner to kg_search;
alter function inventory.restaurant_of_import(uuid) owner to kg_search;
alter function inventory.stranded_imports(interval) owner to kg_search;
alter function inventory.search_items(text, text[], text, uuid, boolean, boolean, text, boolean, text, uuid, integer) owner to kg_search;
revoke create on schema auth, inventory from kg_search;

-- The two lists as people know them, for reports: begin; select set_config('app.restaurant_id', '<id>', true); select * from … -----

create view inventory.kitchen_produce with (security_invoker = true) as
  select i.*, s.name as supplier, a.name as storage_area from inventory.items i
  left join inventory.suppliers s on s.id = i.supplier_id
  join inventory.storage_areas a on a.id = i.storage_area_id
  where i.department = 'kitchen' and i.archived_at is null;
create view inventory.bar_supplies with (security_invoker = true) as
  select i.*, s.name as supplier, a.name as storage_area from inventory.items i
  left join inventory.suppliers s on s.id = i.supplier_id
  join inventory.storage_areas a on a.id = i.storage_area_id
  where i.department = 'bar' and i.archived_at is null;
grant select on inventory.kitchen_produce, inventory.bar_supplies to kg_app;
