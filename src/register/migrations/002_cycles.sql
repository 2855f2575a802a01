-- One cycle per entity and exercise, the clock it runs by, and the current state of its steps.

create table cycles (
  -- 'ccms/2016'
  id text primary key,
  entity text not null references entities,
  exercise integer not null check (exercise between 2000 and 2200),
  template text not null,
  template_version text not null,
  calendar jsonb not null,
  policy jsonb not null,
  simulated boolean not null,
  seed bigint,
  status text not null default 'planned' check (status in ('planned', 'running', 'closed', 'cancelled')),
  opened_at instant,
  closed_at instant,
  note text,
  recorded_at timestamptz not null default now(),
  unique (entity, exercise)
);

-- At most one row: a register lives by one clock.
create table clock (
  singleton boolean primary key default true check (singleton),
  origin_ms bigint not null,
  start_ms bigint not null,
  speed double precision not null check (speed > 0),
  last_seen instant,
  updated_at timestamptz not null default now()
);

create table steps (
  cycle text not null references cycles,
  id text not null,
  ordinal integer not null,
  phase text not null,
  kind text not null check (kind in ('task', 'approval', 'checkpoint', 'publication', 'amendment')),
  title text not null,
  -- The whole dated step as planned.
  planned jsonb not null,
  opens_on date not null,
  -- As extended, if it was; the plan's own dates stay in "planned".
  due_on date not null,
  opens_at instant not null,
  due_at instant not null,
  status text not null default 'waiting' check (status in ('waiting', 'open', 'late', 'done', 'cancelled', 'deferred')),
  opened_at instant,
  completed_at instant,
  -- 1, and one more for each reopening.
  run integer not null default 1 check (run > 0),
  -- Round before the board, on approvals.
  round integer not null default 0 check (round >= 0),
  waiting_for text[] not null default '{}',
  note text,
  updated_at timestamptz not null default now(),
  primary key (cycle, id)
);
create index steps_in_progress on steps (due_at) where status in ('open', 'late');

grant select, insert, update on cycles, clock, steps to ciclo_app;
