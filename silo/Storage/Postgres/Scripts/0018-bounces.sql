-- What bounced from the mail address of a participant. It goes with an erasure.

create table mail_bounce (
  participant_id uuid not null primary key references participant (participant_id),
  address bytea not null check (length(address) = 16), -- keyed hash; of another address than they have now it says nothing any more
  status text not null,                -- the last enhanced status code (RFC 3463)
  bounced_at timestamptz not null,
  soft integer not null,               -- soft bounces that count, from soft_since to soft_at
  soft_since timestamptz,
  soft_at timestamptz,
  undeliverable_at timestamptz         -- since when no mail about actions goes there
);

create index mail_bounce_undeliverable on mail_bounce (undeliverable_at) where undeliverable_at is not null;
