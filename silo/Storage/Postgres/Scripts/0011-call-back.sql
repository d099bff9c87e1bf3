-- From a participant to the deliveries that concern them: who calls back is looked up by their number, and hears the message of the action that concerned them last.

create index delivery_participant on delivery (participant_id);
