-- The same bytes are kept once, whoever sent them; the name is that of each sender, and one body's names are not another's.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create table evidence_names (
  id bigint generated always as identity primary key,
  hash text not null references evidence,
  entity text not null,
  sender text not null,
  name text not null,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index evidence_names_of_sender on evidence_names (hash, entity, sender, id);

insert into evidence_names (hash, entity, sender, name, at)
  select distinct e.hash, split_part(m.cycle, '/', 1), e.uploaded_by, e.name, e.at
  from measurements m
  cross join lateral unnest(m.evidence) as given(hash)
  join evidence e on e.hash = given.hash
  join entities n on n.id = split_part(m.cycle, '/', 1);

create trigger append_only before update or delete or truncate on evidence_names for each statement execute function refuse_change();
grant select, insert on evidence_names to ciclo_app;
alter table evidence_names enable row level security;
create policy of_the_body on evidence_names to ciclo_app using (sees(entity));

-- What a file is called for what one of some persons sent until a moment: as the first of them who sent it last called it then. A file
-- from before names were kept has its first one.
create function file_name(p_hash text, p_entity text, p_senders text[], p_at text) returns text
language sql stable set search_path from current as $$
  select coalesce(
    (select n.name from evidence_names n
      where n.hash = p_hash and n.entity = p_entity and n.sender = any(p_senders)
      order by (p_at is null or n.at <= p_at) desc, array_position(p_senders, n.sender), n.id desc limit 1),
    (select e.name from evidence e where e.hash = p_hash))
$$;
grant execute on function file_name to ciclo_app;

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
