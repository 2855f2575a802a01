-- A board may take note of a document, which is neither to approve nor to reject it: with an act, and remarks or none.
alter table decisions drop constraint decisions_outcome_check;
alter table decisions add constraint decisions_outcome_check check (outcome in ('approved', 'noted', 'rejected', 'deferred'));
alter table decisions add constraint decisions_noted_with_an_act
  check (outcome <> 'noted' or (act_number is not null and act_date is not null and document_hash is not null));

-- The collection of the year's final values is the last of its checkpoints: those of the one before are provisional.
alter table checkpoints add column final boolean not null default false;

-- Of a value below its light: why, and what is to be done next, as who measured it says.
alter table measurements add column cause text;
alter table measurements add column next text;
