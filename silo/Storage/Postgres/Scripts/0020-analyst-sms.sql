-- What SMS cost and whom they reached. The price of an SMS stands in the policy of the start, what a text takes with the message that it belongs to: so what an
-- action cost stays as it was, whatever the SMS centre does with its names for texts. Columns are added at the end of each view.

create or replace view analyst.attempt as
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
  case
    when t.answered_at is not null then
      round((s.data -> 'policy' ->> 'euroPerAnswer')::numeric
        + (s.data -> 'policy' ->> 'euroPerMinute')::numeric * coalesce(extract(epoch from t.ended_at - t.answered_at), 0) / 60, 4)
    when m.segments is not null then
      round(m.segments * coalesce((s.data -> 'policy' ->> 'euroPerSms')::numeric, 0), 4)
  end as cost_euro,
  m.segments
from public.attempt t
join public.action a on a.action_id = t.action_id
left join public.delivery d on d.action_id = t.action_id and d.message_no = t.message_no and d.participant_id = t.participant_id and d.channel = t.channel
left join public.stored_word w on w.list = 'call-end' and w.code = t.end_code
left join lateral (
  select e.data::jsonb as data from public.action_event e
  where e.action_id = t.action_id and e.type = 'started' order by e.sequence limit 1) s on true
-- 14: the SMS centre acknowledged all of it. Who has no text in their language gets the Dutch one, else the first.
left join lateral (
  select (x.value ->> 'segments')::integer as segments
  from public.action_event e
  cross join lateral jsonb_array_elements(coalesce(e.data::jsonb -> 'texts', '[]')) with ordinality as x (value, place)
  where t.channel = 'sms' and t.end_code = 14 and e.action_id = t.action_id
    and (case when t.message_no = 1 then e.type = 'drafted'
      else e.type in ('message-added', 'outcome') and (e.data::jsonb ->> 'message')::integer = t.message_no end)
  order by x.value ->> 'language' <> d.language, x.value ->> 'language' <> 'nl', x.place
  limit 1) m on true;

create or replace view analyst.delivery as
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
    then to_hex(l.cell) end as cell,
  d.result in (41, 42, 43) as reached
from public.delivery d
join public.action a on a.action_id = d.action_id
left join public.stored_word w on w.list = 'delivery-result' and w.code = d.result
-- Of somebody with several places it is not recorded which of them counted.
left join public.location l on l.participant_id = d.participant_id
  and not exists (select from public.location o where o.participant_id = l.participant_id and o.location_no <> l.location_no);

create or replace view analyst.action as
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
    + t.answered_minutes * (s.data -> 'policy' ->> 'euroPerMinute')::numeric
    + coalesce(m.segments * (s.data -> 'policy' ->> 'euroPerSms')::numeric, 0), 2) as cost_euro,
  d.reached,
  coalesce(m.texts, 0) as sms_texts,
  coalesce(m.segments, 0) as sms_segments,
  coalesce(round(m.segments * (s.data -> 'policy' ->> 'euroPerSms')::numeric, 2), 0) as sms_euro
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
    (count(distinct n.participant_id) filter (where n.result in (41, 42, 43)))::integer as reached,
    count(*)::integer as deliveries
  from public.delivery n where n.action_id = a.action_id) d on true
left join lateral (
  select count(*)::integer as attempts, count(n.answered_at)::integer as answered, min(n.claimed_at) as first_at,
    round(coalesce(sum(extract(epoch from n.ended_at - n.answered_at)), 0) / 60, 3) as answered_minutes
  from public.attempt n where n.action_id = a.action_id) t on true
-- By message and language, of which there are few: a text is the same for everybody who gets it.
left join lateral (
  select sum(g.texts)::integer as texts, sum(g.texts * k.segments)::integer as segments
  from (
    select n.message_no, e.language, count(*) as texts
    from public.attempt n
    join public.delivery e on e.action_id = n.action_id and e.message_no = n.message_no and e.participant_id = n.participant_id
      and e.channel = n.channel
    where n.action_id = a.action_id and n.channel = 'sms' and n.end_code = 14
    group by n.message_no, e.language) g
  left join lateral (
    select (x.value ->> 'segments')::integer as segments
    from public.action_event e
    cross join lateral jsonb_array_elements(coalesce(e.data::jsonb -> 'texts', '[]')) with ordinality as x (value, place)
    where e.action_id = a.action_id
      and (case when g.message_no = 1 then e.type = 'drafted'
        else e.type in ('message-added', 'outcome') and (e.data::jsonb ->> 'message')::integer = g.message_no end)
    order by x.value ->> 'language' <> g.language, x.value ->> 'language' <> 'nl', x.place
    limit 1) k on true) m on true
left join lateral (
  select percentile_disc(0.5) within group (order by m.at) as at
  from (select min(coalesce(n.rang_at, n.answered_at, n.ended_at)) as at from public.attempt n
    where n.action_id = a.action_id and (n.rang_at is not null or n.answered_at is not null or n.end_code = 14) group by n.participant_id) m) h on true
left join analyst.tip_count i on i.action_id = a.action_id;

create or replace view analyst.day as
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
  sum(cost_euro) as cost_euro,
  sum(reached)::integer as reached,
  sum(sms_texts)::integer as sms_texts,
  sum(sms_segments)::integer as sms_segments,
  sum(sms_euro) as sms_euro
from analyst.action
where started_at is not null
group by 1, 2, 3, 4;
