-- Whom the body answers to and what they say: the register of stakeholders, surveys with their results and the indicators they
-- measure, and the public form with what comes by it.

-- Every row is how a stakeholder stands from then on: the last one counts, those before are its history.
create table stakeholders (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  -- 'associazioni-di-categoria'
  stakeholder text not null check (stakeholder ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  -- What they are grouped under; empty where nobody has said.
  category text not null default '',
  expects text not null default '',
  -- From 1 (little) to 5 (much); null where nobody has said.
  influence smallint check (influence between 1 and 5),
  interest smallint check (interest between 1 and 5),
  services text not null default '',
  involvement text not null default '',
  ended boolean not null default false,
  -- Why it ended.
  reason text not null default '',
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index stakeholders_latest on stakeholders (entity, stakeholder, id desc);

create table surveys (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  title text not null check (title <> ''),
  -- Of whom it was asked, and how.
  asked_of text not null check (asked_of <> ''),
  method text not null default '',
  from_day date not null,
  to_day date not null,
  asked integer not null check (asked > 0),
  answered integer not null check (answered >= 0),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check (from_day <= to_day),
  check (answered <= asked)
);
create index surveys_by_day on surveys (entity, to_day desc, id desc);

create table survey_questions (
  survey bigint not null references surveys,
  number integer not null check (number > 0),
  text text not null check (text <> ''),
  unit text not null check (unit in ('percent', 'number')),
  -- Ends of the scale; a percent has none of its own.
  lowest numeric,
  highest numeric,
  result numeric not null,
  -- How many answered this one; null: as many as the survey.
  answered integer check (answered >= 0),
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (survey, number),
  check ((unit = 'number') = (lowest is not null and highest is not null)),
  check (lowest < highest)
);

-- A survey that was wrong, or not to be used: it stays, and measures nothing any more.
create table survey_withdrawals (
  survey bigint primary key references surveys,
  reason text not null check (reason <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);

-- Which question measures an indicator of an exercise: the last row counts, one without a question takes it back.
create table survey_links (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  exercise integer not null check (exercise between 2000 and 2200),
  indicator text not null,
  survey bigint,
  question integer,
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (survey, question) references survey_questions,
  check ((survey is null) = (question is null))
);
create index survey_links_latest on survey_links (entity, exercise, indicator, id desc);

-- The address at which whoever has it may say something: it cannot be guessed, and the body publishes it.
create table public_forms (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  code text not null unique check (code ~ '^[a-z0-9]{20,}$'),
  opened_at instant not null,
  opened_by text not null,
  closed_at instant,
  closed_by text,
  recorded_at timestamptz not null default now(),
  check ((closed_at is null) = (closed_by is null))
);
create unique index one_public_form on public_forms (entity) where closed_at is null;

-- What came by it, before controllo di gestione has looked. No name, no address: who writes says what they are.
create table public_voices (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  said_by text not null check (said_by <> ''),
  -- Empty once erased.
  text text not null,
  came_at instant not null,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  -- Where it went on record.
  feedback bigint unique references feedback,
  reason text,
  examined_by text,
  acting_for text,
  examined_at instant,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check ((state = 'waiting') = (examined_by is null)),
  check ((state = 'accepted') = (feedback is not null))
);
create index public_voices_of_body on public_voices (entity, state, id);

create trigger append_only before update or delete or truncate on stakeholders for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on surveys for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on survey_questions for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on survey_withdrawals for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on survey_links for each statement execute function refuse_change();

grant select, insert on stakeholders, surveys, survey_questions, survey_withdrawals, survey_links, public_forms, public_voices
  to ciclo_app;
grant update (closed_at, closed_by) on public_forms to ciclo_app;
grant update (text, state, feedback, reason, examined_by, acting_for, examined_at) on public_voices to ciclo_app;

do $$
declare
  belongs record;
begin
  for belongs in
    select * from (values
      ('stakeholders', 'sees(entity)'),
      ('surveys', 'sees(entity)'),
      ('survey_questions', 'exists (select from surveys s where s.id = survey)'),
      ('survey_withdrawals', 'exists (select from surveys s where s.id = survey)'),
      ('survey_links', 'sees(entity)'),
      ('public_forms', 'sees(entity)'),
      ('public_voices', 'sees(entity)')) as of_the_body (name, rule)
  loop
    execute format('alter table %I enable row level security', belongs.name);
    execute format('create policy of_the_body on %I to ciclo_app using (%s)', belongs.name, belongs.rule);
  end loop;
end $$;
