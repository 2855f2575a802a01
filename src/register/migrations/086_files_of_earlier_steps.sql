-- Files of steps done before Ciclo wait for their cycle to begin, and with it for its steps: until then there are none to refer to.
alter table enclosures drop constraint enclosures_cycle_step_fkey;
comment on table enclosures is 'what comes with an act, until it is on record; the step may be of a cycle that has not begun';
