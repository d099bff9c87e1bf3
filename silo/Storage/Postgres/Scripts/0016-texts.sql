-- Texts: SMS and mail. What people chose at the place where they were found stands with their delivery; what was before went by phone.
alter table delivery add column chosen smallint not null default 1;

-- The parts of a text as its carrier names them: receipts find them by it. A carrier may use a name again after days: then it stands for the later text.
create table text_part (
  centre text not null,
  carrier_id text not null,
  action_id uuid not null,
  message_no smallint not null,
  participant_id uuid not null,
  channel text not null,
  attempt_no integer not null,
  lane integer not null,
  part_no smallint not null,
  accepted_at timestamptz not null,
  state smallint not null default 0,
  state_at timestamptz,
  told boolean not null default true,   -- whether the lane has heard what the receipt says
  primary key (centre, carrier_id)
) with (fillfactor = 80);

create index text_part_attempt on text_part (action_id, message_no, participant_id, channel, attempt_no);
create index text_part_untold on text_part (state_at) where not told;

-- Receipts that fit no part yet: the acknowledgement is on its way to the store, was lost, or there never was such a text.
create table early_receipt (
  centre text not null,
  carrier_id text not null,
  state smallint not null,
  state_at timestamptz not null,
  received_at timestamptz not null,
  submitted_at timestamptz,
  destination bytea,                    -- keyed hash, as the register looks people up
  primary key (centre, carrier_id)
);

create index early_receipt_age on early_receipt (received_at);
