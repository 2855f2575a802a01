-- What somebody attaches to an act that a workflow carries out waits here, under the key of the act: it goes where it belongs in the
-- transaction that records the act, and away when the act is refused or given up. It is no record of anything before.

create table enclosures (
  -- Key of the act.
  key text not null,
  ordinal integer not null,
  cycle text not null,
  step text not null,
  run integer not null,
  kind text not null check (kind in ('act', 'attachment', 'delay-reason')),
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  name text,
  mime text,
  bytes bytea,
  reason text,
  by_person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (key, ordinal),
  foreign key (cycle, step) references steps,
  check ((kind = 'delay-reason') = (reason is not null)),
  check ((kind = 'delay-reason') = (bytes is null)),
  check ((bytes is null) = (hash is null) and (bytes is null) = (name is null) and (bytes is null) = (mime is null))
);
create index enclosures_by_age on enclosures (recorded_at);

grant select, insert, delete on enclosures to ciclo_app;
alter table enclosures enable row level security;
create policy of_the_body on enclosures to ciclo_app using (sees(split_part(cycle, '/', 1)));

-- An act nobody has carried out can be given up, by another act: it is not sent again.
alter table awaited_acts drop constraint awaited_acts_state_check;
alter table awaited_acts add constraint awaited_acts_state_check check (state in ('waiting', 'recorded', 'refused', 'given-up'));

-- In which round a step is before its board, hearings say: this column is written no more.
comment on column steps.round is 'what migration 033 found; hearings say it since';
