-- What breaks down in a step is a state of that step, and what keeps one from going on is on record.
alter table steps drop constraint steps_status_check;
alter table steps add constraint steps_status_check
  check (status in ('waiting', 'open', 'late', 'done', 'cancelled', 'deferred', 'failed'));
-- Why it does not go on, for who can mend it; null when nothing is wrong.
alter table steps add column trouble text;
-- The run was written in the place of the round only.
update steps set run = round where round > run;
