-- What an import or undo held back of the search's index. Runs as kg_owner at the end of the SearchIndex migration.

-- Whoever wrote thousands of items leaves their trigrams on a list beside the index, which every search reads through until somebody sorts it in. That
-- would be the next person who adds an item, so whoever wrote them does it.
create function inventory.settle_search_index() returns void language plpgsql security definer
  set search_path = pg_catalog, inventory, pg_temp as $$
begin
  perform gin_clean_pending_list('inventory.idx_items_search');
end $$;
revoke execute on function inventory.settle_search_index() from public;
grant execute on function inventory.settle_search_index() to kg_app;
