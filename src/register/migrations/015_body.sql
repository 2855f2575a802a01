-- The body itself, beside its cycles: its series, what it has promised to follow (obligations of publication, actions of
-- the improvement plan), what stakeholders told it, what programmes have spent, and the addresses of calendar feeds.

-- Mirrors the data files: identity, chapters of series, stakeholders. Replaced when they are loaded again.
create table body_profiles (
  entity text primary key references entities,
  data jsonb not null,
  recorded_at timestamptz not null default now()
);

create table followed (
  entity text not null references entities,
  kind text not null check (kind in ('obligation', 'improvement')),
  -- 'personale/8', 'rendicontazione/2'
  id text not null check (id ~ '^[a-z0-9]+([-/][a-z0-9]+)*$'),
  ordinal integer not null,
  -- Group of obligations, or subject of the improvement plan.
  heading text not null,
  text text not null,
  source text not null,
  norm text,
  -- What the document says of it, verbatim, and on which day it was so.
  stated text not null default '',
  stated_on date,
  -- Role or 'ufficio:<id>' that answers for it at the beginning; a follow-up may give it to another.
  owner text,
  every_months integer check (every_months between 1 and 60),
  due_on date,
  origin origin not null,
  -- False once the file no longer has it: its history stays.
  current boolean not null default true,
  primary key (entity, kind, id)
);

-- Every change of state of what is followed: the last one is how it stands.
create table follow_ups (
  id bigint generated always as identity primary key,
  -- Given by the caller to make a repeated request the same row.
  key text unique,
  entity text not null,
  kind text not null,
  item text not null,
  state text not null check (state in ('fulfilled', 'updating', 'unfulfilled', 'planned', 'under-way', 'done', 'abandoned')),
  note text not null default '',
  owner text,
  due_on date,
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  foreign key (entity, kind, item) references followed,
  check ((kind = 'obligation') = (state in ('fulfilled', 'updating', 'unfulfilled')))
);
create index follow_ups_latest on follow_ups (entity, kind, item, id desc);

create table feedback (
  id bigint generated always as identity primary key,
  key text unique,
  entity text not null references entities,
  stakeholder text not null check (stakeholder <> ''),
  -- How it reached the body: a survey, a meeting, a letter.
  channel text not null check (channel <> ''),
  received_on date not null,
  text text not null check (text <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index feedback_by_day on feedback (entity, received_on desc, id desc);

-- What the context analysis of an exercise made of a feedback.
create table feedback_uses (
  feedback bigint not null references feedback,
  exercise integer not null check (exercise between 2000 and 2200),
  outcome text not null check (outcome <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (feedback, exercise)
);

-- Spent of a programme's resources up to a day: the last row is what counts.
create table spending (
  id bigint generated always as identity primary key,
  key text unique,
  entity text not null references entities,
  exercise integer not null,
  programme text not null,
  amount numeric not null check (amount >= 0),
  up_to date not null,
  note text not null default '',
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index spending_latest on spending (entity, exercise, programme, id desc);

-- A person's calendar feed opens by a secret address, because calendar programs cannot sign in. Only the SHA-256 is kept.
create table calendar_feeds (
  hash text primary key,
  entity text not null,
  person text not null,
  issued_at instant not null,
  revoked_at instant,
  recorded_at timestamptz not null default now(),
  foreign key (entity, person) references people
);
create unique index one_feed_per_person on calendar_feeds (entity, person) where revoked_at is null;

create trigger append_only before update or delete or truncate on follow_ups for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on feedback for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on feedback_uses for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on spending for each statement execute function refuse_change();

grant select, insert, update on body_profiles, followed to ciclo_app;
grant select, insert on follow_ups, feedback, feedback_uses, spending, calendar_feeds to ciclo_app;
grant update (revoked_at) on calendar_feeds to ciclo_app;
