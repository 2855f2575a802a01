-- What has been spent is recorded for a whole programme or line by line of its resources, by hand or from a file of the accounting
-- system: a file counts once.

create table spending_imports (
  id bigint generated always as identity primary key,
  entity text not null references entities,
  exercise integer not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null check (file_name <> ''),
  up_to date not null,
  -- Rows of the file that hold an amount, and lines of resources they are of.
  rows integer not null check (rows > 0),
  lines integer not null check (lines > 0),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  unique (entity, exercise, file_hash)
);

-- Line of the ledger of resources; null: the programme as a whole.
alter table spending add column line text check (line <> '');
alter table spending add column import bigint references spending_imports;
create index spending_latest_line on spending (entity, exercise, programme, line, id desc);

create trigger append_only before update or delete or truncate on spending_imports for each statement execute function refuse_change();
grant select, insert on spending_imports to ciclo_app;
alter table spending_imports enable row level security;
create policy of_the_body on spending_imports to ciclo_app using (sees(entity));
