-- Who runs the program sees the rows of the body that is said (`ciclo.sees`, see sight.ts), of all with `*`, of none when nothing
-- is said: a query that forgets its `where` answers for one body all the same. Who owns the tables, and makes the backups, sees all.

create function sees(body text) returns boolean stable parallel safe language sql
  as $$ select body = current_setting('ciclo.sees', true) or current_setting('ciclo.sees', true) = '*' $$;

-- Tables that name the body, those that name its cycle (`ccms/2016`), and those that belong to a row of one of them: the row is
-- looked for as this user sees it.
do $$
declare
  belongs record;
begin
  for belongs in
    select name, 'sees(entity)' as rule
      from unnest(array['offices', 'roles', 'people', 'holdings', 'memberships', 'substitutes', 'cycles', 'plan_versions',
        'indicators', 'targets', 'invitations', 'api_tokens', 'token_requests', 'body_profiles', 'followed', 'follow_ups', 'feedback',
        'spending', 'calendar_feeds']) as name
    union all
    select name, $r$sees(split_part(cycle, '/', 1))$r$
      from unnest(array['steps', 'checkpoints', 'checkpoint_indicators', 'submissions', 'measurements', 'untaken', 'assessments',
        'documents', 'decisions', 'notices', 'overrides', 'collected_values', 'drafts', 'corrective_actions', 'attachments',
        'delay_reasons', 'confirmed_readings', 'awaited_acts']) as name
    union all
    select * from (values
      ('entities', 'sees(id)'),
      -- What concerns no cycle, such as what is done to the installation, is everybody's.
      ('log', $r$cycle is null or sees(split_part(cycle, '/', 1))$r$),
      ('troubles', 'entity is null or sees(entity)'),
      ('returned_measurements', 'exists (select from measurements m where m.id = measurement)'),
      ('indicator_results', 'exists (select from assessments a where a.id = assessment)'),
      ('rollup_results', 'exists (select from assessments a where a.id = assessment)'),
      ('acts', 'exists (select from decisions d where d.key = decision)'),
      ('revoked_invitations', 'exists (select from invitations i where i.id = invitation)'),
      ('feedback_uses', 'exists (select from feedback f where f.id = feedback)'),
      ('mail_reports', 'exists (select from notices n where n.key = notice)'),
      ('mail_settlements', 'exists (select from notices n where n.key = notice)')) as of_a_parent (name, rule)
  loop
    execute format('alter table %I enable row level security', belongs.name);
    execute format('create policy of_the_body on %I to ciclo_app using (%s)', belongs.name, belongs.rule);
  end loop;
end $$;

-- A view sees what who asks sees.
alter view asked_indicators set (security_invoker = true);
