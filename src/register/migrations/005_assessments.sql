-- Computed results of a checkpoint, with their traces: append-only. A checkpoint computed again gets a new key.

create table assessments (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  checkpoint text not null,
  plan_version integer not null,
  policy_version text not null,
  simulated boolean not null,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint) references checkpoints
);
create index assessments_latest on assessments (cycle, checkpoint, id desc);

create table indicator_assessments (
  assessment bigint not null references assessments,
  indicator text not null,
  ordinal integer not null,
  state text not null check (state in ('assessed', 'missing', 'not-yet', 'not-assessable', 'doubtful')),
  achievement numeric,
  uncapped numeric,
  light text not null check (light in ('green', 'yellow', 'red', 'none')),
  formula text,
  trace jsonb not null,
  primary key (assessment, indicator),
  check ((state = 'assessed') = (achievement is not null))
);

create table rollups (
  assessment bigint not null references assessments,
  -- Position in the tree, children under their parent: {0}, {0,1}, {0,1,2}, {1}.
  path integer[] not null,
  node text not null,
  title text not null,
  weight numeric not null,
  achievement numeric,
  coverage numeric not null,
  worst numeric not null,
  best numeric not null,
  light text not null check (light in ('green', 'yellow', 'red', 'none')),
  trace jsonb not null,
  primary key (assessment, path)
);
create index rollups_by_node on rollups (node, assessment);

create trigger append_only before update or delete or truncate on assessments for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on indicator_assessments for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on rollups for each statement execute function refuse_change();

grant select, insert on assessments, indicator_assessments, rollups to ciclo_app;
