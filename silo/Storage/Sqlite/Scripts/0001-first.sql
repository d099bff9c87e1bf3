-- Times are whole microseconds since 1970 (UTC). Identifiers are UUIDs as lower-case text. Hashes are SHA-256, 32 bytes.

create table participant (
  participant_id text not null primary key,
  status text not null check (status in ('pending', 'active', 'suspended', 'left')),
  language text not null check (language in ('nl', 'en')),
  phone text not null,
  created_at integer not null
) strict, without rowid;

create unique index participant_phone on participant (phone) where status in ('pending', 'active');

create table location (
  participant_id text not null references participant (participant_id),
  location_no integer not null check (location_no between 1 and 5),
  cell integer not null,      -- H3, resolution 8
  region integer not null,    -- H3, resolution 5
  latitude real not null,
  longitude real not null,
  primary key (participant_id, location_no)
) strict, without rowid;

create index location_cell on location (cell);
create index location_region on location (region, cell);

create table action (
  action_id text not null primary key,
  control_room text not null,
  kind text not null,
  incident_number text not null,
  practice integer not null,
  status text not null,
  epoch integer not null,
  running integer not null,
  created_at integer not null
) strict, without rowid;

create index action_control_room on action (control_room, created_at);
create index action_running on action (action_id) where running = 1;

create table action_event (
  action_id text not null,
  sequence integer not null,
  at integer not null,
  control_room text not null,
  dispatcher text not null,
  type text not null,
  data text not null,
  operation_id text,
  fingerprint text,
  previous_hash blob not null,
  hash blob not null,
  primary key (action_id, sequence)
) strict, without rowid;

create unique index action_event_operation on action_event (action_id, operation_id) where operation_id is not null;

create table action_message (
  action_id text not null,
  message_no integer not null,
  language text not null,
  duration_ms integer not null,
  wave blob not null,
  primary key (action_id, message_no, language)
) strict;

create table delivery (
  action_id text not null,
  message_no integer not null,
  participant_id text not null,
  channel text not null,
  lane integer not null,
  lane_order integer not null,
  language text not null,
  band integer not null,
  selected_at integer not null,
  result integer not null default 0,
  contacted integer not null default 0,
  result_at integer,
  primary key (action_id, message_no, participant_id, channel)
) strict, without rowid;

create index delivery_lane on delivery (action_id, lane, lane_order);
create index delivery_band on delivery (action_id, band, participant_id);

create table attempt (
  action_id text not null,
  message_no integer not null,
  participant_id text not null,
  channel text not null,
  attempt_no integer not null,
  lane integer not null,
  carrier text not null,
  incarnation text not null,
  call_id text not null,
  nonce text not null,
  epoch integer not null,
  claimed_at integer not null,
  deadline integer not null,
  redial integer not null,
  rang_at integer,
  answered_at integer,
  ended_at integer,
  end_code integer not null default 0,
  sip_status integer not null default 0,
  keys text not null default '',
  played_ms integer not null default 0,
  primary key (action_id, message_no, participant_id, channel, attempt_no)
) strict, without rowid;

create index attempt_open on attempt (carrier, deadline) where ended_at is null;

create table lane_log (
  action_id text not null,
  lane integer not null,
  sequence integer not null,
  at integer not null,
  type text not null,
  data text not null,
  previous_hash blob not null,
  hash blob not null,
  primary key (action_id, lane, sequence)
) strict, without rowid;

create index lane_log_time on lane_log (action_id, at, lane, sequence);
