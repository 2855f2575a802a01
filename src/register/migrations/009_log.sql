-- Who did what when: append-only.

create table log (
  id bigint generated always as identity primary key,
  key text unique,
  at instant not null,
  actor text not null,
  acting_for text,
  action text not null,
  subject text not null,
  cycle text,
  step text,
  detail jsonb not null default '{}',
  recorded_at timestamptz not null default now()
);
create index log_of_cycle on log (cycle, id desc);
create index log_of_step on log (cycle, step, id desc);
create index log_of_actor on log (actor, id desc);

create trigger append_only before update or delete or truncate on log for each statement execute function refuse_change();

grant select, insert on log to ciclo_app;
