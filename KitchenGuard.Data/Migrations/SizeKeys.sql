-- Sizes that are the same in another measure (70 cl, 0.7 l, 700 ml) are one size in an item's key, as ItemIdentity.NameKey makes it from now on. Runs as
-- kg_owner at the end of the SizeKeys migration. Without the triggers: nothing that anybody sees changes.
alter table inventory.items disable trigger check_moved_places, disable trigger raise_version;
with sized as (
  select id, regexp_match(substring(name_key from '\|([^|]*)$'), '^([0-9]{1,9}(?:[.,](?:[0-9]{1,2}|[0-9]{4,6}))?|0[.,][0-9]{3}) ?(ml|cl|dl|l|kg|g)$') as size
  from inventory.items where coalesce(bottle_size, pack_size) is not null)
update inventory.items i set name_key = regexp_replace(i.name_key, '\|[^|]*$', '') || '|'
  || trim_scale(replace(s.size[1], ',', '.')::numeric * case s.size[2] when 'cl' then 10 when 'dl' then 100 when 'l' then 1000 when 'kg' then 1000 else 1 end)
  || case when s.size[2] in ('kg', 'g') then ' g' else ' ml' end
from sized s where s.id = i.id and s.size is not null;
alter table inventory.items enable trigger check_moved_places, enable trigger raise_version;
