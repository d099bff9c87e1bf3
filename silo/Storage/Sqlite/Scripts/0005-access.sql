-- Who saw whose personal data, when. No personal data: names of fields, ids of participants.
create table access_record (
  record_no integer not null primary key autoincrement,
  at integer not null,
  control_room text not null,
  accessed_by text not null,
  act text not null,
  about text not null,                 -- by which fields, or for which study
  participants integer,                -- how many; null while something is being taken out, or where that was cut off by a crash
  complete integer not null            -- whether all was handed out that was asked for
) strict;

create index access_record_at on access_record (at);

create table access_participant (
  participant_id text not null,
  record_no integer not null references access_record (record_no) on delete cascade,
  primary key (participant_id, record_no)
) strict, without rowid;

create index access_participant_record on access_participant (record_no);

-- Search and coverage by municipality, in pages by participant.
create index location_municipality on location (municipality, participant_id);
