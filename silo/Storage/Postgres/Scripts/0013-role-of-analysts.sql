-- The role that reads the views of schema analyst and nothing else. It has no password, so nobody comes in before somebody gives it one:
--   alter role burgernet_analyst password '...';
-- A login that may not create roles leaves it out; then run this as one that may: dotnet run --project silo -- analyst-role | psql ...
do $$
begin
  if not exists (select from pg_roles where rolname = 'burgernet_analyst') then
    if not (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
      raise notice 'The role burgernet_analyst was not made: % may not create roles', current_user;
      return;
    end if;
    begin
      create role burgernet_analyst login nosuperuser nocreatedb nocreaterole noinherit noreplication connection limit 10;
      alter role burgernet_analyst set statement_timeout = '60s';
      alter role burgernet_analyst set idle_in_transaction_session_timeout = '60s';
      alter role burgernet_analyst set default_transaction_read_only = on;
      alter role burgernet_analyst set search_path = analyst;
    exception
      -- Another database of this server was faster.
      when duplicate_object or unique_violation then null;
    end;
  end if;
  grant usage on schema analyst to burgernet_analyst;
  grant select on all tables in schema analyst to burgernet_analyst;
  alter default privileges in schema analyst grant select on tables to burgernet_analyst;
  begin
    execute format('grant connect on database %I to burgernet_analyst', current_database());
  exception
    when insufficient_privilege then raise notice 'Grant burgernet_analyst connect on this database';
  end;
end $$;
