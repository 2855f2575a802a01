-- Who answers for an indicator gives it to a colleague, for a checkpoint or until a day.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create table delegations (
  id bigint generated always as identity primary key,
  key text not null unique,
  cycle text not null,
  checkpoint text not null,
  indicator text not null,
  -- Who answers for its office in their own right, and whom they give it to.
  delegator text not null,
  delegate text not null check (delegate <> delegator),
  -- Null: for this checkpoint; else at whichever checkpoint of the cycle, until that day.
  until date,
  -- Who recorded it, and for whom.
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint, indicator) references checkpoint_indicators
);
create index delegations_of_cycle on delegations (cycle, id);

create table delegation_endings (
  delegation bigint primary key references delegations,
  cycle text not null,
  person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);

create trigger append_only before update or delete or truncate on delegations for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on delegation_endings for each statement execute function refuse_change();
grant select, insert on delegations, delegation_endings to ciclo_app;
alter table delegations enable row level security;
create policy of_the_body on delegations to ciclo_app using (sees(split_part(cycle, '/', 1)));
alter table delegation_endings enable row level security;
create policy of_the_body on delegation_endings to ciclo_app using (sees(split_part(cycle, '/', 1)));
