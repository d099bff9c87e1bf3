-- A selection tells how many people there are in all, and the end of a wave says that everything has its result, whatever it was made by: so a wave
-- has those whom its own selection added, and is complete at the first such end after it.

drop view analyst_wave;

create view analyst_wave as
with began as (
  select e.*, case when e.type = 'started' then 1 else json_extract(e.data, '$.wave') end as wave
  from action_event e where e.type in ('started', 'expanded', 'message-added', 'outcome')),
selected as (
  select b.*, (select n.sequence from action_event n where n.action_id = b.action_id and n.type = 'selection-completed'
    and n.sequence > b.sequence and b.type in ('started', 'expanded')
    and coalesce(json_extract(n.data, '$.wave'), 1) = b.wave order by n.sequence limit 1) as selection
  from began b)
select
  e.action_id,
  a.practice,
  e.wave,
  case e.type when 'started' then 'start' when 'expanded' then 'expansion' when 'outcome' then 'outcome'
    else coalesce(json_extract(e.data, '$.kind'), 'message') end as kind,
  case when e.type in ('started', 'expanded') then 1 else json_extract(e.data, '$.message') end as message_no,
  strftime('%Y-%m-%dT%H:%M:%fZ', e.at / 1000000.0, 'unixepoch') as began_at,
  e.dispatcher = 'system' as automatic,
  (select json_extract(n.data, '$.selected') from action_event n where n.action_id = e.action_id and n.sequence = e.selection)
    - coalesce((select json_extract(n.data, '$.selected') from action_event n where n.action_id = e.action_id
      and n.type = 'selection-completed' and n.sequence < e.selection order by n.sequence desc limit 1), 0) as selected,
  (select strftime('%Y-%m-%dT%H:%M:%fZ', n.at / 1000000.0, 'unixepoch') from action_event n
    where n.action_id = e.action_id and n.sequence = e.selection) as selection_completed_at,
  (select strftime('%Y-%m-%dT%H:%M:%fZ', n.at / 1000000.0, 'unixepoch') from action_event n where n.action_id = e.action_id and n.type = 'wave-completed'
    and n.sequence > coalesce(e.selection, e.sequence) order by n.sequence limit 1) as completed_at
from selected e
join action a on a.action_id = e.action_id;
