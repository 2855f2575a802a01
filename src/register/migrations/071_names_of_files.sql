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
