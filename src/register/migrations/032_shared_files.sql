-- The same bytes may be a file of two bodies: what one of them takes away is its own. Answers how many rows held it.

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
  for held, whose in values
    ('evidence', 'not exists (select from measurements m where m.evidence @> array[f.hash] and split_part(m.cycle, ''/'', 1) <> $2)'),
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
