-- What a board, or the OIV, remarks on the report of a checkpoint, and what controllo di gestione answers.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create table report_remarks (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  checkpoint text not null,
  -- The report it is about, among the documents of the cycle.
  document_hash text not null,
  -- Who remarks: the board that took note, or the OIV.
  board text not null,
  -- The decision it came with; null of what was remarked by itself.
  decision text,
  text text not null check (text <> ''),
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint) references checkpoints
);
create index report_remarks_of_checkpoint on report_remarks (cycle, checkpoint, id);

create table report_answers (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  remark bigint not null references report_remarks,
  text text not null check (text <> ''),
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index report_answers_of_remark on report_answers (remark, id);

create trigger append_only before update or delete or truncate on report_remarks for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on report_answers for each statement execute function refuse_change();
grant select, insert on report_remarks, report_answers to ciclo_app;
alter table report_remarks enable row level security;
create policy of_the_body on report_remarks to ciclo_app using (sees(split_part(cycle, '/', 1)));
alter table report_answers enable row level security;
create policy of_the_body on report_answers to ciclo_app using (sees(split_part(cycle, '/', 1)));

-- These texts, and why a value is far from its target, can be erased like the other remarks of persons.
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
    when 'measurements.cause' then 'id'
    when 'measurements.next' then 'id'
    when 'report_remarks.text' then 'id'
    when 'report_answers.text' then 'id'
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
