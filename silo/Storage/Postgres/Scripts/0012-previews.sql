-- Previews of the last minutes: a carrier that starts anew counts the lines that they may still hold.
create index action_event_preview on action_event (at) where type in ('preview', 'previewed');
