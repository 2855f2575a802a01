-- Obligations and actions are no step of a cycle, and who answers for them is let in by the weekly list. The step of an
-- invitation is one of its cycle, or `ente`: what the body follows.
alter table invitations
  add column step_of_cycle text generated always as (case when step = 'ente' then null else step end) stored,
  drop constraint invitations_cycle_step_fkey,
  add constraint invitations_cycle_fkey foreign key (cycle) references cycles,
  add constraint invitations_step_of_cycle_fkey foreign key (cycle, step_of_cycle) references steps;
