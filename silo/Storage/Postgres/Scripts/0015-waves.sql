-- A selection tells how many people there are in all, and the end of a wave says that everything has its result, whatever it was made by: so a wave
-- has those whom its own selection added, and is complete at the first such end after it.

create or replace view analyst.wave as
select
  e.action_id,
  a.practice,
  case when e.type = 'started' then 1 else (e.data::jsonb ->> 'wave')::integer end as wave,
  case e.type when 'started' then 'start' when 'expanded' then 'expansion' when 'outcome' then 'outcome' else coalesce(e.data::jsonb ->> 'kind', 'message') end as kind,
  case when e.type in ('started', 'expanded') then 1 else (e.data::jsonb ->> 'message')::integer end as message_no,
  e.at as began_at,
  e.dispatcher = 'system' as automatic,
  s.selected - coalesce(b.selected, 0) as selected,
  s.at as selection_completed_at,
  c.at as completed_at
from public.action_event e
join public.action a on a.action_id = e.action_id
left join lateral (
  select n.at, n.sequence, (n.data::jsonb ->> 'selected')::integer as selected from public.action_event n
  where n.action_id = e.action_id and n.type = 'selection-completed' and n.sequence > e.sequence and e.type in ('started', 'expanded')
    and coalesce((n.data::jsonb ->> 'wave')::integer, 1) = case when e.type = 'started' then 1 else (e.data::jsonb ->> 'wave')::integer end
  order by n.sequence limit 1) s on true
left join lateral (
  select (n.data::jsonb ->> 'selected')::integer as selected from public.action_event n
  where n.action_id = e.action_id and n.type = 'selection-completed' and n.sequence < s.sequence
  order by n.sequence desc limit 1) b on true
left join lateral (
  select n.at from public.action_event n
  where n.action_id = e.action_id and n.type = 'wave-completed' and n.sequence > coalesce(s.sequence, e.sequence)
  order by n.sequence limit 1) c on true
where e.type in ('started', 'expanded', 'message-added', 'outcome');
