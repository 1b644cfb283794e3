-- Teams: invitations, password resets, and what a restaurant opens to its staff. Runs as kg_owner at the end of the Teams migration.

grant select, insert, update, delete on auth.invitations to kg_app;
grant select, insert, update, delete on auth.password_reset_tokens to kg_app;
-- Somebody who leaves: what they did keeps their name, which is their account's.
grant delete on auth.members to kg_app;

alter table auth.invitations enable row level security;
alter table auth.invitations force row level security;
create policy tenant on auth.invitations using (restaurant_id = nullif(current_setting('app.restaurant_id', true), '')::uuid);
create policy owner on auth.invitations to kg_owner using (true);

-- Whoever opens an invitation's link is nowhere yet: its hash leads to the restaurant, and nothing else comes out.
grant usage, create on schema auth to kg_search;
grant select (restaurant_id, token_hash) on auth.invitations to kg_search;
create policy lookup on auth.invitations for select to kg_search using (true);
create function auth.restaurant_of_invitation(hash bytea) returns uuid language sql stable security definer
  set search_path = pg_catalog, auth, pg_temp as $$
  select restaurant_id from auth.invitations where token_hash = hash
$$;
revoke execute on function auth.restaurant_of_invitation(bytea) from public;
grant execute on function auth.restaurant_of_invitation(bytea) to kg_app;
alter function auth.restaurant_of_invitation(bytea) owner to kg_search;
revoke create on schema auth from kg_search;
