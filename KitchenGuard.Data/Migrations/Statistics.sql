-- What the planner knows about the ledger. Runs as kg_owner at the end of the Statistics migration.

-- For whoever is about to look up thousands of rows: the figures may be from before those were there, and then an index over the whole restaurant
-- looks as good as the one by item. Not waited for where somebody else takes them or clears up meanwhile.
create function inventory.refresh_statistics() returns void language plpgsql security definer
  set search_path = pg_catalog, inventory, pg_temp set lock_timeout = '5s' as $$
begin
  analyze inventory.items, inventory.stock_movements, inventory.lots;
exception when lock_not_available then
  return;
end $$;
revoke execute on function inventory.refresh_statistics() from public;
grant execute on function inventory.refresh_statistics() to kg_app;
