-- Documents are drafts with sections: what somebody writes, in every version it had; remarks on it; figures; the body's own file that
-- stands in for the whole; and each transmission to a board.

-- A document of a cycle as it is being prepared. Its outline is the one it began with, whatever the files say later.
create table document_drafts (
  cycle text not null references cycles (id),
  document text not null check (document <> ''),
  outline jsonb not null,
  began_at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (cycle, document)
);

-- A written section as it stands.
create table sections (
  cycle text not null,
  document text not null,
  section text not null,
  text text not null default '',
  state text not null default 'to-write' check (state in ('to-write', 'draft', 'ready')),
  -- 0 before anything was saved.
  revision integer not null default 0 check (revision >= 0),
  -- Null: nobody has written it, or its first text came from the body's files.
  written_by text,
  acting_for text,
  written_at instant,
  primary key (cycle, document, section),
  foreign key (cycle, document) references document_drafts,
  check ((state = 'to-write') = (btrim(text, E' \t\r\n') = ''))
);

-- Every text that was saved.
create table section_versions (
  cycle text not null,
  document text not null,
  section text not null,
  revision integer not null check (revision > 0),
  text text not null,
  written_by text,
  acting_for text,
  written_at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (cycle, document, section, revision),
  foreign key (cycle, document, section) references sections
);

-- What somebody has typed and not saved: it outlives a session, and a saving that was refused.
create table section_typing (
  cycle text not null,
  document text not null,
  section text not null,
  person text not null,
  text text not null,
  -- Revision of the section the text was made from.
  revision integer not null check (revision >= 0),
  typed_at instant not null,
  primary key (cycle, document, section, person),
  foreign key (cycle, document, section) references sections
);

-- Who has a section open, by the clock on the wall.
create table section_presence (
  cycle text not null,
  document text not null,
  section text not null,
  person text not null,
  seen_at timestamptz not null default now(),
  primary key (cycle, document, section, person),
  foreign key (cycle, document, section) references sections
);

create table section_remarks (
  id bigint generated always as identity primary key,
  -- Of the decision, for what a board remarked: recorded twice, it counts once.
  key text unique,
  cycle text not null,
  document text not null,
  -- Null: of the whole document.
  section text,
  text text not null check (text <> ''),
  by_person text not null,
  acting_for text,
  at instant not null,
  origin text not null check (origin in ('colleague', 'board')),
  round integer not null check (round >= 0),
  answer text check (answer <> ''),
  answered_by text,
  answered_at instant,
  closed_by text,
  closed_at instant,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, document) references document_drafts,
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  check ((closed_by is null) = (closed_at is null))
);
create index section_remarks_by_document on section_remarks (cycle, document, id);

-- Files that belong to a draft: figures, and what stands in for the whole.
create table draft_files (
  cycle text not null references cycles (id),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  mime text not null,
  bytes bytea not null,
  uploaded_by text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (cycle, hash)
);

-- Figures of a draft, by the short name its text calls them by: the beginning of the hash, so that the same picture has the same name
-- next year.
create table section_figures (
  cycle text not null,
  document text not null,
  id text not null check (id ~ '^[0-9a-f]{10}$'),
  hash text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  recorded_at timestamptz not null default now(),
  primary key (cycle, document, id),
  foreign key (cycle, document) references document_drafts,
  foreign key (cycle, hash) references draft_files
);

-- The body's own file in place of the whole document. The last one stands, unless it was withdrawn.
create table stand_ins (
  id bigint generated always as identity primary key,
  cycle text not null,
  document text not null,
  hash text not null,
  by_person text not null,
  acting_for text,
  at instant not null,
  withdrawn_by text,
  withdrawn_at instant,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, document) references document_drafts,
  foreign key (cycle, hash) references draft_files,
  check ((withdrawn_by is null) = (withdrawn_at is null))
);
create unique index stand_ins_in_force on stand_ins (cycle, document) where withdrawn_at is null;

-- A document as its preparers transmitted it.
create table transmissions (
  cycle text not null,
  step text not null,
  round integer not null check (round > 0),
  document text not null,
  by_person text not null,
  acting_for text,
  at instant not null,
  -- What changed since the round before, as they say; and why it is as it was, where it is.
  note text,
  unchanged_reason text,
  -- Of what it says, without the heading.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default now(),
  primary key (cycle, step, round),
  foreign key (cycle, step) references steps,
  foreign key (cycle, document) references document_drafts
);

do $$
declare
  held text;
begin
  foreach held in array array['document_drafts', 'section_versions', 'draft_files', 'section_figures', 'transmissions'] loop
    execute format('create trigger append_only before update or delete or truncate on %I for each statement execute function refuse_change()', held);
  end loop;
  foreach held in array array['document_drafts', 'sections', 'section_versions', 'section_typing', 'section_presence', 'section_remarks',
    'draft_files', 'section_figures', 'stand_ins', 'transmissions'] loop
    execute format('grant select, insert on %I to ciclo_app', held);
    execute format('alter table %I enable row level security', held);
    execute format('create policy of_the_body on %I to ciclo_app using (sees(split_part(cycle, ''/'', 1)))', held);
  end loop;
end $$;

grant update (text, state, revision, written_by, acting_for, written_at) on sections to ciclo_app;
grant update, delete on section_typing, section_presence to ciclo_app;
-- What was remarked never changes.
grant update (answer, answered_by, answered_at, closed_by, closed_at) on section_remarks to ciclo_app;
grant update (withdrawn_by, withdrawn_at) on stand_ins to ciclo_app;

-- Files of drafts can be erased like what is attached to a step.
select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create or replace function erase_file(p_hash text, p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  mine constant text := p_order ->> 'entity';
  held text;
  whose text;
  found integer;
  total integer := 0;
begin
  if mine is null then
    raise exception 'an erasure of a file says whose it is' using errcode = 'null_value_not_allowed';
  end if;
  -- Two bodies that let the same file go at once: the second sees what the first did.
  perform pg_advisory_xact_lock(hashtext('file'), hashtext(p_hash));
  insert into released_files (hash, cycle)
    select distinct p_hash, m.cycle from measurements m where m.evidence @> array[p_hash] and split_part(m.cycle, '/', 1) = mine
    on conflict do nothing;
  for held, whose in values
    ('evidence', 'not exists (select from measurements m where m.evidence @> array[f.hash]
      and split_part(m.cycle, ''/'', 1) <> $2
      and not exists (select from released_files r where r.hash = f.hash and r.cycle = m.cycle))'),
    ('attachments', 'split_part(f.cycle, ''/'', 1) = $2'),
    ('draft_files', 'split_part(f.cycle, ''/'', 1) = $2'),
    ('acts', 'exists (select from decisions d where d.key = f.decision and split_part(d.cycle, ''/'', 1) = $2)')
  loop
    perform set_config('ciclo.erasing', held, true);
    execute format('update %I f set bytes = '''', name = ''file rimosso'' where f.hash = $1 and octet_length(f.bytes) > 0 and %s', held, whose)
      using p_hash, mine;
    get diagnostics found = row_count;
    perform set_config('ciclo.erasing', '', true);
    if found > 0 then
      perform record_erasure('file', held || '/' || p_hash, p_hash, p_order);
    end if;
    total := total + found;
  end loop;
  return total;
end $$;
