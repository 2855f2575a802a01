-- The sheets of a cycle, once their term is over: who was evaluated, what was said and judged, and every score go; how many of a
-- group were in each band stays, where the group had at least five. That something was done, and when, stays.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create function erase_sheets(p_cycle text, p_order jsonb) returns integer
language plpgsql security definer set search_path from current as $$
declare
  least constant integer := 5;
  erased record;
  total integer := 0;
begin
  insert into sheet_aggregates (cycle, evaluated_group, band, people)
    with latest as (
      select distinct on (s.id) s.id, s.evaluated_group, s.person, p.stage from sheets s join sheet_passages p on p.sheet = s.id
      where s.cycle = p_cycle and s.person <> '' order by s.id, p.id desc
    ), ended as (
      select l.evaluated_group, l.person, (
        select c.band from sheet_scores c join sheet_passages p on p.id = c.sheet_passage
        where p.sheet = l.id and l.stage = 'signed-off' order by p.id desc limit 1) as band
      from latest l where l.stage in ('signed-off', 'not-evaluated')
    )
    select p_cycle, e.evaluated_group, e.band, count(*)::int from ended e
    where (select count(distinct o.person) from ended o where o.evaluated_group = e.evaluated_group) >= least
    group by e.evaluated_group, e.band order by 2, 3;

  for erased in
    select s.id, s.person, s.evaluator_person,
      (select jsonb_agg(jsonb_build_array(v.number, v.objectives, v.reason) order by v.number) from sheet_versions v where v.sheet = s.id) as versions,
      (select jsonb_agg(jsonb_build_array(p.id, p.text, c.trace, (
          select jsonb_agg(jsonb_build_array(j.judged, j.value, j.sentence) order by j.judged) from sheet_judgements j where j.sheet_passage = p.id
        )) order by p.id)
        from sheet_passages p left join sheet_scores c on c.sheet_passage = p.id where p.sheet = s.id) as passages
    from sheets s where s.cycle = p_cycle and s.person <> '' order by s.id for update
  loop
    perform record_erasure('individual-result', 'sheets/' || erased.id, encode(sha256(convert_to(
      jsonb_build_array(erased.person, erased.evaluator_person, erased.versions, erased.passages)::text, 'UTF8')), 'hex'), p_order);
    perform set_config('ciclo.erasing', 'sheet_scores', true);
    delete from sheet_scores c using sheet_passages p where p.id = c.sheet_passage and p.sheet = erased.id;
    perform set_config('ciclo.erasing', 'sheet_judgements', true);
    delete from sheet_judgements j using sheet_passages p where p.id = j.sheet_passage and p.sheet = erased.id;
    perform set_config('ciclo.erasing', 'sheet_passages', true);
    update sheet_passages set text = '', outcome = null, act_number = null, act_date = null, held_on = null, absent_days = null,
      actor = '', acting_for = null where sheet = erased.id;
    perform set_config('ciclo.erasing', 'sheet_versions', true);
    update sheet_versions set objectives = '[]', reason = '', actor = '', acting_for = null where sheet = erased.id;
    perform set_config('ciclo.erasing', 'sheets', true);
    update sheets set person = '', evaluator_person = case when evaluator_role is null then '' end, actor = '', acting_for = null
    where id = erased.id;
    total := total + 1;
  end loop;
  perform set_config('ciclo.erasing', '', true);
  return total;
end $$;

revoke execute on function erase_sheets from public;
grant execute on function erase_sheets to ciclo_app;
