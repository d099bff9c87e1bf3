-- The register with what is personal sealed. What stood here before were invented participants with practice numbers in the clear, which
-- is all that a node would take in; the demonstration makes the same people again, sealed.

drop table location;
drop table participant;

create table participant (
  participant_id text not null primary key,
  version integer not null check (version >= 1),
  status text not null check (status in ('pending', 'active', 'suspended', 'left')),
  kind text not null check (kind in ('citizen', 'professional')),
  language text not null check (language in ('nl', 'en')),
  target_groups integer not null,      -- a bit for each configured group
  wants_articles integer not null,
  practice integer not null,           -- one of the numbers is a practice number
  source text not null,
  legal_basis text not null,
  consent_at integer,
  consent_text text,
  confirmed_by text,
  confirmed_at integer,
  created_at integer not null,
  changed_at integer not null,
  left_at integer,
  erased_at integer,
  master_key text,                     -- which master key wraps the participant's own
  wrapped_key blob,
  sealed blob,                         -- name, phones, e-mail, year of birth, labels, addresses
  lookups blob not null,               -- 17 bytes each: kind (1 phone, 2 e-mail, 3 address) and hash
  change_no integer not null,          -- higher than that of every change before it
  check ((erased_at is null) = (sealed is not null)),
  check ((sealed is null) = (wrapped_key is null) and (sealed is null) = (master_key is null))
) strict, without rowid;

create index participant_change_no on participant (change_no);

-- In plain: an action selects by them. Nothing in here says who it is.
create table location (
  participant_id text not null references participant (participant_id),
  location_no integer not null check (location_no between 1 and 5),
  cell integer not null,               -- H3, resolution 8
  region integer not null,             -- H3, resolution 5
  latitude real not null,
  longitude real not null,
  channels integer not null check (channels between 1 and 7), -- 1 voice, 2 SMS, 4 e-mail
  hours blob not null,                 -- empty is always
  municipality text,
  district text,
  primary key (participant_id, location_no)
) strict, without rowid;

create index location_cell on location (cell);
create index location_region on location (region, cell);

-- Keyed hashes of phones, e-mail addresses, postcodes with numbers; those of a participant stand in their row too. A phone is held by one
-- participant who has not left.
create table participant_lookup (
  hash blob not null check (length(hash) = 16),
  participant_id text not null references participant (participant_id),
  held integer not null,
  primary key (hash, participant_id)
) strict, without rowid;

create unique index participant_lookup_held on participant_lookup (hash) where held = 1;

-- One entry for every change by a grain: the operation that it was, and the cells that are still to be told of it.
create table participant_change (
  sequence integer not null primary key autoincrement,
  participant_id text not null,
  version integer not null,
  status text not null,
  operation_id text not null,
  fingerprint blob not null,
  role text not null,
  changed_by text not null,
  at integer not null,
  cells blob not null,                 -- 8 bytes each, big-endian; empty once told
  told integer not null,
  unique (participant_id, operation_id)
) strict;

create index participant_change_untold on participant_change (sequence) where told = 0;
create index participant_change_at on participant_change (at);

create table register_setting (
  name text not null primary key,
  value blob not null
) strict, without rowid;
