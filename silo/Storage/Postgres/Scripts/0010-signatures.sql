-- A signature over each head of an action's chain, made with a key that is in no database (docs/actions.md, Signed heads).

create table action_signature (
  action_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  primary key (action_id, sequence)
);
