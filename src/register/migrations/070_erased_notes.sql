-- The last note or reason that a step, a checkpoint or a cycle stands with may speak of persons: it can be erased like the other
-- texts. Where it stands, since when and who closed it stay.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- One of the columns below, and rows of it by their key: `ccms/2016` or `ccms/2016/piano-approvazione`.
create function erase_notes(p_column text, p_keys text[], p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  at_table text := split_part(p_column, '.', 1);
  at_column text := split_part(p_column, '.', 2);
  key_of text;
  erased record;
  total integer := 0;
begin
  key_of := case p_column
    when 'steps.note' then 't.cycle || ''/'' || t.id'
    when 'steps.trouble' then 't.cycle || ''/'' || t.id'
    when 'checkpoints.close_reason' then 't.cycle || ''/'' || t.id'
    when 'cycles.note' then 't.id'
  end;
  if key_of is null then
    raise exception 'nothing is erased from %', p_column using errcode = 'insufficient_privilege';
  end if;
  for erased in execute format(
    'with old as (select %1$s as key, t.%2$I as was from %3$I t
       where %1$s = any($1) and t.%2$I <> '''' and t.%2$I <> ''[testo rimosso]'' for update)
     update %3$I t set %2$I = ''[testo rimosso]'' from old where %1$s = old.key returning old.key, old.was',
    key_of, at_column, at_table) using p_keys
  loop
    perform record_erasure('text', at_table || '/' || erased.key || '/' || at_column,
      encode(sha256(convert_to(erased.was, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  return total;
end $$;

revoke execute on function erase_notes from public;
grant execute on function erase_notes to ciclo_app;
