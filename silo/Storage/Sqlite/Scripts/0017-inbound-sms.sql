-- What people send by text message. Words and number stand sealed, under a key wrapped by a master key, for as long as they are needed here: of what
-- became a tip the dossier has them, of what only needed an answer nobody has.

create table inbound_sms (
  sms_id text not null primary key,
  received_at integer not null,
  carrier text not null,
  practice integer not null,
  destination text not null,
  sender blob not null check (length(sender) = 16),     -- of a number, the hash that participant_lookup has
  words blob not null check (length(words) = 16),
  same blob not null check (length(same) = 16),         -- what two deliveries of one message have in common
  part_reference integer,
  part_number integer,
  part_total integer,
  master_key text,
  wrapped_key blob,
  sealed blob,
  state text not null check (state in ('received', 'decided', 'done', 'joined')),
  due_at integer,                                    -- null: there is nothing more to do
  attempts integer not null default 0,
  meaning text,
  participant_id text,
  language text,
  action_id text,
  control_room text,
  outcome text,
  reply text,
  replied_at integer,
  reply_result text                                      -- null after replied_at: whether it was handed over is not known
) strict, without rowid;

create index inbound_sms_due on inbound_sms (due_at) where due_at is not null;
create index inbound_sms_sender on inbound_sms (sender, received_at);
create index inbound_sms_same on inbound_sms (same, received_at);
create index inbound_sms_unassigned on inbound_sms (received_at) where outcome = 'unassigned';
create index inbound_sms_received on inbound_sms (received_at);
create index inbound_sms_master on inbound_sms (master_key, sms_id) where master_key is not null;
create index inbound_sms_participant on inbound_sms (participant_id) where participant_id is not null;
