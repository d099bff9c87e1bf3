-- What analysts may see; the same views as in PostgreSQL, whose schema analyst is a prefix here. Times are text in UTC. SQLite has no roles: whoever reads the file reads
-- all of it, and a pseudonym is only a number.

create table stored_word (
  list text not null,
  code integer not null,
  word text not null,
  primary key (list, code)
) strict, without rowid;

insert into register_setting (name, value) values ('pseudonym-key', randomblob(32));

create view analyst_attempt as
select
  t.action_id,
  a.practice,
  'p-' || dense_rank() over (partition by t.action_id order by t.participant_id) as pseudonym,
  t.message_no,
  t.channel,
  t.attempt_no,
  t.carrier,
  t.redial,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.claimed_at / 1000000.0, 'unixepoch') as claimed_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.rang_at / 1000000.0, 'unixepoch') as rang_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.answered_at / 1000000.0, 'unixepoch') as answered_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', t.ended_at / 1000000.0, 'unixepoch') as ended_at,
  nullif(coalesce(w.word, 'end-' || t.end_code), 'none') as ended_by,
  nullif(t.sip_status, 0) as sip_status,
  t.keys <> '' as pressed_key,
  t.played_ms,
  round((t.ended_at - t.answered_at) / 1000000.0, 3) as answered_seconds,
  case when t.answered_at is not null then
    round(json_extract(s.data, '$.policy.euroPerAnswer') + json_extract(s.data, '$.policy.euroPerMinute') * coalesce(t.ended_at - t.answered_at, 0) / 60000000.0, 4) end as cost_euro
from attempt t
join action a on a.action_id = t.action_id
left join stored_word w on w.list = 'call-end' and w.code = t.end_code
left join action_event s on s.action_id = t.action_id
  and s.sequence = (select e.sequence from action_event e where e.action_id = t.action_id and e.type = 'started' order by e.sequence limit 1);

create view analyst_delivery as
select
  d.action_id,
  a.practice,
  'p-' || dense_rank() over (partition by d.action_id order by d.participant_id) as pseudonym,
  d.message_no,
  d.channel,
  d.language,
  d.band,
  strftime('%Y-%m-%dT%H:%M:%fZ', d.selected_at / 1000000.0, 'unixepoch') as selected_at,
  nullif(coalesce(w.word, 'result-' || d.result), 'none') as result,
  d.contacted,
  d.result in (41, 42) as heard,
  strftime('%Y-%m-%dT%H:%M:%fZ', d.result_at / 1000000.0, 'unixepoch') as result_at,
  (select count(*) from attempt t where t.action_id = d.action_id and t.message_no = d.message_no
    and t.participant_id = d.participant_id and t.channel = d.channel) as attempts,
  l.municipality,
  l.district,
  case when (select count(distinct n.participant_id) from location n where n.cell = l.cell) >= 5 then printf('%x', l.cell) end as cell
from delivery d
join action a on a.action_id = d.action_id
left join stored_word w on w.list = 'delivery-result' and w.code = d.result
left join location l on l.participant_id = d.participant_id
  and (select count(*) from location o where o.participant_id = d.participant_id) = 1;

create view analyst_tip_count as
select
  e.action_id,
  a.practice,
  count(*) as tips,
  strftime('%Y-%m-%dT%H:%M:%fZ', min(e.at) / 1000000.0, 'unixepoch') as first_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', max(e.at) / 1000000.0, 'unixepoch') as last_at
from action_event e
join action a on a.action_id = e.action_id
where e.type = 'tip'
group by e.action_id, a.practice;

create view analyst_wave as
with began as (
  select e.*, case when e.type = 'started' then 1 else json_extract(e.data, '$.wave') end as wave
  from action_event e where e.type in ('started', 'expanded', 'message-added', 'outcome'))
select
  e.action_id,
  a.practice,
  e.wave,
  case e.type when 'started' then 'start' when 'expanded' then 'expansion' when 'outcome' then 'outcome'
    else coalesce(json_extract(e.data, '$.kind'), 'message') end as kind,
  case when e.type in ('started', 'expanded') then 1 else json_extract(e.data, '$.message') end as message_no,
  strftime('%Y-%m-%dT%H:%M:%fZ', e.at / 1000000.0, 'unixepoch') as began_at,
  e.dispatcher = 'system' as automatic,
  (select json_extract(n.data, '$.selected') from action_event n where n.action_id = e.action_id and n.type = 'selection-completed'
    and n.sequence > e.sequence and coalesce(json_extract(n.data, '$.wave'), 1) = e.wave order by n.sequence limit 1) as selected,
  (select strftime('%Y-%m-%dT%H:%M:%fZ', n.at / 1000000.0, 'unixepoch') from action_event n where n.action_id = e.action_id and n.type = 'selection-completed'
    and n.sequence > e.sequence and coalesce(json_extract(n.data, '$.wave'), 1) = e.wave order by n.sequence limit 1) as selection_completed_at,
  (select strftime('%Y-%m-%dT%H:%M:%fZ', n.at / 1000000.0, 'unixepoch') from action_event n where n.action_id = e.action_id and n.type = 'wave-completed'
    and n.sequence > e.sequence and coalesce(json_extract(n.data, '$.wave'), 1) = e.wave order by n.sequence limit 1) as completed_at
from began e
join action a on a.action_id = e.action_id;

create view analyst_action as
with figures as (
  select
    a.*,
    (select e.at from action_event e where e.action_id = a.action_id and e.type = 'started' order by e.sequence limit 1) as started,
    (select e.data from action_event e where e.action_id = a.action_id and e.type = 'started' order by e.sequence limit 1) as policy,
    (select e.at from action_event e where e.action_id = a.action_id and e.type = 'stopped' order by e.sequence limit 1) as stopped,
    (select e.at from action_event e where e.action_id = a.action_id and e.type = 'closed' order by e.sequence limit 1) as closed,
    (select json_extract(e.data, '$.result') from action_event e where e.action_id = a.action_id and e.type = 'closed' order by e.sequence limit 1) as result,
    (select count(*) from delivery d where d.action_id = a.action_id) as deliveries,
    (select count(distinct d.participant_id) from delivery d where d.action_id = a.action_id) as selected,
    (select count(distinct d.participant_id) from delivery d where d.action_id = a.action_id and d.contacted = 1) as contacted,
    (select count(distinct d.participant_id) from delivery d where d.action_id = a.action_id and d.result in (41, 42)) as heard,
    (select count(*) from attempt t where t.action_id = a.action_id) as attempts,
    (select count(t.answered_at) from attempt t where t.action_id = a.action_id) as answered,
    (select min(t.claimed_at) from attempt t where t.action_id = a.action_id) as first_call,
    (select round(coalesce(sum(t.ended_at - t.answered_at), 0) / 60000000.0, 3) from attempt t where t.action_id = a.action_id) as answered_minutes,
    (select count(*) from action_event e where e.action_id = a.action_id and e.type = 'tip') as tips,
    (select max(r.at) from (
      select m.at, row_number() over (order by m.at) as place, count(*) over () as people from (
        select min(coalesce(t.rang_at, t.answered_at)) as at from attempt t
        where t.action_id = a.action_id and coalesce(t.rang_at, t.answered_at) is not null group by t.participant_id) m) r
      where r.place <= (r.people + 1) / 2) as half
  from action a)
select
  action_id,
  control_room,
  kind,
  practice,
  status,
  json_extract(policy, '$.policy.urgency') as urgency,
  strftime('%Y-%m-%dT%H:%M:%fZ', created_at / 1000000.0, 'unixepoch') as created_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', started / 1000000.0, 'unixepoch') as started_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', stopped / 1000000.0, 'unixepoch') as stopped_at,
  strftime('%Y-%m-%dT%H:%M:%fZ', closed / 1000000.0, 'unixepoch') as closed_at,
  result,
  selected,
  contacted,
  heard,
  deliveries,
  attempts,
  answered,
  tips,
  round((first_call - started) / 1000000.0, 3) as seconds_to_first_call,
  round((half - started) / 1000000.0, 3) as seconds_to_half_contacted,
  answered_minutes,
  round(answered * json_extract(policy, '$.policy.euroPerAnswer') + answered_minutes * json_extract(policy, '$.policy.euroPerMinute'), 2) as cost_euro
from figures;

create view analyst_day as
select
  substr(started_at, 1, 10) as day,
  control_room,
  kind,
  practice,
  count(*) as actions,
  sum(result is 'direct') as direct,
  sum(result is 'contributed') as contributed,
  sum(selected) as selected,
  sum(contacted) as contacted,
  sum(heard) as heard,
  sum(attempts) as attempts,
  sum(tips) as tips,
  sum(answered_minutes) as answered_minutes,
  sum(cost_euro) as cost_euro
from analyst_action
where started_at is not null
group by 1, 2, 3, 4;
