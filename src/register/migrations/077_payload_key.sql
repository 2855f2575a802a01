-- What goes to Temporal is encrypted with the register's own key where the configuration names none. A register that had a cycle
-- before has none: the processes of the version before could not read what is encrypted.
create table payload_key (
  one boolean primary key default true check (one),
  key bytea not null check (length(key) = 32),
  made_at timestamptz not null default now()
);
insert into payload_key (key)
  select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
  where not exists (select from cycles);

create trigger append_only before update or delete or truncate on payload_key for each statement execute function refuse_change();
grant select on payload_key to ciclo_app;
