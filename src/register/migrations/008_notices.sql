-- The ledger of notices: one row per mail to one person, found by its natural key.

create table notices (
  -- 'ccms/2016/piano-approvazione/reminder/2016-01-20/segretario-generale/1'
  key text primary key,
  message_id text not null unique,
  cycle text not null references cycles,
  step text not null,
  kind text not null,
  person text not null,
  acting_for text,
  on_date date not null,
  -- Tells apart two notices of the same kind on the same day: run, round.
  occasion text not null default '',
  to_name text not null,
  to_address text not null check (to_address !~ '[[:cntrl:]]'),
  -- What the message says, as data for its template.
  message jsonb not null,
  simulated boolean not null,
  -- When it should leave, in calendar time.
  due_at instant not null,
  state text not null default 'planned'
    check (state in ('planned', 'sending', 'sent', 'uncertain', 'failed', 'withdrawn')),
  attempts integer not null default 0,
  -- How many attempts ended without knowing whether the server took the mail.
  doubts integer not null default 0,
  first_attempt_at instant,
  -- Null when nothing more is tried without a person.
  next_attempt_at instant,
  last_error text,
  -- A claim is held by a living process, so its lease runs in wall time at any clock speed.
  claim uuid,
  claimed_until timestamptz,
  sent_at instant,
  response text,
  recorded_at timestamptz not null default now(),
  check ((state = 'sending') = (claim is not null and claimed_until is not null)),
  check ((state = 'sent') = (sent_at is not null))
);
create index notices_to_send on notices (next_attempt_at, key) where state in ('planned', 'uncertain');
create index notices_in_the_air on notices (claimed_until) where state = 'sending';
create index notices_of_step on notices (cycle, step);

-- A row recorded as sent is final, whoever asks.
create function refuse_unsending() returns trigger language plpgsql as $$
begin
  raise exception 'notice % is recorded as sent: it does not change', old.key using errcode = 'restrict_violation';
end $$;
create trigger sent_is_final before update or delete on notices for each row when (old.state = 'sent') execute function refuse_unsending();

grant select, insert, update on notices to ciclo_app;
