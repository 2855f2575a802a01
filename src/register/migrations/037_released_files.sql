-- The same bytes may be evidence of two bodies. Each keeps them for its own term: when a cycle no longer needs them it lets them
-- go, and they are erased when the last that sent them has.

create table released_files (
  -- SHA-256 of the file.
  hash text not null,
  -- A cycle that had sent it.
  cycle text not null references cycles (id),
  released_at timestamptz not null default now(),
  primary key (hash, cycle)
);
create trigger append_only before update or delete or truncate on released_files for each statement execute function refuse_change();
grant select on released_files to ciclo_app;
alter table released_files enable row level security;
create policy of_the_body on released_files to ciclo_app using (sees(split_part(cycle, '/', 1)));

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
