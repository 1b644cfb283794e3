-- Who may do what with a database of KitchenGuard, before any migration. May be run again.
--
--   create database kitchenguard owner kg_owner template template0 encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8';
--   psql -v ON_ERROR_STOP=1 -v database=kitchenguard -d kitchenguard -f database.sql
--
-- Needs roles.sql first and a superuser, or the role that ran roles.sql after `grant kg_owner to current_user` (managed servers).

revoke all on database :"database" from public;
grant connect, temporary on database :"database" to kg_app;
grant connect on database :"database" to kg_operator;
revoke all on schema public from public;
