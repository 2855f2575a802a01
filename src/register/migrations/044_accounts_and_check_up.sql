-- What the financial analysis and the check-up leave: amounts of the accounts of a year, and how far each requirement of the cycle
-- is applied. The last row of each counts, those before it stay.

create table account_amounts (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  year integer not null check (year between 1900 and 2200),
  account text not null,
  -- In euro; null takes back what was there: missing is not zero.
  amount numeric,
  odd text check (odd <> ''),
  origin text not null check (origin in ('form', 'sheet')),
  source text check (source <> ''),
  note text check (note <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check ((origin = 'form') = (source is null))
);
create index account_amounts_by_year on account_amounts (entity, year, account, id);

create table check_up_answers (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  exercise integer not null check (exercise between 2000 and 2200),
  requirement text not null,
  degree text not null,
  evidence text check (evidence <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index check_up_answers_by_exercise on check_up_answers (entity, exercise, requirement, id);

create trigger append_only before update or delete or truncate on account_amounts for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on check_up_answers for each statement execute function refuse_change();
grant select, insert on account_amounts, check_up_answers to ciclo_app;
alter table account_amounts enable row level security;
alter table check_up_answers enable row level security;
create policy of_the_body on account_amounts to ciclo_app using (sees(entity));
create policy of_the_body on check_up_answers to ciclo_app using (sees(entity));
