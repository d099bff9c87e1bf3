-- Who holds which share of a carrier's limits: written before a dialer is told of it. Of two carrier grains that are alive at once only the
-- one that knows the epoch can hand out anything.
create table carrier (
  carrier text not null primary key,
  epoch integer not null
) strict, without rowid;

create table carrier_lease (
  carrier text not null,
  prefix text not null,                -- of numbers with a limit of their own; empty for the carrier as a whole
  dialer text not null,                -- carrier, silo address, generation
  channels integer not null,
  calls_per_second integer not null,
  calls_under_way integer not null,
  valid_until integer not null,        -- microseconds since 1970
  primary key (carrier, prefix, dialer)
) strict, without rowid;
