-- Review, mending and undo of imports, and mails on their way out. Runs as kg_owner at the end of the ImportReview migration.

alter table inventory.import_undo_items add constraint undo_items_outcome check (outcome in ('kept', 'impossible'));

grant select, insert, update, delete on inventory.import_edits, inventory.mapping_memories to kg_app;
grant select, insert, delete on inventory.import_undo_items to kg_app;
-- A new check replaces what an earlier one found.
grant delete on inventory.import_issues to kg_app;
grant select, insert, update on auth.outgoing_mails to kg_app;
grant usage on all sequences in schema inventory to kg_app;

do $$
declare t regclass;
begin
  foreach t in array array['inventory.import_edits', 'inventory.mapping_memories', 'inventory.import_undo_items']::regclass[]
  loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy tenant on %s using (restaurant_id = nullif(current_setting(''app.restaurant_id'', true), '''')::uuid)', t);
    execute format('create policy owner on %s to kg_owner using (true)', t);
  end loop;
end $$;

-- An undo whose worker died is taken up again like an import.
grant usage, create on schema inventory to kg_search;
set local role kg_search;
create or replace function inventory.stranded_imports(quiet interval) returns setof uuid language sql stable security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
  select i.id from inventory.imports i
  left join inventory.import_progress p on p.restaurant_id = i.restaurant_id and p.import_id = i.id
  where i.status in ('pending', 'running', 'undoing') and coalesce(p.updated_at, i.created_at) < now() - quiet
  order by i.created_at limit 100
$$;
reset role;
revoke create on schema inventory from kg_search;
