-- Remarks on a step, or on an indicator it collects, with their replies: a thread that ends when it is closed.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create table step_remarks (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  step text not null,
  -- Null: on the step as a whole.
  indicator text,
  text text not null check (text <> ''),
  -- Persons it calls by name, who are written to.
  mentions text[] not null default '{}',
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, step) references steps
);
create index step_remarks_of_step on step_remarks (cycle, step, id);

create table step_remark_replies (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  remark bigint not null references step_remarks,
  text text not null check (text <> ''),
  mentions text[] not null default '{}',
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index step_remark_replies_of_remark on step_remark_replies (remark, id);

create table step_remark_closings (
  remark bigint primary key references step_remarks,
  cycle text not null,
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on step_remarks for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on step_remark_replies for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on step_remark_closings for each statement execute function refuse_change();
grant select, insert on step_remarks, step_remark_replies, step_remark_closings to ciclo_app;
alter table step_remarks enable row level security;
create policy of_the_body on step_remarks to ciclo_app using (sees(split_part(cycle, '/', 1)));
alter table step_remark_replies enable row level security;
create policy of_the_body on step_remark_replies to ciclo_app using (sees(split_part(cycle, '/', 1)));
alter table step_remark_closings enable row level security;
create policy of_the_body on step_remark_closings to ciclo_app using (sees(split_part(cycle, '/', 1)));

-- What is said there may speak of persons: it can be erased like the other remarks.
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
    when 'oiv_judgements.note' then 'id'
    when 'oiv_interviews.notes' then 'id'
    when 'oiv_remarks.text' then 'id'
    when 'oiv_answers.text' then 'remark'
    when 'step_remarks.text' then 'id'
    when 'step_remark_replies.text' then 'id'
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
