-- Overrides: a person's decision over a computed result, with who, why and act. Append-only: a withdrawal is one more row.

create table overrides (
  id bigint generated always as identity primary key,
  -- Given by the caller so that the same form sent twice counts once.
  key text unique,
  cycle text not null references cycles,
  indicator text not null,
  kind text not null check (kind in ('forced', 'neutralised', 'withdrawn')),
  -- Percent of achievement that counts instead of the computed one.
  value numeric check ((kind = 'forced') = (value is not null)),
  -- The row that a withdrawal takes out of force, once.
  withdraws bigint unique references overrides check ((kind = 'withdrawn') = (withdraws is not null)),
  -- Body or person that decided, as the act names it.
  decided_by text not null,
  reason text not null,
  act_number text not null,
  act_date date not null,
  -- Person that put it on record, and for whom.
  recorded_by text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index overrides_of_cycle on overrides (cycle, id);

create trigger append_only before update or delete or truncate on overrides for each statement execute function refuse_change();

grant select, insert on overrides to ciclo_app;

-- Those at work in a result, each beside what was computed without it: kept with the result, whatever is decided later.
alter table assessments add column overrides jsonb not null default '[]';
