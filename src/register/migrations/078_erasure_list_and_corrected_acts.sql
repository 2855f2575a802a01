-- What may be erased is a row of a list: a table with texts or files of persons says so in the migration that makes it, and the
-- functions stay as they are.
--
-- A text:  insert into erasable_texts (held_in, text_column) values ('step_remarks', 'text');
-- A file:  insert into erasable_files (held_in) values ('attachments');

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create table erasable_texts (
  held_in text not null,
  text_column text not null,
  -- What a row `t` is named by in `erasures`, and by who asks.
  key_of text not null default 't.id',
  primary key (held_in, text_column)
);
insert into erasable_texts (held_in, text_column, key_of) values
  ('measurements', 'note', 't.id'),
  ('measurements', 'cause', 't.id'),
  ('measurements', 'next', 't.id'),
  ('returned_measurements', 'remark', 't.measurement'),
  ('corrective_actions', 'text', 't.id'),
  ('delay_reasons', 'reason', 't.id'),
  ('submissions', 'late_reason', 't.id'),
  ('collected_values', 'raw', 't.id'),
  ('substitutes', 'reason', 't.id'),
  ('section_remarks', 'text', 't.id'),
  ('section_remarks', 'answer', 't.id'),
  ('report_remarks', 'text', 't.id'),
  ('report_answers', 'text', 't.id'),
  ('oiv_judgements', 'note', 't.id'),
  ('oiv_interviews', 'notes', 't.id'),
  ('oiv_remarks', 'text', 't.id'),
  ('oiv_answers', 'text', 't.remark'),
  ('step_remarks', 'text', 't.id'),
  ('step_remark_replies', 'text', 't.id'),
  -- What a step, a checkpoint or a cycle stands with; where it stands, since when and who closed it stay.
  ('steps', 'note', 't.cycle || ''/'' || t.id'),
  ('steps', 'trouble', 't.cycle || ''/'' || t.id'),
  ('checkpoints', 'close_reason', 't.cycle || ''/'' || t.id'),
  ('cycles', 'note', 't.id');

-- Tables with the columns hash, bytes and name, but for `evidence`: its bytes are of whoever has sent them, and of several at once.
create table erasable_files (
  held_in text primary key,
  -- The column, and the table with its column `key`, through which a row leads to its cycle; null where it has a cycle itself.
  through_column text,
  through_table text,
  check ((through_column is null) = (through_table is null))
);
insert into erasable_files (held_in, through_column, through_table) values
  ('attachments', null, null),
  ('draft_files', null, null),
  ('acts', 'decision', 'decisions');

-- Who looks is told; who adds is a migration.
grant select on erasable_texts, erasable_files to ciclo_app;

create or replace function erase_texts(p_column text, p_keys text[], p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  place record;
  erased record;
  total integer := 0;
begin
  select * into place from erasable_texts where held_in || '.' || text_column = p_column;
  if not found then
    raise exception 'nothing is erased from %', p_column using errcode = 'insufficient_privilege';
  end if;
  perform set_config('ciclo.erasing', place.held_in, true);
  for erased in execute format(
    'with old as (select %1$s as key, t.%2$I as was from %3$I t
       where (%1$s)::text = any($1) and t.%2$I <> '''' and t.%2$I <> ''[testo rimosso]'' for update)
     update %3$I t set %2$I = ''[testo rimosso]'' from old where %1$s = old.key returning old.key::text as key, old.was',
    place.key_of, place.text_column, place.held_in) using p_keys
  loop
    perform record_erasure('text', place.held_in || '/' || erased.key || '/' || place.text_column,
      encode(sha256(convert_to(erased.was, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', '', true);
  return total;
end $$;

-- A file that is erased for a body loses the names it had there.
create or replace function erase_file(p_hash text, p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  mine constant text := p_order ->> 'entity';
  held text;
  whose text;
  found_rows integer;
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
  perform set_config('ciclo.erasing', 'evidence_names', true);
  update evidence_names set name = 'file rimosso' where hash = p_hash and entity = mine;
  perform set_config('ciclo.erasing', '', true);
  for held, whose in
    select 'evidence', 'not exists (select from measurements m where m.evidence @> array[f.hash]
      and split_part(m.cycle, ''/'', 1) <> $2
      and not exists (select from released_files r where r.hash = f.hash and r.cycle = m.cycle))'
    union all
    (select e.held_in, case when e.through_table is null then 'split_part(f.cycle, ''/'', 1) = $2'
      else format('exists (select from %I o where o.key = f.%I and split_part(o.cycle, ''/'', 1) = $2)', e.through_table, e.through_column) end
      from erasable_files e order by e.held_in)
  loop
    perform set_config('ciclo.erasing', held, true);
    execute format('update %I f set bytes = '''', name = ''file rimosso'' where f.hash = $1 and octet_length(f.bytes) > 0 and %s', held, whose)
      using p_hash, mine;
    get diagnostics found_rows = row_count;
    perform set_config('ciclo.erasing', '', true);
    if found_rows > 0 then
      perform record_erasure('file', held || '/' || p_hash, p_hash, p_order);
    end if;
    total := total + found_rows;
  end loop;
  return total;
end $$;

-- The number or the date of a board's act, written wrong when its decision was recorded. The decision stays as it is; the last
-- correction is the one that counts.
create table act_corrections (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  decision text not null references decisions (key),
  act_number text not null check (act_number <> ''),
  act_date date not null,
  reason text not null check (reason <> ''),
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index act_corrections_of_cycle on act_corrections (cycle, decision, id);
create trigger append_only before update or delete or truncate on act_corrections for each statement execute function refuse_change();
grant select, insert on act_corrections to ciclo_app;
alter table act_corrections enable row level security;
create policy of_the_body on act_corrections to ciclo_app using (sees(split_part(cycle, '/', 1)));
insert into erasable_texts (held_in, text_column) values ('act_corrections', 'reason');
