-- An amendment is a draft copied from the version in force: it is worked on, then proposed or given up. What was the draft of a
-- proposal that was refused, or left, is given up: until now nobody could find it again.

alter table plan_versions drop constraint plan_versions_status_check;
alter table plan_versions add constraint plan_versions_status_check
  check (status in ('draft', 'proposed', 'in-force', 'superseded', 'rejected', 'discarded'));

with in_force as (
  select entity, exercise, version from plan_versions where status = 'in-force'
), proposed as (
  select c.entity, c.exercise, max((l.detail ->> 'planVersion')::integer) as version
  from log l join cycles c on c.id = l.cycle
  where l.action = 'amendment-proposed'
  group by c.entity, c.exercise
)
update plan_versions v
set status = case when p.version = v.version then 'proposed' else 'discarded' end
from in_force f left join proposed p using (entity, exercise)
where v.entity = f.entity and v.exercise = f.exercise and v.version > f.version and v.status = 'draft';

-- The board looks at one proposal at a time.
create unique index one_plan_proposed on plan_versions (entity, exercise) where status = 'proposed';
