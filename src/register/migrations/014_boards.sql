-- What people put on record beside their decisions and their work: files of the acts, attachments, reasons of a delay.

-- The act as the board's secretary received it. More than one file may come for one decision: the text, then the signed one.
create table acts (
  decision text not null references decisions (key),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  mime text not null,
  bytes bytea not null,
  uploaded_by text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (decision, hash)
);

-- What an owner attaches when a step is done.
create table attachments (
  cycle text not null,
  step text not null,
  run integer not null check (run > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  mime text not null,
  bytes bytea not null,
  uploaded_by text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (cycle, step, run, hash),
  foreign key (cycle, step) references steps
);

-- Why a step is late, in the words of who answers for it. Each adds to those before.
create table delay_reasons (
  id bigint generated always as identity primary key,
  -- Given by the caller so that the same form sent twice counts once.
  key text not null unique,
  cycle text not null,
  step text not null,
  run integer not null check (run > 0),
  person text not null,
  acting_for text,
  reason text not null check (reason <> ''),
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, step) references steps
);
create index delay_reasons_by_step on delay_reasons (cycle, step, id);

create trigger append_only before update or delete or truncate on acts for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on attachments for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on delay_reasons for each statement execute function refuse_change();

grant select, insert on acts, attachments, delay_reasons to ciclo_app;

-- The sweep asks which steps are past a legal term and have no notice of delay yet.
create index steps_overdue on steps (due_at) where status in ('waiting', 'open', 'late');
