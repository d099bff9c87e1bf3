-- What nodes of a cluster share beside the register and the actions.

-- Who holds which share of a carrier's limits: written before a dialer is told of it. Of two carrier grains that are alive at once only the
-- one that knows the epoch can hand out anything.
create table carrier (
  carrier text not null primary key,
  epoch bigint not null
);

create table carrier_lease (
  carrier text not null references carrier (carrier),
  prefix text not null,                -- of numbers with a limit of their own; empty for the carrier as a whole
  dialer text not null,                -- carrier, silo address, generation
  channels integer not null,
  calls_per_second integer not null,
  calls_under_way integer not null,
  valid_until timestamptz not null,
  primary key (carrier, prefix, dialer)
);

-- What follows is Orleans' own, in the form in which its ADO.NET providers ask for it: they read their statements from orleansquery by key, and bind
-- their parameters by name. Each statement is one; what must happen together or not at all stands in one with its parts.
create table orleansquery (
  querykey text not null primary key,
  querytext text not null
);

create table orleans_membership_version (
  deployment_id text not null primary key,
  version integer not null,
  changed_at timestamptz not null default now()
);

create table orleans_membership (
  deployment_id text not null references orleans_membership_version (deployment_id),
  address text not null,
  port integer not null,
  generation integer not null,
  silo_name text not null,
  host_name text not null,
  status integer not null,
  proxy_port integer not null,
  suspect_times text,
  start_time timestamptz not null,
  i_am_alive_time timestamptz not null,
  primary key (deployment_id, address, port, generation)
);

insert into orleansquery (querykey, querytext) values
('InsertMembershipVersionKey', '
with inserted as (
  insert into orleans_membership_version (deployment_id, version) values (@DeploymentId, 0) on conflict do nothing returning 1
)
select count(*)::integer from inserted'),

('InsertMembershipKey', '
with raised as (
  update orleans_membership_version set version = version + 1, changed_at = now()
   where deployment_id = @DeploymentId and version = @Version
     and not exists (
       select 1 from orleans_membership
        where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
     )
  returning 1
), inserted as (
  insert into orleans_membership
    (deployment_id, address, port, generation, silo_name, host_name, status, proxy_port, start_time, i_am_alive_time)
  select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from raised
  returning 1
)
select count(*)::integer from inserted'),

('UpdateMembershipKey', '
with raised as (
  update orleans_membership_version set version = version + 1, changed_at = now()
   where deployment_id = @DeploymentId and version = @Version
     and exists (
       select 1 from orleans_membership
        where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
     )
  returning 1
), updated as (
  update orleans_membership set status = @Status, suspect_times = @SuspectTimes, i_am_alive_time = @IAmAliveTime
    from raised
   where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation
  returning 1
)
select count(*)::integer from updated'),

('UpdateIAmAlivetimeKey', '
update orleans_membership set i_am_alive_time = @IAmAliveTime
 where deployment_id = @DeploymentId and address = @Address and port = @Port and generation = @Generation'),

('MembershipReadRowKey', '
select table_version.deployment_id as DeploymentId, silo.address as Address, silo.port as Port, silo.generation as Generation,
       silo.silo_name as SiloName, silo.host_name as HostName, silo.status as Status, silo.proxy_port as ProxyPort,
       silo.suspect_times as SuspectTimes, silo.start_time as StartTime, silo.i_am_alive_time as IAmAliveTime, table_version.version as Version
  from orleans_membership_version table_version
  left join orleans_membership silo
    on silo.deployment_id = table_version.deployment_id and silo.address = @Address and silo.port = @Port and silo.generation = @Generation
 where table_version.deployment_id = @DeploymentId'),

('MembershipReadAllKey', '
select table_version.deployment_id as DeploymentId, silo.address as Address, silo.port as Port, silo.generation as Generation,
       silo.silo_name as SiloName, silo.host_name as HostName, silo.status as Status, silo.proxy_port as ProxyPort,
       silo.suspect_times as SuspectTimes, silo.start_time as StartTime, silo.i_am_alive_time as IAmAliveTime, table_version.version as Version
  from orleans_membership_version table_version
  left join orleans_membership silo on silo.deployment_id = table_version.deployment_id
 where table_version.deployment_id = @DeploymentId'),

('DeleteMembershipTableEntriesKey', '
with silos as (delete from orleans_membership where deployment_id = @DeploymentId)
delete from orleans_membership_version where deployment_id = @DeploymentId'),

('GatewaysQueryKey', '
select address as Address, proxy_port as ProxyPort, generation as Generation
  from orleans_membership
 where deployment_id = @DeploymentId and status = @Status and proxy_port > 0'),

('CleanupDefunctSiloEntriesKey', '
delete from orleans_membership where deployment_id = @DeploymentId and i_am_alive_time < @IAmAliveTime and status <> 3');
