-- What SMS cost and whom they reached. The price of an SMS stands in the policy of the start, what a text takes with the message that it belongs to: so what an
-- action cost stays as it was, whatever the SMS centre does with its names for texts. Columns are added at the end of each view.

drop view analyst_day;
drop view analyst_action;
drop view analyst_delivery;
drop view analyst_attempt;

create view analyst_attempt as
with priced as (
  select
    t.*,
    (select e.data from action_event e where e.action_id = t.action_id and e.type = 'started' order by e.sequence limit 1) as policy,
    -- 14: the SMS centre acknowledged all of it. Who has no text in their language gets the Dutch one, else the first.
    case when t.channel = 'sms' and t.end_code = 14 then (
      select o.segments from (
        select json_extract(x.value, '$.segments') as segments, x.key as place,
          json_extract(x.value, '$.language') <> d.language as other, json_extract(x.value, '$.language') <> 'nl' as foreign_one
        from action_event e, json_each(e.data, '$.texts') x
        where e.action_id = t.action_id
          and (case when t.message_no = 1 then e.type = 'drafted'
            else e.type in ('message-added', 'outcome') and json_extract(e.data, '$.message') = t.message_no end)) o
      order by o.other, o.foreign_one, o.place
      limit 1) end as segments
  from attempt t
  left join delivery d on d.action_id = t.action_id and d.message_no = t.message_no and d.participant_id = t.participant_id and d.channel = t.channel)
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
  case
    when t.answered_at is not null then
      round(json_extract(t.policy, '$.policy.euroPerAnswer') + json_extract(t.policy, '$.policy.euroPerMinute') * coalesce(t.ended_at - t.answered_at, 0) / 60000000.0, 4)
    when t.segments is not null then
      round(t.segments * coalesce(json_extract(t.policy, '$.policy.euroPerSms'), 0), 4)
  end as cost_euro,
  t.segments
from priced t
join action a on a.action_id = t.action_id
left join stored_word w on w.list = 'call-end' and w.code = t.end_code;

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
  case when (select count(distinct n.participant_id) from location n where n.cell = l.cell) >= 5 then printf('%x', l.cell) end as cell,
  d.result in (41, 42, 43) as reached
from delivery d
join action a on a.action_id = d.action_id
left join stored_word w on w.list = 'delivery-result' and w.code = d.result
left join location l on l.participant_id = d.participant_id
  and (select count(*) from location o where o.participant_id = d.participant_id) = 1;

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
    (select count(distinct d.participant_id) from delivery d where d.action_id = a.action_id and d.result in (41, 42, 43)) as reached,
    (select count(*) from attempt t where t.action_id = a.action_id) as attempts,
    (select count(t.answered_at) from attempt t where t.action_id = a.action_id) as answered,
    (select min(t.claimed_at) from attempt t where t.action_id = a.action_id) as first_call,
    (select round(coalesce(sum(t.ended_at - t.answered_at), 0) / 60000000.0, 3) from attempt t where t.action_id = a.action_id) as answered_minutes,
    (select count(*) from action_event e where e.action_id = a.action_id and e.type = 'tip') as tips,
    (select count(*) from attempt t where t.action_id = a.action_id and t.channel = 'sms' and t.end_code = 14) as sms_texts,
    (select coalesce(sum(t.segments), 0) from analyst_attempt t where t.action_id = a.action_id) as sms_segments,
    (select max(r.at) from (
      select m.at, row_number() over (order by m.at) as place, count(*) over () as people from (
        select min(coalesce(t.rang_at, t.answered_at, t.ended_at)) as at from attempt t
        where t.action_id = a.action_id and (t.rang_at is not null or t.answered_at is not null or t.end_code = 14) group by t.participant_id) m) r
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
  round(answered * json_extract(policy, '$.policy.euroPerAnswer') + answered_minutes * json_extract(policy, '$.policy.euroPerMinute')
    + sms_segments * coalesce(json_extract(policy, '$.policy.euroPerSms'), 0), 2) as cost_euro,
  reached,
  sms_texts,
  sms_segments,
  round(sms_segments * coalesce(json_extract(policy, '$.policy.euroPerSms'), 0), 2) as sms_euro
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
  sum(cost_euro) as cost_euro,
  sum(reached) as reached,
  sum(sms_texts) as sms_texts,
  sum(sms_segments) as sms_segments,
  sum(sms_euro) as sms_euro
from analyst_action
where started_at is not null
group by 1, 2, 3, 4;
