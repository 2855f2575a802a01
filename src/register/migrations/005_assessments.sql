-- Computed results of a checkpoint: append-only. The whole result with its traces is one value; the figures also lie
-- flat beside it for queries. A checkpoint computed again gets a new key.

create table assessments (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  checkpoint text not null,
  plan_version integer not null,
  policy_version text not null,
  simulated boolean not null,
  indicators jsonb not null,
  rollups jsonb not null,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint) references checkpoints
);
create index assessments_latest on assessments (cycle, checkpoint, id desc);

create table indicator_results (
  assessment bigint not null references assessments,
  indicator text not null,
  state text not null,
  achievement numeric,
  light text not null,
  primary key (assessment, indicator)
);

create table rollup_results (
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
  light text not null,
  primary key (assessment, path)
);
create index rollup_results_by_node on rollup_results (node, assessment);

create trigger append_only before update or delete or truncate on assessments for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on indicator_results for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on rollup_results for each statement execute function refuse_change();

grant select, insert on assessments, indicator_results, rollup_results to ciclo_app;
