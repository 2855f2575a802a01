-- The run of a step was written in the place of its round as well. The run is its own already; the round before the board is read
-- back from what is on record: decisions, documents frozen for the board, and what has come again after a rejection.
update steps s set round = greatest(
  coalesce((select max(d.round) from decisions d where d.cycle = s.cycle and d.step = s.id), 0),
  coalesce((
    select max(substring(l.key from '/document/([0-9]{1,9})$')::integer)
    from log l where l.cycle = s.cycle and l.step = s.id and l.action = 'document-frozen'), 0),
  -- A board that is asked for the document another board approved leaves no line of its own.
  case when s.kind = 'approval' and s.status in ('open', 'late', 'failed')
    and coalesce((
      select l.action from log l
      where l.cycle = s.cycle and l.step = s.id
        and l.action in ('decision-rejected', 'decision-approved', 'step-resubmitted', 'step-reopened')
      order by l.id desc limit 1), '') not in ('decision-rejected', 'decision-approved')
    then 1 + coalesce((
      select max(d.round) from decisions d
      where d.cycle = s.cycle and d.step = s.id and d.outcome <> 'deferred'), 0)
    else 0 end);
