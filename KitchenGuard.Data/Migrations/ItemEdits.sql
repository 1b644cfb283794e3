-- Who changed a field by hand. Runs as kg_owner at the end of the ItemEdits migration.

grant select, insert, update on inventory.item_edits to kg_app;
alter table inventory.item_edits enable row level security;
alter table inventory.item_edits force row level security;
create policy tenant on inventory.item_edits using (restaurant_id = nullif(current_setting('app.restaurant_id', true), '')::uuid);
create policy owner on inventory.item_edits to kg_owner using (true);
