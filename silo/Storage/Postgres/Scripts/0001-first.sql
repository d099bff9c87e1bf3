-- The same tables as in SQLite, in PostgreSQL's own types. Times are timestamptz, which keeps whole microseconds, as the chains
-- hash them. What is hashed stands as text, never as jsonb: the very bytes must come back.

create table participant (
  participant_id uuid not null primary key,
  status text not null check (status in ('pending', 'active', 'suspended', 'left')),
  language text not null check (language in ('nl', 'en')),
  phone text not null,
  created_at timestamptz not null
);

create unique index participant_phone on participant (phone) where status in ('pending', 'active');

create table location (
  participant_id uuid not null references participant (participant_id),
  location_no smallint not null check (location_no between 1 and 5),
  cell bigint not null,       -- H3, resolution 8
  region bigint not null,     -- H3, resolution 5
  latitude double precision not null,
  longitude double precision not null,
  primary key (participant_id, location_no)
);

create index location_cell on location (cell);
create index location_region on location (region, cell);

create table action (
  action_id uuid not null primary key,
  control_room text not null,
  kind text not null,
  incident_number text not null,
  practice boolean not null,
  status text not null,
  epoch integer not null,
  running boolean not null,
  created_at timestamptz not null
);

create index action_control_room on action (control_room, created_at, action_id);
create index action_running on action (action_id) where running;

create table action_event (
  action_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  control_room text not null,
  dispatcher text not null,
  type text not null,
  data text not null,
  operation_id text,
  fingerprint text,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (action_id, sequence)
);

create unique index action_event_operation on action_event (action_id, operation_id) where operation_id is not null;

create table action_message (
  action_id uuid not null,
  message_no smallint not null,
  language text not null,
  duration_ms integer not null,
  wave bytea not null,
  primary key (action_id, message_no, language)
);

-- Audio does not get smaller by compressing it again and again.
alter table action_message alter column wave set storage external;

-- A row is written when its participant is selected and again when the result is known: room on the page keeps it there.
create table delivery (
  action_id uuid not null,
  message_no smallint not null,
  participant_id uuid not null,
  channel text not null,
  lane integer not null,
  lane_order bigint not null generated always as identity,
  language text not null,
  band integer not null,
  selected_at timestamptz not null,
  result smallint not null default 0,
  contacted boolean not null default false,
  result_at timestamptz,
  primary key (action_id, message_no, participant_id, channel)
) with (fillfactor = 80);

create index delivery_lane on delivery (action_id, lane, lane_order);
create index delivery_band on delivery (action_id, band, participant_id);

create table attempt (
  action_id uuid not null,
  message_no smallint not null,
  participant_id uuid not null,
  channel text not null,
  attempt_no integer not null,
  lane integer not null,
  carrier text not null,
  incarnation text not null,
  call_id text not null,
  nonce uuid not null,
  epoch integer not null,
  claimed_at timestamptz not null,
  deadline timestamptz not null,
  redial boolean not null,
  rang_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  end_code smallint not null default 0,
  sip_status smallint not null default 0,
  keys text not null default '',
  played_ms integer not null default 0,
  primary key (action_id, message_no, participant_id, channel, attempt_no)
) with (fillfactor = 80);

create index attempt_open on attempt (carrier, deadline) where ended_at is null;

create table lane_log (
  action_id uuid not null,
  lane integer not null,
  sequence bigint not null,
  at timestamptz not null,
  type text not null,
  data text not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (action_id, lane, sequence)
);

create index lane_log_time on lane_log (action_id, at, lane, sequence);
