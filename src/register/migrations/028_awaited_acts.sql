-- Acts somebody asked for while nobody was there to carry them out: each is sent again, under the same id, until it is known
-- what became of it. Whoever asked reads that at an address of its own.

create table awaited_acts (
  -- The id the act is sent under, hash of its form's key and of what it says: sent twice it is one act.
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  -- The secret part of the address at which it is told what became of it.
  secret text not null unique check (secret ~ '^[A-Za-z0-9_-]{32}$'),
  cycle text not null references cycles,
  step text,
  workflow text not null,
  -- First run of the workflow as it was then, when that could be asked: a later one is not what was meant.
  run text,
  act text not null,
  -- What was asked; nothing once it is known what became of it.
  command jsonb,
  person text not null,
  asked_at instant not null,
  state text not null default 'waiting' check (state in ('waiting', 'recorded', 'refused')),
  -- Why it was refused, for the person.
  refusal text,
  recorded_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((state = 'waiting') = (settled_at is null)),
  check ((state = 'waiting') = (command is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create index awaited_acts_waiting on awaited_acts (recorded_at) where state = 'waiting';

grant select, insert, update on awaited_acts to ciclo_app;
