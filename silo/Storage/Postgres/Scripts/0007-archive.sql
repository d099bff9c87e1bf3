-- Lists leave out what was put away, of which there is more every year.
create index action_kept on action (control_room, created_at, action_id) where status <> 'archived';
