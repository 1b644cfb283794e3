-- What programs called their requests, with the answers. Runs as kg_owner at the end of the RequestKeys migration.

grant select, insert, update, delete on auth.request_keys to kg_app;
alter table auth.request_keys enable row level security;
alter table auth.request_keys force row level security;
create policy tenant on auth.request_keys using (restaurant_id = nullif(current_setting('app.restaurant_id', true), '')::uuid);
create policy owner on auth.request_keys to kg_owner using (true);
grant select (restaurant_id), delete on auth.request_keys to kg_eraser;
create policy erase on auth.request_keys to kg_eraser using (restaurant_id in (select id from auth.restaurants));

-- As before, and the keys.
grant create on schema auth to kg_eraser;
set local role kg_eraser;
create or replace function auth.delete_restaurant(restaurant uuid) returns boolean language plpgsql security definer
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
  delete from auth.request_keys where restaurant_id = restaurant;
  delete from auth.device_pins where restaurant_id = restaurant;
  delete from auth.shared_devices where restaurant_id = restaurant;
  delete from auth.invitations where restaurant_id = restaurant;
  delete from auth.members where restaurant_id = restaurant;
  delete from auth.audit_entries where restaurant_id = restaurant;
  delete from auth.restaurants where id = restaurant;
  return true;
end $$;
reset role;
revoke create on schema auth from kg_eraser;
