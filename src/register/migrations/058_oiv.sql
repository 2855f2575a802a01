-- What the OIV does before it validates a Relazione: requirements it judged, figures it looked at, meetings with the offices, remarks
-- and their answers. Nothing is changed: what is said again is another row, and the last one counts.

create table oiv_judgements (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  kind text not null check (kind in ('requirement', 'figure')),
  -- Id of the requirement, or code of the indicator.
  subject text not null check (subject <> ''),
  verdict text not null check (verdict in ('met', 'partly', 'not-met')),
  note text not null default '',
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check (verdict = 'met' or note <> '')
);
create index oiv_judgements_of on oiv_judgements (cycle, kind, subject, id);

create table oiv_interviews (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  held_on date not null,
  -- `ufficio:<id>`, or a role.
  office text not null check (office <> ''),
  -- Empty once erased.
  notes text not null,
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index oiv_interviews_of on oiv_interviews (cycle, id);

create table oiv_remarks (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  about text not null check (about in ('relazione', 'sistema', 'piano', 'dati')),
  text text not null check (text <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now()
);
create index oiv_remarks_of on oiv_remarks (cycle, id);

create table oiv_answers (
  remark bigint primary key references oiv_remarks,
  text text not null check (text <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on oiv_judgements for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on oiv_interviews for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on oiv_remarks for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on oiv_answers for each statement execute function refuse_change();
grant select, insert on oiv_judgements, oiv_interviews, oiv_remarks, oiv_answers to ciclo_app;

do $$
declare
  held text;
begin
  foreach held in array array['oiv_judgements', 'oiv_interviews', 'oiv_remarks'] loop
    execute format('alter table %I enable row level security', held);
    execute format('create policy of_the_body on %I to ciclo_app using (sees(split_part(cycle, ''/'', 1)))', held);
  end loop;
end $$;
alter table oiv_answers enable row level security;
create policy of_the_body on oiv_answers to ciclo_app using (exists (select from oiv_remarks r where r.id = remark));

-- What the OIV wrote may speak of persons: it can be erased like the other remarks.
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
    when 'measurements.cause' then 'id'
    when 'measurements.next' then 'id'
    when 'report_remarks.text' then 'id'
    when 'report_answers.text' then 'id'
    when 'oiv_judgements.note' then 'id'
    when 'oiv_interviews.notes' then 'id'
    when 'oiv_remarks.text' then 'id'
    when 'oiv_answers.text' then 'remark'
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
