-- Texts: SMS and mail. What people chose at the place where they were found stands with their delivery; what was before went by phone.
alter table delivery add column chosen integer not null default 1;

-- The parts of a text as its carrier names them: receipts find them by it. A carrier may use a name again after days: then it stands for the later text.
create table text_part (
  centre text not null,
  carrier_id text not null,
  action_id text not null,
  message_no integer not null,
  participant_id text not null,
  channel text not null,
  attempt_no integer not null,
  lane integer not null,
  part_no integer not null,
  accepted_at integer not null,
  state integer not null default 0,
  state_at integer,
  told integer not null default 1,      -- whether the lane has heard what the receipt says
  primary key (centre, carrier_id)
) strict, without rowid;

create index text_part_attempt on text_part (action_id, message_no, participant_id, channel, attempt_no);
create index text_part_untold on text_part (state_at) where told = 0;

-- Receipts that fit no part yet: the acknowledgement is on its way to the store, was lost, or there never was such a text.
create table early_receipt (
  centre text not null,
  carrier_id text not null,
  state integer not null,
  state_at integer not null,
  received_at integer not null,
  submitted_at integer,
  destination blob,                     -- keyed hash, as the register looks people up
  primary key (centre, carrier_id)
) strict, without rowid;

create index early_receipt_age on early_receipt (received_at);
