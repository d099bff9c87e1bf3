-- How far each webhook was told of each action. The dossier itself is the queue: an entry after the cursor waits.

create table webhook (
  control_room text not null,
  name text not null,
  owner uuid not null,                 -- the activation that sends; any other may not write
  since timestamptz not null,          -- what was recorded before is not sent
  swept_at timestamptz not null,       -- everything recorded up to here has a cursor
  delivered_at timestamptz,
  failure text,
  status integer,
  failed_at timestamptz,
  gone_at timestamptz,
  given_up bigint not null,
  lost_action_id uuid,
  lost_sequence bigint,
  lost_at timestamptz,
  primary key (control_room, name)
);

create table webhook_cursor (
  control_room text not null,
  name text not null,
  action_id uuid not null,
  sequence bigint not null,            -- everything up to here was taken, is not wanted, or was given up
  tries integer not null,
  due_at timestamptz,                  -- null: nothing waits
  primary key (control_room, name, action_id)
);

create index webhook_cursor_due on webhook_cursor (control_room, name) where due_at is not null;
create index action_event_control_room on action_event (control_room, at);
