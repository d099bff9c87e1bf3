-- Bulk imports: jobs, their reports, and the rows that wait to go into the register. At most one import is under way, so its rows need not say
-- whose they are. A row that waits is sealed like any other.

create table import (
  import_id text not null primary key,
  control_room text not null,
  started_by text not null,
  source text not null,
  state text not null,
  cancel_asked integer not null,
  problem text,
  problem_line integer,
  problem_column text,
  problem_most integer,
  bytes integer not null,
  sha256 text,
  rows_read integer not null,
  refused integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  started_at integer not null,
  ended_at integer,
  chunks integer not null,             -- chunks of rows that were stored
  applied integer not null             -- chunks that went into the register
) strict, without rowid;

create unique index import_under_way on import ((ended_at is null)) where ended_at is null;
create index import_control_room on import (control_room, started_at);

create table import_refusal (
  import_id text not null,
  line integer not null,
  refusal_no integer not null,
  column_name text,
  code text not null,
  other_line integer,
  primary key (import_id, line, refusal_no)
) strict, without rowid;

create table import_participant (
  chunk integer not null,
  line integer not null,
  participant_id text not null,
  outcome text,                        -- add, change, same, or why not
  content blob not null,
  kind text not null,
  language text not null,
  target_groups integer not null,
  wants_articles integer not null,
  practice integer not null,
  source text not null,
  legal_basis text not null,
  consent_at integer,
  consent_text text,
  confirmed_by text,
  confirmed_at integer,
  created_at integer not null,
  master_key text not null,
  wrapped_key blob not null,
  sealed blob not null,
  lookups blob not null,
  primary key (chunk, participant_id)
) strict, without rowid;

create table import_location (
  chunk integer not null,
  participant_id text not null,
  location_no integer not null,
  cell integer not null,
  region integer not null,
  latitude real not null,
  longitude real not null,
  channels integer not null,
  hours blob not null,
  municipality text,
  district text,
  primary key (chunk, participant_id, location_no)
) strict, without rowid;

create table import_lookup (
  chunk integer not null,
  participant_id text not null,
  hash blob not null,
  held integer not null,               -- a phone
  lookup_no integer not null,
  column_name text,                    -- of a phone
  primary key (chunk, participant_id, hash)
) strict, without rowid;

create table import_cell (
  cell integer not null primary key
) strict, without rowid;

-- What an import last said of a participant, as a keyed hash, and the version that it made. The same again is no news; and whom somebody
-- else changed since, a file does not change back.
alter table participant add column import_content blob;
alter table participant add column import_version integer;
