-- What the context analysis leaves: strengths, weaknesses, opportunities and threats of each exercise, and the years that officers
-- add to the body's series. Each row is somebody's word at a moment; the last one counts, those before it stay.

create table context_factors (
  id bigint generated always as identity primary key,
  -- The row it was first written in, whatever the exercise; null there.
  first bigint references context_factors,
  entity text not null references entities,
  exercise integer not null check (exercise between 2000 and 2200),
  kind text not null check (kind in ('strength', 'weakness', 'opportunity', 'threat')),
  text text not null check (text <> ''),
  ordinal integer not null check (ordinal > 0),
  standing text not null check (standing in ('new', 'confirmed', 'changed', 'dropped')),
  reason text check (reason <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check (standing = 'new' or first is not null),
  check (standing <> 'dropped' or reason is not null)
);
create index context_factors_by_exercise on context_factors (entity, exercise, id);

-- A value of a series, as it is printed; `nd` says that there is none. Series begin from the files: these go beyond them, or correct them.
create table series_values (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  series text not null,
  row text not null,
  subject text not null,
  year integer not null check (year between 1900 and 2200),
  printed text not null check (printed <> ''),
  -- What was odd about it and somebody said to be right.
  odd text check (odd <> ''),
  origin text not null check (origin in ('form', 'sheet', 'source')),
  -- The file or the automatic source it came from.
  source text check (source <> ''),
  note text check (note <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check ((origin = 'form') = (source is null))
);
create index series_values_by_series on series_values (entity, series, id);

create trigger append_only before update or delete or truncate on context_factors for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on series_values for each statement execute function refuse_change();
grant select, insert on context_factors, series_values to ciclo_app;
alter table context_factors enable row level security;
alter table series_values enable row level security;
create policy of_the_body on context_factors to ciclo_app using (sees(entity));
create policy of_the_body on series_values to ciclo_app using (sees(entity));
