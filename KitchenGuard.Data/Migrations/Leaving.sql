-- Deletion of restaurants and accounts after their grace. Runs as kg_owner at the end of the Leaving migration.

-- An account that goes takes the mails to its address along; mails that were sent are kept for a month.
grant delete on auth.outgoing_mails to kg_app;

-- Nobody shortens the grace, by the database's own clock: whoever speaks as the serving role can ask for a deletion, but not have it today.
create function auth.keep_grace() returns trigger language plpgsql as $$
begin
  if new.delete_after < now() + interval '29 days' then
    raise exception 'A restaurant is deleted thirty days after it was asked for, not before.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke execute on function auth.keep_grace() from public;
create trigger keep_grace before update of delete_after on auth.restaurants
  for each row when (new.delete_after is distinct from old.delete_after) execute function auth.keep_grace();
create trigger keep_grace_from_the_start before insert on auth.restaurants
  for each row when (new.delete_after is not null) execute function auth.keep_grace();

-- Ledger and log go on refusing every change. Only the eraser deletes, and what it may delete is said below.
drop trigger refuse_change on inventory.stock_movements;
create trigger refuse_change before update or truncate on inventory.stock_movements
  for each statement execute function inventory.refuse_change();
create trigger refuse_delete before delete on inventory.stock_movements
  for each statement when (current_user <> 'kg_eraser') execute function inventory.refuse_change();
drop trigger refuse_change on auth.audit_entries;
create trigger refuse_change before update or truncate on auth.audit_entries
  for each statement execute function auth.refuse_change();
create trigger refuse_delete before delete on auth.audit_entries
  for each statement when (current_user <> 'kg_eraser') execute function auth.refuse_change();

-- The eraser sees and deletes rows of restaurants whose day has come.
grant usage, create on schema auth, inventory to kg_eraser;
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
    execute format('grant select (%I), delete on %s to kg_eraser', t.tenant, t.name);
    execute format('create policy erase on %s to kg_eraser using (%s)', t.name,
      case when t.tenant = 'id' then 'delete_after <= now()' else 'restaurant_id in (select id from auth.restaurants)' end);
  end loop;
end $$;
-- To hold its row, for which PostgreSQL wants the right to change something.
grant select (delete_after), update (deletion_reminded_at) on auth.restaurants to kg_eraser;

-- Deletes one restaurant with all it owns, or nothing. False: there is none, or its day has not come.
-- Lots go before their items, and movements after them: one that is being posted meanwhile waits for its item and then fails.
create function auth.delete_restaurant(restaurant uuid) returns boolean language plpgsql security definer
  set search_path = pg_catalog, auth, inventory, pg_temp as $$
begin
  perform from auth.restaurants r where r.id = restaurant and r.delete_after <= now() for update;
  if not found then
    return false;
  end if;
  delete from inventory.import_progress where restaurant_id = restaurant;
  delete from inventory.import_issues where restaurant_id = restaurant;
  delete from inventory.import_changes where restaurant_id = restaurant;
  delete from inventory.import_edits where restaurant_id = restaurant;
  delete from inventory.import_undo_items where restaurant_id = restaurant;
  delete from inventory.upload_chunks where restaurant_id = restaurant;
  delete from inventory.imports where restaurant_id = restaurant;
  delete from inventory.mapping_memories where restaurant_id = restaurant;
  delete from inventory.item_edits where restaurant_id = restaurant;
  delete from inventory.lots where restaurant_id = restaurant;
  delete from inventory.items where restaurant_id = restaurant;
  delete from inventory.stock_movements where restaurant_id = restaurant;
  delete from inventory.suppliers where restaurant_id = restaurant;
  delete from inventory.storage_areas where restaurant_id = restaurant;
  delete from auth.device_pins where restaurant_id = restaurant;
  delete from auth.shared_devices where restaurant_id = restaurant;
  delete from auth.invitations where restaurant_id = restaurant;
  delete from auth.members where restaurant_id = restaurant;
  delete from auth.audit_entries where restaurant_id = restaurant;
  delete from auth.restaurants where id = restaurant;
  return true;
end $$;
revoke execute on function auth.delete_restaurant(uuid) from public;
grant execute on function auth.delete_restaurant(uuid) to kg_app;
alter function auth.delete_restaurant(uuid) owner to kg_eraser;
revoke create on schema auth, inventory from kg_eraser;

-- Whose day comes by a moment, for the sweeper.
grant usage, create on schema auth to kg_search;
grant select (id, delete_after) on auth.restaurants to kg_search;
create policy lookup on auth.restaurants for select to kg_search using (true);
create function auth.leaving_restaurants(until timestamptz) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, auth, pg_temp as $$
  select id from auth.restaurants where delete_after <= until order by delete_after
$$;
revoke execute on function auth.leaving_restaurants(timestamptz) from public;
grant execute on function auth.leaving_restaurants(timestamptz) to kg_app;
alter function auth.leaving_restaurants(timestamptz) owner to kg_search;
revoke create on schema auth from kg_search;
