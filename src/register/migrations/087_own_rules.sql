-- The pieces of its rules (SMVP) that a body has changed, each from an exercise on: the last line about a piece and an exercise
-- counts, and one that says nothing says that the file's own holds again.
create table own_rules (
  id bigint generated always as identity primary key,
  key text not null unique,
  entity text not null references entities,
  piece text not null,
  from_exercise integer not null,
  said text check (said <> ''),
  act text check (act <> ''),
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  check (said is not null or act is null)
);
create index own_rules_of_body on own_rules (entity, id);
create trigger append_only before update or delete or truncate on own_rules for each statement execute function refuse_change();
grant select, insert on own_rules to ciclo_app;
alter table own_rules enable row level security;
create policy of_the_body on own_rules to ciclo_app using (sees(entity));
