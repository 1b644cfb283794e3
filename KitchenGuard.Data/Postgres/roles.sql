-- The roles of KitchenGuard, for the whole server. May be run again: it sets the passwords and leaves the rest as it is.
--
--   psql -v ON_ERROR_STOP=1 -v owner_password=… -v app_password=… -v operator_password=… -f roles.sql
--
-- Needs a superuser, or a role with CREATEROLE (managed servers). The database itself is made after it, see database.sql.

do $$
begin
  -- Migrates: owns the database and everything in it.
  if not exists (select from pg_roles where rolname = 'kg_owner') then
    create role kg_owner login;
  end if;
  -- Serves: owns nothing, so that row-level security and missing grants bind it.
  if not exists (select from pg_roles where rolname = 'kg_app') then
    create role kg_app login;
  end if;
  -- Reads across restaurants for the operators' pages: a listed set of columns, and nothing to write.
  if not exists (select from pg_roles where rolname = 'kg_operator') then
    create role kg_operator login;
  end if;
  -- Own the SECURITY DEFINER functions of the ledger and of the search; nobody signs in as them.
  if not exists (select from pg_roles where rolname = 'kg_ledger') then
    create role kg_ledger nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'kg_search') then
    create role kg_search nologin;
  end if;
  -- Owns the one function that deletes a restaurant; nobody signs in as it either.
  if not exists (select from pg_roles where rolname = 'kg_eraser') then
    create role kg_eraser nologin;
  end if;
  -- Naming the attributes in ALTER ROLE would need a superuser even to switch them off: check instead.
  if exists (select from pg_roles
             where rolname in ('kg_owner', 'kg_app', 'kg_operator', 'kg_ledger', 'kg_search', 'kg_eraser')
               and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)) then
    raise exception 'A role of KitchenGuard has SUPERUSER, BYPASSRLS, CREATEROLE, CREATEDB or REPLICATION. Take it away first.';
  end if;
  if exists (select from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname in ('kg_app', 'kg_operator')) then
    raise exception 'kg_app or kg_operator is a member of another role. Revoke that first: they have to own and inherit nothing.';
  end if;
end
$$;

alter role kg_owner login password :'owner_password';
alter role kg_app login password :'app_password';
alter role kg_operator login password :'operator_password';
alter role kg_operator set default_transaction_read_only = on;

-- Lets migrations hand functions over (alter function … owner to kg_ledger) without having these roles' rights all the time.
grant kg_ledger, kg_search, kg_eraser to kg_owner with inherit false, set true;
