-- Targets offices propose for the plan that is being drawn up, what controllo di gestione makes of each, and who the body is as people
-- keep it up to date: bodies, seats, services, participations.

create table target_proposals (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  exercise integer not null,
  indicator text not null check (indicator <> ''),
  -- As it was called when the target was proposed.
  name text not null,
  office text not null,
  -- Year the target is of.
  year integer not null check (year between 2000 and 2200),
  text text not null check (text <> ''),
  note text not null default '',
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index target_proposals_of on target_proposals (entity, exercise, id);

create table target_settlements (
  proposal bigint primary key references target_proposals,
  outcome text not null check (outcome in ('taken', 'changed', 'left')),
  -- The target the draft has now; null where it was left as it was.
  text text,
  reason text not null default '',
  -- Version of the draft that has it.
  plan_version integer,
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  check ((outcome = 'left') = (text is null)),
  check (outcome = 'taken' or reason <> '')
);

-- Every state of an entry; the last one counts. An entry the data files have and nobody wrote here is as the files say.
create table body_entries (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  kind text not null check (kind in ('organ', 'seat', 'service', 'participation')),
  entry text not null check (entry ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- Null: it is no longer one.
  data jsonb,
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index body_entries_latest on body_entries (entity, kind, entry, id desc);

create trigger append_only before update or delete or truncate on target_proposals for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on target_settlements for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on body_entries for each statement execute function refuse_change();
grant select, insert on target_proposals, target_settlements, body_entries to ciclo_app;
alter table target_proposals enable row level security;
create policy of_the_body on target_proposals to ciclo_app using (sees(entity));
alter table body_entries enable row level security;
create policy of_the_body on body_entries to ciclo_app using (sees(entity));
alter table target_settlements enable row level security;
create policy of_the_body on target_settlements to ciclo_app
  using (exists (select from target_proposals p where p.id = proposal));
