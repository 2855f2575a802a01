-- A session ends also when nobody uses it: when somebody last did, noted at most once a minute.
alter table sessions add column seen_at timestamptz not null default now();
grant update (seen_at) on sessions to ciclo_app;
create index sessions_standing_by_email on sessions (email) where ended_at is null;
