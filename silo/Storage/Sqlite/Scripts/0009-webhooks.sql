-- How far each webhook was told of each action. The dossier itself is the queue: an entry after the cursor waits.

create table webhook (
  control_room text not null,
  name text not null,
  owner text not null,                 -- the activation that sends; any other may not write
  since integer not null,              -- what was recorded before is not sent
  swept_at integer not null,           -- everything recorded up to here has a cursor
  delivered_at integer,
  failure text,
  status integer,
  failed_at integer,
  gone_at integer,
  given_up integer not null,
  lost_action_id text,
  lost_sequence integer,
  lost_at integer,
  primary key (control_room, name)
) strict, without rowid;

create table webhook_cursor (
  control_room text not null,
  name text not null,
  action_id text not null,
  sequence integer not null,           -- everything up to here was taken, is not wanted, or was given up
  tries integer not null,
  due_at integer,                      -- null: nothing waits
  primary key (control_room, name, action_id)
) strict, without rowid;

create index webhook_cursor_due on webhook_cursor (control_room, name) where due_at is not null;
create index action_event_control_room on action_event (control_room, at);
