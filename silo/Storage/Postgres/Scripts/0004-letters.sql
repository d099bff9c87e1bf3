-- Letters to participants and the tokens that stand in them. Neither holds anything personal: address and language are read from the register
-- when a letter is sent, and of a token there is a keyed hash.

create table letter (
  participant_id uuid not null references participant (participant_id),
  kind text not null check (kind in ('confirm-email', 'confirm-sms', 'welcome', 'phone-taken')),
  letter_id uuid not null unique,
  created_at timestamptz not null,
  due_at timestamptz,                  -- null: there is nothing more to do
  attempts integer not null,
  sent_at timestamptz,                 -- when whoever carries it on acknowledged it
  primary key (participant_id, kind)
);

create index letter_due on letter (due_at) where due_at is not null;
create index letter_created on letter (created_at);

create table participant_token (
  hash bytea not null primary key check (length(hash) = 16),
  participant_id uuid not null references participant (participant_id),
  purpose text not null check (purpose in ('confirm-email', 'confirm-sms', 'leave')),
  expires_at timestamptz not null,
  tries integer not null
);

create index participant_token_participant on participant_token (participant_id, purpose);
create index participant_token_expires on participant_token (expires_at);
