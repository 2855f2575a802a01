-- What a document consists of can change while it is being written, by an act of the body; which is on record with the whole outline.

-- The outlines as the body's files have them today.
create table outlines_on_file (
  entity text not null references entities,
  document text not null check (document <> ''),
  outline jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (entity, document)
);
grant select, insert, update on outlines_on_file to ciclo_app;
alter table outlines_on_file enable row level security;
create policy of_the_body on outlines_on_file to ciclo_app using (sees(entity));

create table outline_adoptions (
  id bigint generated always as identity primary key,
  cycle text not null,
  document text not null,
  outline jsonb not null,
  -- Of the body's own act.
  act_number text not null check (act_number <> ''),
  act_date date not null,
  by_person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, document) references document_drafts
);
create index outline_adoptions_of on outline_adoptions (cycle, document, id desc);

create trigger append_only before update or delete or truncate on outline_adoptions for each statement execute function refuse_change();
grant select, insert on outline_adoptions to ciclo_app;
alter table outline_adoptions enable row level security;
create policy of_the_body on outline_adoptions to ciclo_app using (sees(split_part(cycle, '/', 1)));
