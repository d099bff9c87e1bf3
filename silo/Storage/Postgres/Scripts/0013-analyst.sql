-- What analysts may see: views without a number, name, position, description or id of a participant. docs/analysts.md tells of each column. What the views read of
-- events they read by name, and events that they do not know do no harm.

-- The words for what stands as a number, from the node's own enumerations: filled at each start.
create table stored_word (
  list text not null,
  code integer not null,
  word text not null,
  primary key (list, code)
);

-- Pseudonyms are hashes under this key; whoever has it could find somebody whose id they know. No analyst reads this table.
insert into register_setting (name, value)
values ('pseudonym-key', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

create schema analyst;

create view analyst.attempt as
select
  t.action_id,
  a.practice,
  encode(substring(sha256((select value from public.register_setting where name = 'pseudonym-key')
    || uuid_send(t.action_id) || uuid_send(t.participant_id)) from 1 for 8), 'hex') as pseudonym,
  t.message_no,
  t.channel,
  t.attempt_no,
  t.carrier,
  t.redial,
  t.claimed_at,
  t.rang_at,
  t.answered_at,
  t.ended_at,
  nullif(coalesce(w.word, 'end-' || t.end_code), 'none') as ended_by,
  nullif(t.sip_status, 0)::integer as sip_status,
  t.keys <> '' as pressed_key,
  t.played_ms,
  round(extract(epoch from t.ended_at - t.answered_at), 3) as answered_seconds,
  case when t.answered_at is not null then
    round((s.data -> 'policy' ->> 'euroPerAnswer')::numeric
      + (s.data -> 'policy' ->> 'euroPerMinute')::numeric * coalesce(extract(epoch from t.ended_at - t.answered_at), 0) / 60, 4)
  end as cost_euro
from public.attempt t
join public.action a on a.action_id = t.action_id
left join public.stored_word w on w.list = 'call-end' and w.code = t.end_code
left join lateral (
  select e.data::jsonb as data from public.action_event e
  where e.action_id = t.action_id and e.type = 'started' order by e.sequence limit 1) s on true;

create view analyst.delivery as
select
  d.action_id,
  a.practice,
  encode(substring(sha256((select value from public.register_setting where name = 'pseudonym-key')
    || uuid_send(d.action_id) || uuid_send(d.participant_id)) from 1 for 8), 'hex') as pseudonym,
  d.message_no,
  d.channel,
  d.language,
  d.band,
  d.selected_at,
  nullif(coalesce(w.word, 'result-' || d.result), 'none') as result,
  d.contacted,
  d.result in (41, 42) as heard,
  d.result_at,
  (select count(*) from public.attempt t where t.action_id = d.action_id and t.message_no = d.message_no
    and t.participant_id = d.participant_id and t.channel = d.channel)::integer as attempts,
  l.municipality,
  l.district,
  -- A cell with fewer than five people in it would say who.
  case when (select count(*) from (select distinct n.participant_id from public.location n where n.cell = l.cell limit 5) five) = 5
    then to_hex(l.cell) end as cell
from public.delivery d
join public.action a on a.action_id = d.action_id
left join public.stored_word w on w.list = 'delivery-result' and w.code = d.result
-- Of somebody with several places it is not recorded which of them counted.
left join public.location l on l.participant_id = d.participant_id
  and not exists (select from public.location o where o.participant_id = l.participant_id and o.location_no <> l.location_no);

create view analyst.tip_count as
select
  e.action_id,
  a.practice,
  count(*)::integer as tips,
  min(e.at) as first_at,
  max(e.at) as last_at
from public.action_event e
join public.action a on a.action_id = e.action_id
where e.type = 'tip'
group by e.action_id, a.practice;

create view analyst.wave as
select
  e.action_id,
  a.practice,
  case when e.type = 'started' then 1 else (e.data::jsonb ->> 'wave')::integer end as wave,
  case e.type when 'started' then 'start' when 'expanded' then 'expansion' when 'outcome' then 'outcome' else coalesce(e.data::jsonb ->> 'kind', 'message') end as kind,
  case when e.type in ('started', 'expanded') then 1 else (e.data::jsonb ->> 'message')::integer end as message_no,
  e.at as began_at,
  e.dispatcher = 'system' as automatic,
  s.selected,
  s.at as selection_completed_at,
  c.at as completed_at
from public.action_event e
join public.action a on a.action_id = e.action_id
left join lateral (
  select n.at, (n.data::jsonb ->> 'selected')::integer as selected from public.action_event n
  where n.action_id = e.action_id and n.type = 'selection-completed' and n.sequence > e.sequence
    and coalesce((n.data::jsonb ->> 'wave')::integer, 1) = case when e.type = 'started' then 1 else (e.data::jsonb ->> 'wave')::integer end
  order by n.sequence limit 1) s on true
left join lateral (
  select n.at from public.action_event n
  where n.action_id = e.action_id and n.type = 'wave-completed' and n.sequence > e.sequence
    and coalesce((n.data::jsonb ->> 'wave')::integer, 1) = case when e.type = 'started' then 1 else (e.data::jsonb ->> 'wave')::integer end
  order by n.sequence limit 1) c on true
where e.type in ('started', 'expanded', 'message-added', 'outcome');

create view analyst.action as
select
  a.action_id,
  a.control_room,
  a.kind,
  a.practice,
  a.status,
  s.data -> 'policy' ->> 'urgency' as urgency,
  a.created_at,
  s.at as started_at,
  p.at as stopped_at,
  c.at as closed_at,
  c.data ->> 'result' as result,
  d.selected,
  d.contacted,
  d.heard,
  d.deliveries,
  t.attempts,
  t.answered,
  coalesce(i.tips, 0) as tips,
  round(extract(epoch from t.first_at - s.at), 3) as seconds_to_first_call,
  round(extract(epoch from h.at - s.at), 3) as seconds_to_half_contacted,
  t.answered_minutes,
  round(t.answered * (s.data -> 'policy' ->> 'euroPerAnswer')::numeric
    + t.answered_minutes * (s.data -> 'policy' ->> 'euroPerMinute')::numeric, 2) as cost_euro
from public.action a
left join lateral (
  select e.at, e.data::jsonb as data from public.action_event e
  where e.action_id = a.action_id and e.type = 'started' order by e.sequence limit 1) s on true
left join lateral (
  select e.at from public.action_event e
  where e.action_id = a.action_id and e.type = 'stopped' order by e.sequence limit 1) p on true
left join lateral (
  select e.at, e.data::jsonb as data from public.action_event e
  where e.action_id = a.action_id and e.type = 'closed' order by e.sequence limit 1) c on true
left join lateral (
  select count(distinct n.participant_id)::integer as selected,
    (count(distinct n.participant_id) filter (where n.contacted))::integer as contacted,
    (count(distinct n.participant_id) filter (where n.result in (41, 42)))::integer as heard,
    count(*)::integer as deliveries
  from public.delivery n where n.action_id = a.action_id) d on true
left join lateral (
  select count(*)::integer as attempts, count(n.answered_at)::integer as answered, min(n.claimed_at) as first_at,
    round(coalesce(sum(extract(epoch from n.ended_at - n.answered_at)), 0) / 60, 3) as answered_minutes
  from public.attempt n where n.action_id = a.action_id) t on true
left join lateral (
  select percentile_disc(0.5) within group (order by m.at) as at
  from (select min(coalesce(n.rang_at, n.answered_at)) as at from public.attempt n
    where n.action_id = a.action_id and (n.rang_at is not null or n.answered_at is not null) group by n.participant_id) m) h on true
left join analyst.tip_count i on i.action_id = a.action_id;

create view analyst.day as
select
  (started_at at time zone 'Europe/Amsterdam')::date as day,
  control_room,
  kind,
  practice,
  count(*)::integer as actions,
  (count(*) filter (where result = 'direct'))::integer as direct,
  (count(*) filter (where result = 'contributed'))::integer as contributed,
  sum(selected)::integer as selected,
  sum(contacted)::integer as contacted,
  sum(heard)::integer as heard,
  sum(attempts)::integer as attempts,
  sum(tips)::integer as tips,
  sum(answered_minutes) as answered_minutes,
  sum(cost_euro) as cost_euro
from analyst.action
where started_at is not null
group by 1, 2, 3, 4;
