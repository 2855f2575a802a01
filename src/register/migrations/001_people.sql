-- Entities, their offices and roles, the people who hold them, and who stands in for whom.
-- Rows with origin 'file' mirror the entity's data file and are replaced when it is loaded again;
-- rows with origin 'console' were entered by a person and stay.

-- An instant of the calendar, UTC with seconds: fixed width, so that text order is time order.
create domain instant as text collate "C"
  check (value ~ '^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$');

create type origin as enum ('file', 'console');

create table entities (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  name text not null,
  seat text not null,
  data jsonb not null,
  recorded_at timestamptz not null default now()
);

create table offices (
  entity text not null references entities,
  id text not null,
  title text not null,
  primary key (entity, id)
);

create table roles (
  entity text not null references entities,
  id text not null,
  title text not null,
  board boolean not null default false,
  -- On a board: the role that records its decisions.
  recorded_by text,
  -- Outside the entity: named in documents, never prompted.
  external boolean not null default false,
  primary key (entity, id)
);

create table people (
  entity text not null references entities,
  id text not null,
  name text not null,
  email text not null check (email !~ '[[:cntrl:]]'),
  manager text,
  active boolean not null default true,
  primary key (entity, id),
  foreign key (entity, manager) references people deferrable initially deferred
);
create index people_by_email on people (lower(email));

create table holdings (
  entity text not null,
  person text not null,
  role text not null,
  from_date date not null default '-infinity',
  to_date date not null default 'infinity',
  origin origin not null,
  primary key (entity, role, person, from_date),
  foreign key (entity, person) references people,
  foreign key (entity, role) references roles,
  check (from_date <= to_date)
);

create table memberships (
  entity text not null,
  person text not null,
  office text not null,
  from_date date not null default '-infinity',
  to_date date not null default 'infinity',
  origin origin not null,
  primary key (entity, office, person, from_date),
  foreign key (entity, person) references people,
  foreign key (entity, office) references offices,
  check (from_date <= to_date)
);
create index memberships_by_person on memberships (entity, person);

create table substitutes (
  id bigint generated always as identity primary key,
  entity text not null,
  absent text not null,
  substitute text not null,
  from_date date not null,
  to_date date not null,
  -- Roles or 'ufficio:<id>' the substitution covers; null covers everything.
  scope text[],
  reason text not null default '',
  origin origin not null,
  recorded_at timestamptz not null default now(),
  foreign key (entity, absent) references people,
  foreign key (entity, substitute) references people,
  check (absent <> substitute),
  check (from_date <= to_date)
);
create index substitutes_by_absent on substitutes (entity, absent);

grant select, insert, update on entities, offices, roles, people to ciclo_app;
grant select, insert, update, delete on holdings, memberships, substitutes to ciclo_app;
