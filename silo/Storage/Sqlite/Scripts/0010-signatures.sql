-- A signature over each head of an action's chain, made with a key that is in no database (docs/actions.md, Signed heads).

create table action_signature (
  action_id text not null,
  sequence integer not null,
  at integer not null,
  key_id text not null,
  signature blob not null,
  primary key (action_id, sequence)
) strict, without rowid;
