-- Why an act in waiting was not carried out the last time it was sent, where that says nothing of the act: told when it lasts.
alter table awaited_acts add column failure text;

-- What the last good files of a unit were together, and the program that found no error in them: the same files and the same
-- program need not be read again to know that.
create table good_units (
  unit text primary key,
  -- SHA-256 over paths and contents.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Of what read them: another one reads them anew.
  reader text not null,
  -- Of a body: its id and name, and what it names of others' files. 'null' of a shared file.
  facts jsonb not null,
  -- Whether the register has what the files of a body say.
  saved boolean not null default false,
  recorded_at timestamptz not null default now()
);
grant select, insert, update, delete on good_units to ciclo_app;
