-- Sessions, shared devices, proofs of addresses, and the audit log. Runs as kg_owner at the end of the Sessions migration.

grant select, insert, update, delete on auth.sessions, auth.refresh_tokens, auth.email_proofs, auth.device_pins to kg_app;
grant select, insert on auth.shared_devices to kg_app;
grant update (name, revoked_at) on auth.shared_devices to kg_app;
-- Written and read, never changed: there is no grant, and the owner is refused as well.
grant select, insert on auth.audit_entries, auth.operator_entries to kg_app;
grant usage on all sequences in schema auth to kg_app;

alter table auth.sessions add constraint sessions_kind check (kind in ('browser', 'api', 'device')),
  add constraint sessions_device check ((kind = 'device') = (device_id is not null));

do $$
declare t text;
begin
  foreach t in array array['shared_devices', 'device_pins', 'audit_entries'] loop
    execute format('alter table auth.%I enable row level security', t);
    execute format('alter table auth.%I force row level security', t);
    execute format('create policy tenant on auth.%I using (restaurant_id = nullif(current_setting(''app.restaurant_id'', true), '''')::uuid)', t);
    execute format('create policy owner on auth.%I to kg_owner using (true)', t);
  end loop;
end $$;

create function auth.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is append-only.' using errcode = 'insufficient_privilege';
end $$;
revoke execute on function auth.refuse_change() from public;
create trigger refuse_change before update or delete or truncate on auth.audit_entries
  for each statement execute function auth.refuse_change();
create trigger refuse_change before update or delete or truncate on auth.operator_entries
  for each statement execute function auth.refuse_change();

-- A shared device is nowhere until its secret says where it hangs; nothing else comes out.
grant usage, create on schema auth to kg_search;
grant select (restaurant_id, token_hash, revoked_at) on auth.shared_devices to kg_search;
create policy lookup on auth.shared_devices for select to kg_search using (true);
create function auth.restaurant_of_device(hash bytea) returns uuid language sql stable security definer
  set search_path = pg_catalog, auth, pg_temp as $$
  select restaurant_id from auth.shared_devices where token_hash = hash and revoked_at is null
$$;
revoke execute on function auth.restaurant_of_device(bytea) from public;
grant execute on function auth.restaurant_of_device(bytea) to kg_app;
alter function auth.restaurant_of_device(bytea) owner to kg_search;
revoke create on schema auth from kg_search;
