-- Checkpoints with what they froze, and the officers' measurements: append-only, with the mark of
-- what the workflow has not yet taken beside them.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create table checkpoints (
  cycle text not null references cycles,
  -- The step's id.
  id text not null,
  ordinal integer not null,
  period_from date not null,
  period_to date not null,
  plan_version integer not null,
  plan_hash text not null,
  simulated boolean not null,
  state text not null default 'collecting' check (state in ('collecting', 'closed')),
  opened_at instant not null,
  closed_at instant,
  closed_by text,
  close_reason text,
  recorded_at timestamptz not null default now(),
  primary key (cycle, id),
  check ((state = 'closed') = (closed_at is not null))
);

-- The frozen readings: one row per indicator the checkpoint collects.
create table checkpoint_indicators (
  cycle text not null,
  checkpoint text not null,
  indicator text not null,
  ordinal integer not null,
  name text not null,
  office text not null,
  unit jsonb,
  target text not null,
  reading jsonb,
  weight numeric,
  primary key (cycle, checkpoint, indicator),
  foreign key (cycle, checkpoint) references checkpoints
);

create table submissions (
  id bigint generated always as identity primary key,
  -- Given by the caller to make a retried request the same submission.
  key text unique,
  cycle text not null,
  checkpoint text not null,
  officer text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  channel text not null check (channel in ('form', 'sheet', 'terminal', 'api', 'automatic', 'rehearsal')),
  -- Why it came after the due date, when the officer said so.
  late_reason text,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint) references checkpoints
);
create index submissions_by_checkpoint on submissions (cycle, checkpoint, officer);

create table measurements (
  id bigint generated always as identity primary key,
  submission bigint not null references submissions,
  cycle text not null,
  checkpoint text not null,
  indicator text not null,
  actual jsonb not null,
  note text,
  -- Content hashes of the files in "evidence".
  evidence text[] not null default '{}',
  unique (submission, indicator),
  foreign key (cycle, checkpoint, indicator) references checkpoint_indicators
);
create index measurements_latest on measurements (cycle, checkpoint, indicator, id desc);

-- A value sent back to its officer with a remark. The value stays on record.
create table returned_measurements (
  measurement bigint primary key references measurements,
  returned_by text not null,
  acting_for text,
  remark text not null,
  at instant not null,
  recorded_at timestamptz not null default now()
);

-- The untaken mark: a row exists from the receipt until the checkpoint's workflow has taken the submission.
create table untaken (
  submission bigint primary key references submissions,
  cycle text not null,
  checkpoint text not null
);
create index untaken_by_checkpoint on untaken (cycle, checkpoint, submission);

create table evidence (
  hash text primary key,
  name text not null,
  mime text not null,
  bytes bytea not null,
  uploaded_by text not null,
  at instant not null,
  recorded_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on submissions for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on measurements for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on returned_measurements for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on evidence for each statement execute function refuse_change();

grant select, insert on checkpoints, checkpoint_indicators to ciclo_app;
-- What was frozen never changes: only the state does.
grant update (state, closed_at, closed_by, close_reason) on checkpoints to ciclo_app;
grant select, insert on submissions, measurements, returned_measurements, evidence to ciclo_app;
grant select, insert, delete on untaken to ciclo_app;
