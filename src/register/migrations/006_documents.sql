-- Frozen documents: what a board decided on and what was published, byte for byte.

create table documents (
  cycle text not null references cycles,
  -- 'piano', 'rpp', 'relazione', 'monitoraggio-1'
  kind text not null,
  version integer not null check (version > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  title text not null,
  mime text not null,
  bytes bytea not null,
  prepared_by text[] not null default '{}',
  plan_version integer,
  simulated boolean not null,
  frozen_at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (cycle, kind, version)
);
create index documents_by_hash on documents (hash);

create trigger append_only before update or delete or truncate on documents for each statement execute function refuse_change();

grant select, insert on documents to ciclo_app;
