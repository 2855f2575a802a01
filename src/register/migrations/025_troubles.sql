-- Everything that is stuck, with since when and why, kept by a watch in the worker; and the workers that are alive.

create table troubles (
  id bigint generated always as identity primary key,
  kind text not null,
  -- Null when it concerns the whole installation. A body whose files never could be read has no row of its own.
  entity text,
  -- What it is about: 'ccms/2016/piano-approvazione', a file; empty where the kind says all.
  subject text not null,
  since instant not null,
  last_seen instant not null,
  -- How often what fails was tried; null where nothing is tried.
  attempts integer check (attempts > 0),
  -- In Italian, for who is to mend it.
  reason text not null,
  -- What the page makes its link from.
  detail jsonb not null,
  ended_at instant,
  -- 'gone': the watch found it no longer; 'mended': who mended it said so.
  ended_how text check (ended_how in ('gone', 'mended')),
  -- When its mail was put in the ledger.
  told_at instant,
  recorded_at timestamptz not null default now(),
  check ((ended_at is null) = (ended_how is null))
);
-- One that came back after its end is another one.
create unique index troubles_now on troubles (kind, coalesce(entity, ''), subject) where ended_at is null;
create index troubles_of_entity on troubles (entity, id);

create table workers (
  -- 'PROCESS@MACHINE', as Temporal's pages name it.
  name text primary key,
  -- Of the wall clock: who keeps the machines reads it.
  seen_at timestamptz not null default now()
);

grant select, insert, update on troubles to ciclo_app;
grant select, insert, update, delete on workers to ciclo_app;
