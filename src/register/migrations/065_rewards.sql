-- What a body sets aside and pays for results, by group of evaluated people: a sum, never what one person is paid. Imported by an
-- act, where the body wants it; the last import of an exercise counts, those before are its history.

create table reward_imports (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  exercise integer not null check (exercise between 2000 and 2200),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null check (file_name <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index reward_imports_latest on reward_imports (entity, exercise, id desc);

create table reward_amounts (
  import bigint not null references reward_imports,
  -- Id of a group of the body's rules of evaluation.
  evaluated_group text not null check (evaluated_group <> ''),
  -- Euro.
  allocated numeric not null check (allocated >= 0),
  paid numeric not null check (paid >= 0),
  primary key (import, evaluated_group),
  check (paid <= allocated)
);

create trigger append_only before update or delete or truncate on reward_imports for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on reward_amounts for each statement execute function refuse_change();
grant select, insert on reward_imports, reward_amounts to ciclo_app;

alter table reward_imports enable row level security;
create policy of_the_body on reward_imports to ciclo_app using (sees(entity));
alter table reward_amounts enable row level security;
create policy of_the_body on reward_amounts to ciclo_app using (exists (select from reward_imports i where i.id = import));
