-- What a person wrote, sent or received may have to go, while what happened stays. Each thing erased is on record with the
-- hash of what was there, and only the functions below, which the owner of the register owns, can do it.

create table erasures (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('file', 'mail', 'text', 'individual-result')),
  -- 'evidence/1f0c…', 'delay_reasons/12/reason', 'notices/ccms/2016/…'
  place text not null,
  -- SHA-256 of what was there: of a file, the one it is known by.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  basis text not null check (basis in ('retention', 'wrong-upload', 'request')),
  reason text not null check (reason <> ''),
  -- Act that orders it; what goes by itself when its time is over has none.
  act text,
  ordered_by text not null,
  at instant not null,
  recorded_at timestamptz not null default now(),
  check (basis = 'retention' or act is not null)
);
create index erasures_by_hash on erasures (hash);
create trigger append_only before update or delete or truncate on erasures for each statement execute function refuse_change();
grant select on erasures to ciclo_app;

-- As before, but for the one statement of an erasing function, whose user owns the table and has named it.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and current_setting('ciclo.erasing', true) = tg_table_name
     and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return null;
  end if;
  raise exception 'append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation';
end $$;

create or replace function refuse_unsending() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.state = 'sent' and current_setting('ciclo.erasing', true) = tg_table_name
     and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    return new;
  end if;
  raise exception 'notice % is recorded as sent: it does not change', old.key using errcode = 'restrict_violation';
end $$;

-- The functions look here and, last, among temporary tables: nobody's own table is taken for one of the register.
select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- What orders an erasure: '{"basis", "reason", "act", "by", "at"}'.
create function record_erasure(p_kind text, p_place text, p_hash text, p_order jsonb) returns void
language sql set search_path from current as $$
  insert into erasures (kind, place, hash, basis, reason, act, ordered_by, at)
  values (p_kind, p_place, p_hash, p_order ->> 'basis', p_order ->> 'reason', p_order ->> 'act', p_order ->> 'by', p_order ->> 'at');
$$;

-- The bytes and the name of a file, wherever it is: its hash, who sent it and when stay. Answers how many rows held it.
create function erase_file(p_hash text, p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  held text;
  found integer;
  total integer := 0;
begin
  foreach held in array array['evidence', 'acts', 'attachments'] loop
    perform set_config('ciclo.erasing', held, true);
    execute format('update %I set bytes = '''', name = ''file rimosso'' where hash = $1 and octet_length(bytes) > 0', held) using p_hash;
    get diagnostics found = row_count;
    perform set_config('ciclo.erasing', '', true);
    if found > 0 then
      perform record_erasure('file', held || '/' || p_hash, p_hash, p_order);
    end if;
    total := total + found;
  end loop;
  return total;
end $$;

-- A text somebody wrote: who wrote it, when and about what stay. One of the columns below, and rows of it by their key.
create function erase_texts(p_column text, p_keys text[], p_order jsonb) returns integer
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

-- The texts among the details of lines of the log; what was done, by whom, when and to what stay.
create function erase_log_texts(p_ids bigint[], p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  texts constant text[] := array['reason', 'remark', 'remarks', 'note'];
  erased record;
  total integer := 0;
begin
  perform set_config('ciclo.erasing', 'log', true);
  for erased in
    with old as (
      select id, detail from log
      where id = any(p_ids) and exists (
        select from jsonb_each(detail) d where d.key = any(texts) and jsonb_typeof(d.value) = 'string' and d.value <> '"[testo rimosso]"')
      for update
    )
    update log l set detail = (
      select jsonb_object_agg(d.key, case when d.key = any(texts) and jsonb_typeof(d.value) = 'string' then '"[testo rimosso]"' else d.value end)
      from jsonb_each(old.detail) d)
    from old where l.id = old.id returning old.id, old.detail
  loop
    perform record_erasure('text', 'log/' || erased.id || '/detail', encode(sha256(convert_to(erased.detail::text, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', '', true);
  return total;
end $$;

-- Text and address of mails that nobody sends any more; that they left, when, and whose they were stay.
create function erase_mails(p_keys text[], p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  erased record;
  total integer := 0;
begin
  perform set_config('ciclo.erasing', 'notices', true);
  for erased in
    with old as (
      select key, message, to_name, to_address from notices
      where key = any(p_keys) and state in ('sent', 'failed', 'withdrawn') and to_address <> '' for update
    )
    update notices n set message = '{}', to_name = '', to_address = '', last_error = null, response = null
    from old where n.key = old.key returning old.key, old.message, old.to_name, old.to_address
  loop
    perform record_erasure('mail', 'notices/' || erased.key, encode(sha256(convert_to(
      jsonb_build_array(erased.message, erased.to_name, erased.to_address)::text, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', 'mail_reports', true);
  update mail_reports set recipient = '', reason = '' where notice = any(p_keys);
  perform set_config('ciclo.erasing', '', true);
  return total;
end $$;

-- The results of individual objectives of a cycle, and the values they were computed from. That they were measured, by whom
-- and when stays.
create function erase_individual(p_cycle text, p_codes text[], p_nodes text[], p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  erased record;
  total integer := 0;
begin
  perform set_config('ciclo.erasing', 'measurements', true);
  for erased in
    with old as (
      select id, actual from measurements
      where cycle = p_cycle and indicator = any(p_codes) and actual <> '{"kind": "missing"}' for update
    )
    update measurements m set actual = '{"kind": "missing"}' from old where m.id = old.id returning old.id, old.actual
  loop
    perform record_erasure('individual-result', 'measurements/' || erased.id || '/actual',
      encode(sha256(convert_to(erased.actual::text, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', 'assessments', true);
  for erased in
    with old as (
      select id, indicators, rollups from assessments
      where cycle = p_cycle and (
        exists (select from jsonb_array_elements(indicators) i where i ->> 'indicator' = any(p_codes))
        or exists (select from jsonb_array_elements(rollups) r where r ->> 'node' = any(p_nodes))) for update
    )
    update assessments a set
      indicators = coalesce((select jsonb_agg(i order by n) from jsonb_array_elements(old.indicators) with ordinality e(i, n)
        where not i ->> 'indicator' = any(p_codes)), '[]'),
      rollups = coalesce((select jsonb_agg(r order by n) from jsonb_array_elements(old.rollups) with ordinality e(r, n)
        where not r ->> 'node' = any(p_nodes)), '[]')
    from old where a.id = old.id returning old.id, old.indicators, old.rollups
  loop
    perform record_erasure('individual-result', 'assessments/' || erased.id,
      encode(sha256(convert_to(jsonb_build_array(erased.indicators, erased.rollups)::text, 'UTF8')), 'hex'), p_order);
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', 'indicator_results', true);
  delete from indicator_results r using assessments a where a.id = r.assessment and a.cycle = p_cycle and r.indicator = any(p_codes);
  perform set_config('ciclo.erasing', 'rollup_results', true);
  delete from rollup_results r using assessments a where a.id = r.assessment and a.cycle = p_cycle
    and exists (
      select from rollup_results top where top.assessment = r.assessment and top.path = r.path[1:1] and top.node = any(p_nodes));
  perform set_config('ciclo.erasing', '', true);
  return total;
end $$;

revoke execute on function record_erasure, erase_file, erase_texts, erase_log_texts, erase_mails, erase_individual from public;
grant execute on function erase_file, erase_texts, erase_log_texts, erase_mails, erase_individual to ciclo_app;

-- What is over and lets nobody in goes when its time is over; it is no record of anything.
grant delete on sign_in_links, sessions, token_requests to ciclo_app;
