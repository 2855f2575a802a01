-- The data files of bodies, calendars and policies as they were when they last were without errors: what somebody breaks on
-- the disk must not stop a cycle that was planned from it, nor the other bodies.

create table good_files (
  -- What is broken or good as a whole: the folder of a body, 'massa-carrara-2016', or a shared file, 'calendars/dlgs150.yaml'.
  unit text not null,
  -- Below the unit; empty for a shared file.
  path text not null,
  bytes bytea not null,
  recorded_at timestamptz not null default now(),
  primary key (unit, path)
);

grant select, insert, update, delete on good_files to ciclo_app;
