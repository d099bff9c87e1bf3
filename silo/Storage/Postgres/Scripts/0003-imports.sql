-- Bulk imports: jobs, their reports, and the rows that wait to go into the register. At most one import is under way, so its rows need not say
-- whose they are. A row that waits is sealed like any other.

create table import (
  import_id uuid not null primary key,
  control_room text not null,
  started_by text not null,
  source text not null,
  state text not null,
  cancel_asked boolean not null,
  problem text,
  problem_line bigint,
  problem_column text,
  problem_most integer,
  bytes bigint not null,
  sha256 text,
  rows_read integer not null,
  refused integer not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  chunks integer not null,             -- chunks of rows that were stored
  applied integer not null             -- chunks that went into the register
);

create unique index import_under_way on import ((ended_at is null)) where ended_at is null;
create index import_control_room on import (control_room, started_at);

create table import_refusal (
  import_id uuid not null,
  line bigint not null,
  refusal_no integer not null,
  column_name text,
  code text not null,
  other_line bigint,
  primary key (import_id, line, refusal_no)
);

create table import_cell (
  cell bigint not null primary key
);

-- Unlogged: a server that crashes empties them, and the import with the mark gone ends; the same file again does what it did not.
create unlogged table import_mark (
  import_id uuid not null primary key
);

create unlogged table import_participant (
  chunk integer not null,
  line bigint not null,
  participant_id uuid not null,
  outcome text,                        -- add, change, same, or why not
  content bytea not null,
  kind text not null,
  language text not null,
  target_groups bigint not null,
  wants_articles boolean not null,
  practice boolean not null,
  source text not null,
  legal_basis text not null,
  consent_at timestamptz,
  consent_text text,
  confirmed_by text,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  master_key text not null,
  wrapped_key bytea not null,
  sealed bytea not null,
  lookups bytea not null
);

alter table import_participant alter column sealed set storage external;
create index import_participant_chunk on import_participant (chunk);

create unlogged table import_location (
  chunk integer not null,
  participant_id uuid not null,
  location_no smallint not null,
  cell bigint not null,
  region bigint not null,
  latitude double precision not null,
  longitude double precision not null,
  channels smallint not null,
  hours bytea not null,
  municipality text,
  district text
);

create index import_location_chunk on import_location (chunk);

create unlogged table import_lookup (
  chunk integer not null,
  participant_id uuid not null,
  hash bytea not null,
  held boolean not null,               -- a phone
  lookup_no smallint not null,
  column_name text                     -- of a phone
);

create index import_lookup_chunk on import_lookup (chunk);

-- What an import last said of a participant, as a keyed hash, and the version that it made. The same again is no news; and whom somebody
-- else changed since, a file does not change back.
alter table participant add column import_content bytea;
alter table participant add column import_version bigint;
