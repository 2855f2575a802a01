-- How the people of a body are evaluated in one exercise: a sheet for each post, the versions of its objectives, what was done to it,
-- how it was judged, what it scored. Nothing is changed: a sheet stands as its last passage left it.

create table sheets (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  -- Empty once erased.
  person text not null,
  evaluated_group text not null check (evaluated_group <> ''),
  from_day date not null,
  to_day date not null,
  evaluator_person text,
  evaluator_role text,
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check (from_day <= to_day),
  check ((evaluator_person is null) <> (evaluator_role is null)),
  check (evaluator_person <> person or person = '')
);
create index sheets_of_cycle on sheets (cycle, person, from_day);

create table sheet_versions (
  sheet bigint not null references sheets,
  number integer not null check (number > 0),
  objectives jsonb not null,
  -- Why they changed; empty the first time.
  reason text not null default '',
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (sheet, number)
);

create table sheet_passages (
  id bigint generated always as identity primary key,
  sheet bigint not null references sheets,
  -- 'accept', 'evaluate', …
  passage text not null check (passage <> ''),
  -- Where it left the sheet.
  stage text not null check (stage <> ''),
  -- What was said with it; empty where nothing was.
  text text not null default '',
  -- Of what is decided on a request or before a board.
  outcome text check (outcome in ('confirmed', 'changed')),
  act_number text check (act_number <> ''),
  act_date date,
  -- The day of a talk.
  held_on date,
  -- Days of absence that do not count, as the evaluation found them.
  absent_days integer check (absent_days between 0 and 366),
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  check ((act_number is null) = (act_date is null))
);
create index sheet_passages_latest on sheet_passages (sheet, id desc);

create table sheet_judgements (
  sheet_passage bigint not null references sheet_passages,
  -- Id of a behaviour, or 'obiettivo-3'.
  judged text not null check (judged <> ''),
  value text not null,
  sentence text not null,
  primary key (sheet_passage, judged)
);

create table sheet_scores (
  sheet_passage bigint primary key references sheet_passages,
  trace jsonb not null,
  -- Null: the score does not stand on everything.
  band text check (band <> '')
);

-- What stays of sheets that were erased, where nobody can be told from it: only of groups of at least five.
create table sheet_aggregates (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  evaluated_group text not null,
  -- Null: not evaluated.
  band text,
  people integer not null check (people > 0),
  recorded_at timestamptz not null default now()
);
create index sheet_aggregates_of_cycle on sheet_aggregates (cycle, evaluated_group);

do $$
declare
  belongs record;
begin
  for belongs in
    select * from (values
      ('sheets', 'sees(split_part(cycle, ''/'', 1))'),
      ('sheet_versions', 'exists (select from sheets s where s.id = sheet)'),
      ('sheet_passages', 'exists (select from sheets s where s.id = sheet)'),
      ('sheet_judgements', 'exists (select from sheet_passages p where p.id = sheet_passage)'),
      ('sheet_scores', 'exists (select from sheet_passages p where p.id = sheet_passage)'),
      ('sheet_aggregates', 'sees(split_part(cycle, ''/'', 1))')) as of_the_body (name, rule)
  loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', belongs.name);
    execute format('grant select on %I to ciclo_app', belongs.name);
    execute format('alter table %I enable row level security', belongs.name);
    execute format('create policy of_the_body on %I to ciclo_app using (%s)', belongs.name, belongs.rule);
  end loop;
end $$;
grant insert on sheets, sheet_versions, sheet_passages, sheet_judgements, sheet_scores to ciclo_app;
