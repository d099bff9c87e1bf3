-- The keys of tips, each wrapped by a master key. The tip itself stands sealed in the dossier (action_event); without its row here it says nothing.

create table tip_key (
  action_id text not null,
  tip_id text not null primary key,
  master_key text not null,
  wrapped_key blob not null
) strict, without rowid;

create index tip_key_action on tip_key (action_id);
create index tip_key_master on tip_key (master_key, tip_id);
