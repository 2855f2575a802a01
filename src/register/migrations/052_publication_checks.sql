-- That what was published has been read back as it should be: from the body's public address, or from the folder of its site. One that
-- fails has its reason; the same reason is not repeated.

create table publication_checks (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  document_hash text not null check (document_hash ~ '^[0-9a-f]{64}$'),
  way text not null check (way in ('address', 'files')),
  -- Where it was read; empty for the folder of the site.
  address text not null default '',
  -- Null: all of it is there, byte for byte.
  failure text check (failure <> ''),
  at instant not null,
  recorded_at timestamptz not null default now(),
  check ((way = 'address') = (address <> ''))
);
create index publication_checks_of on publication_checks (cycle, document_hash, id desc);

create trigger append_only before update or delete or truncate on publication_checks for each statement execute function refuse_change();
grant select, insert on publication_checks to ciclo_app;
alter table publication_checks enable row level security;
create policy of_the_body on publication_checks to ciclo_app using (sees(split_part(cycle, '/', 1)));
