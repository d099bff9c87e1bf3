-- The register with what is personal sealed. What stood here before were invented participants with practice numbers in the clear, which
-- is all that a node would take in; the demonstration makes the same people again, sealed.

drop table location;
drop table participant;

create table participant (
  participant_id uuid not null primary key,
  version bigint not null check (version >= 1),
  status text not null check (status in ('pending', 'active', 'suspended', 'left')),
  kind text not null check (kind in ('citizen', 'professional')),
  language text not null check (language in ('nl', 'en')),
  target_groups bigint not null,       -- a bit for each configured group
  wants_articles boolean not null,
  practice boolean not null,           -- one of the numbers is a practice number
  source text not null,
  legal_basis text not null,
  consent_at timestamptz,
  consent_text text,
  confirmed_by text,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  left_at timestamptz,
  erased_at timestamptz,
  master_key text,                     -- which master key wraps the participant's own
  wrapped_key bytea,
  sealed bytea,                        -- name, phones, e-mail, year of birth, labels, addresses
  lookups bytea not null,              -- 17 bytes each: kind (1 phone, 2 e-mail, 3 address) and hash
  changed_by_transaction xid8 not null default pg_current_xact_id(),
  check ((erased_at is null) = (sealed is not null)),
  check ((sealed is null) = (wrapped_key is null) and (sealed is null) = (master_key is null))
);

-- Ciphertext does not get smaller.
alter table participant alter column sealed set storage external;

-- Numbers of transactions do not rise in the order of commits; but one that is older than every transaction still running is settled.
create index participant_changed on participant (changed_by_transaction);

-- In plain: an action selects by them. Nothing in here says who it is.
create table location (
  participant_id uuid not null references participant (participant_id),
  location_no smallint not null check (location_no between 1 and 5),
  cell bigint not null,                -- H3, resolution 8
  region bigint not null,              -- H3, resolution 5
  latitude double precision not null,
  longitude double precision not null,
  channels smallint not null check (channels between 1 and 7), -- 1 voice, 2 SMS, 4 e-mail
  hours bytea not null,                -- empty is always
  municipality text,
  district text,
  primary key (participant_id, location_no)
);

create index location_cell on location (cell);
create index location_region on location (region, cell);

-- Keyed hashes of phones, e-mail addresses, postcodes with numbers; those of a participant stand in their row too. A phone is held by one
-- participant who has not left.
create table participant_lookup (
  hash bytea not null check (length(hash) = 16),
  participant_id uuid not null references participant (participant_id),
  held boolean not null,
  primary key (hash, participant_id)
);

create unique index participant_lookup_held on participant_lookup (hash) where held;

-- One entry for every change by a grain: the operation that it was, and the cells that are still to be told of it.
create table participant_change (
  sequence bigint generated always as identity primary key,
  participant_id uuid not null,
  version bigint not null,
  status text not null,
  operation_id uuid not null,
  fingerprint bytea not null check (length(fingerprint) = 16),
  role text not null,
  changed_by text not null,
  at timestamptz not null,
  cells bytea not null,                -- 8 bytes each, big-endian; empty once told
  told boolean not null,
  unique (participant_id, operation_id)
);

create index participant_change_untold on participant_change (sequence) where not told;
create index participant_change_at on participant_change (at);

create table register_setting (
  name text not null primary key,
  value bytea not null
);
