-- What was remarked on a draft, and answered, can be erased like the other remarks of persons.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create or replace function erase_texts(p_column text, p_keys text[], p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  at_table text := split_part(p_column, '.', 1);
  at_column text := split_part(p_column, '.', 2);
  key_column text;
  erased record;
  total integer := 0;
begin
  key_column := case p_column
    when 'measurements.note' then 'id'
    when 'returned_measurements.remark' then 'measurement'
    when 'corrective_actions.text' then 'id'
    when 'delay_reasons.reason' then 'id'
    when 'submissions.late_reason' then 'id'
    when 'collected_values.raw' then 'id'
    when 'substitutes.reason' then 'id'
    when 'section_remarks.text' then 'id'
    when 'section_remarks.answer' then 'id'
  end;
  if key_column is null then
    raise exception 'nothing is erased from %', p_column using errcode = 'insufficient_privilege';
  end if;
  perform set_config('ciclo.erasing', at_table, true);
  for erased in execute format(
    'with old as (select %1$I as key, %2$I as was from %3$I where %1$I::text = any($1) and %2$I <> '''' and %2$I <> ''[testo rimosso]'' for update)
     update %3$I t set %2$I = ''[testo rimosso]'' from old where t.%1$I = old.key returning old.key::text as key, old.was',
    key_column, at_column, at_table) using p_keys
  loop
    perform record_erasure('text', at_table || '/' || erased.key || '/' || at_column,
      encode(sha256(convert_to(erased.was, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', '', true);
  return total;
end $$;
