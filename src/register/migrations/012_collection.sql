-- What automatic sources gave at each checkpoint: append-only, read or failed. A value here is a proposal: what counts is
-- in "measurements".

create table collected_values (
  id bigint generated always as identity primary key,
  -- 'ccms/2016/monitoraggio-1/1.1.1-01/1': a retried collection does not read again what it has recorded.
  key text not null unique,
  cycle text not null,
  checkpoint text not null,
  indicator text not null,
  -- The source's id and its title then: the data file may change.
  source text not null,
  source_title text not null,
  outcome text not null check (outcome in ('read', 'failed')),
  value jsonb,
  -- The text the value was read from, shortened and rid of secrets.
  raw text,
  -- Why nothing was read, for the officer who is asked by hand.
  reason text,
  -- Whether an officer confirms it; otherwise it was submitted on the channel "automatic".
  to_confirm boolean not null,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint, indicator) references checkpoint_indicators,
  check ((outcome = 'read') = (value is not null)),
  check ((outcome = 'failed') = (reason is not null))
);
create index collected_values_latest on collected_values (cycle, checkpoint, indicator, id desc);

create trigger append_only before update or delete or truncate on collected_values for each statement execute function refuse_change();

grant select, insert on collected_values to ciclo_app;
