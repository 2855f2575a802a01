-- What is before a board: a row when a document comes before it, settled when the board approves or rejects it. Until now pages, mails and
-- lists each found it out from the log.

create table hearings (
  cycle text not null,
  step text not null,
  round integer not null check (round > 0),
  document_hash text not null,
  -- Version of the plan the document is written from.
  plan_version integer,
  -- Of an amendment: why it is proposed.
  reason text,
  came_at instant not null,
  -- The decision that settled it; a deferral settles nothing.
  decision text unique references decisions (key),
  -- After a rejection: when its preparers transmitted it again, and what they say they changed.
  resubmitted_at instant,
  revision text,
  recorded_at timestamptz not null default now(),
  primary key (cycle, step, round),
  foreign key (cycle, step) references steps,
  check (resubmitted_at is null or decision is not null),
  check (revision is null or resubmitted_at is not null)
);

grant select, insert on hearings to ciclo_app;
-- What came before a board, and when, never changes.
grant update (decision, resubmitted_at, revision) on hearings to ciclo_app;
alter table hearings enable row level security;
create policy of_the_body on hearings to ciclo_app using (sees(split_part(cycle, '/', 1)));

-- Documents that were frozen for their step.
insert into hearings (cycle, step, round, document_hash, plan_version, reason, came_at, decision)
select l.cycle, l.step, f.round, l.detail ->> 'hash', (l.detail ->> 'planVersion')::integer,
  (select p.detail ->> 'reason' from log p
    where p.key = l.cycle || '/' || l.step || '/proposal/' || (l.detail ->> 'planVersion')),
  l.at, d.key
from log l
  cross join lateral (select (substring(l.key from '/document/(\d+)$'))::integer as round) f
  join steps s on s.cycle = l.cycle and s.id = l.step
  left join decisions d on d.cycle = l.cycle and d.step = l.step and d.round = f.round and d.outcome <> 'deferred'
where l.action = 'document-frozen' and f.round is not null;

-- Documents another board had approved, before a board that freezes none of its own: those it settled.
insert into hearings (cycle, step, round, document_hash, came_at, decision)
select d.cycle, d.step, d.round, d.document_hash, coalesce(s.opened_at, d.at), d.key
from decisions d join steps s on s.cycle = d.cycle and s.id = d.step
where d.outcome <> 'deferred' and d.document_hash is not null
on conflict do nothing;

-- Each rejection with the transmission that followed it.
update hearings h
set resubmitted_at = r.at, revision = r.detail ->> 'reason'
from decisions d
  cross join lateral (
    select l.at, l.detail from log l
    where l.cycle = d.cycle and l.step = d.step and l.action = 'step-resubmitted' and l.at >= d.at
    order by l.id limit 1) r
where d.key = h.decision and d.outcome = 'rejected';

-- And those it has before it now: unless the last one was rejected and nobody has transmitted it again.
insert into hearings (cycle, step, round, document_hash, came_at)
select s.cycle, s.id, coalesce(last.round, 0) + 1, approved.hash, coalesce(last.resubmitted_at, s.opened_at)
from steps s
  cross join lateral (
    select d.document_hash as hash from decisions d join documents doc on doc.cycle = d.cycle and doc.hash = d.document_hash
    where d.cycle = s.cycle and d.step <> s.id and d.outcome = 'approved' and doc.kind = s.planned ->> 'document'
    order by d.id desc limit 1) approved
  left join lateral (
    select h.round, h.resubmitted_at, d.outcome from hearings h left join decisions d on d.key = h.decision
    where h.cycle = s.cycle and h.step = s.id order by h.round desc limit 1) last on true
where s.kind = 'approval' and s.status in ('open', 'late', 'failed') and s.opened_at is not null
  and not exists (select from log l where l.cycle = s.cycle and l.step = s.id and l.action = 'document-frozen')
  and (last.round is null or (last.outcome = 'rejected' and last.resubmitted_at is not null));
