-- What operators see of all restaurants: these columns and no others, to read and never to write. No hash, stamp, token, upload, cost, quantity or
-- name of an item is among them. Runs as kg_owner at the end of the Operators migration.

do $$ begin
  if not exists (select from pg_roles where rolname = 'kg_operator') then
    raise exception 'The role kg_operator is missing: run roles.sql and database.sql again, then migrate.';
  end if;
end $$;

grant usage on schema auth, inventory to kg_operator;
grant select (id, full_name, email, normalized_email, email_confirmed, user_name, normalized_user_name, two_factor_enabled, lockout_end, created_at, last_login_at, delete_after)
  on auth.users to kg_operator;
grant select (user_id) on auth.user_passkeys to kg_operator;
grant select (id, user_id, kind, agent, address, created_at, seen_at, idle, expires_at, ended_at) on auth.sessions to kg_operator;
grant select (id, name, time_zone, currency, locale, requires_second_factor, created_at, delete_after) on auth.restaurants to kg_operator;
grant select (id, restaurant_id, user_id, role, created_at) on auth.members to kg_operator;
grant select (id, restaurant_id, department, archived_at) on inventory.items to kg_operator;
grant select (id, restaurant_id, recorded_at) on inventory.stock_movements to kg_operator;
grant select (id, restaurant_id, department, file_name, size, status, dry_run, rows_total, rows_rejected, warnings, failure, created_at, finished_at)
  on inventory.imports to kg_operator;
grant select (id, at, user_id, user_name, address, action, subject, subject_id, reason) on auth.operator_entries to kg_operator;

do $$
declare t text;
begin
  foreach t in array array['auth.restaurants', 'auth.members', 'inventory.items', 'inventory.stock_movements', 'inventory.imports'] loop
    execute format('create policy operators on %s for select to kg_operator using (true)', t);
  end loop;
end $$;
