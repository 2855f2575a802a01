-- The deadlines of its calendar that a body has changed, each from an exercise on: the last line about a step and an exercise
-- counts, and one without a rule says that the calendar's own holds again.
create table own_terms (
  id bigint generated always as identity primary key,
  key text not null unique,
  entity text not null references entities,
  step text not null,
  from_exercise integer not null,
  due text check (due <> ''),
  citation text check (citation <> ''),
  force text check (force in ('body', 'law')),
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  check (num_nulls(due, citation, force) in (0, 3))
);
create index own_terms_of_body on own_terms (entity, id);
create trigger append_only before update or delete or truncate on own_terms for each statement execute function refuse_change();
grant select, insert on own_terms to ciclo_app;
alter table own_terms enable row level security;
create policy of_the_body on own_terms to ciclo_app using (sees(entity));
