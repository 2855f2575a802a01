-- Decisions of the boards: append-only, one per key.

create table decisions (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  step text not null,
  round integer not null check (round > 0),
  board text not null,
  outcome text not null check (outcome in ('approved', 'rejected', 'deferred')),
  act_number text,
  act_date date,
  remarks text,
  deferred_to date,
  decided_by text not null,
  acting_for text,
  present integer check (present >= 0),
  in_favour integer check (in_favour >= 0),
  against integer check (against >= 0),
  abstained integer check (abstained >= 0),
  document_hash text,
  simulated boolean not null,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, step) references steps,
  check (outcome <> 'approved' or (act_number is not null and act_date is not null and document_hash is not null)),
  check (outcome <> 'rejected' or remarks is not null),
  check (outcome <> 'deferred' or deferred_to is not null),
  check (coalesce(in_favour, 0) + coalesce(against, 0) + coalesce(abstained, 0) <= coalesce(present, 2147483647))
);
create index decisions_by_step on decisions (cycle, step, id);
-- A round is settled once, whoever asks and with whatever key; it may be deferred several times before.
create unique index one_settlement_per_round on decisions (cycle, step, round) where outcome <> 'deferred';

create trigger append_only before update or delete or truncate on decisions for each statement execute function refuse_change();

grant select, insert on decisions to ciclo_app;
