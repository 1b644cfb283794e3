-- Second factors. Runs as kg_owner at the end of the SecondFactors migration.

grant select, insert, update, delete on auth.authenticators, auth.recovery_codes to kg_app;

alter table auth.sessions add constraint sessions_second_factor check (second_factor in ('authenticator', 'recoverycode', 'passkey'));
