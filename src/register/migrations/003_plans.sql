-- Plan versions, and their indicators and targets laid flat for queries.

create table plan_versions (
  entity text not null references entities,
  exercise integer not null,
  version integer not null check (version > 0),
  plan jsonb not null,
  hash text not null,
  in_force_from date,
  decision_key text,
  status text not null check (status in ('draft', 'in-force', 'superseded', 'rejected')),
  recorded_at timestamptz not null default now(),
  primary key (entity, exercise, version),
  check (status not in ('in-force', 'superseded') or in_force_from is not null)
);
create unique index one_plan_in_force on plan_versions (entity, exercise) where status = 'in-force';

create table indicators (
  entity text not null,
  exercise integer not null,
  version integer not null,
  -- 'scorecard', 'sheet:1.1.1', 'individual:SG-1'
  place text not null,
  code text not null,
  ordinal integer not null,
  name text not null,
  area text,
  objective text,
  programme text,
  perspective text,
  office text not null,
  missione_programma text,
  weight numeric,
  primary key (entity, exercise, version, place, code),
  foreign key (entity, exercise, version) references plan_versions
);
create index indicators_by_office on indicators (entity, exercise, version, office);

create table targets (
  entity text not null,
  exercise integer not null,
  version integer not null,
  place text not null,
  code text not null,
  year integer not null,
  text text not null,
  reading jsonb,
  confirmed_by text,
  primary key (entity, exercise, version, place, code, year),
  foreign key (entity, exercise, version, place, code) references indicators
);

grant select, insert on plan_versions, indicators, targets to ciclo_app;
-- The content of a version never changes: an amendment is a new version.
grant update (status, in_force_from, decision_key) on plan_versions to ciclo_app;
