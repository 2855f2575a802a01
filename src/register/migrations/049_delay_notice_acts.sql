-- A notice of delay is a draft of what the register knows: a person checks and signs it, and says when it was sent and how.

create table delay_notice_acts (
  key text primary key,
  cycle text not null,
  step text not null,
  -- Version of the notice, among the documents of the cycle.
  version integer not null check (version > 0),
  document_hash text not null,
  what text not null check (what in ('signed', 'sent')),
  person text not null,
  acting_for text,
  -- Day on the paper, and number in the body's own register of papers.
  on_date date not null,
  protocol text,
  -- Of what was sent: by which way.
  way text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, step) references steps,
  unique (cycle, step, version, what),
  check (what = 'sent' or way is null),
  check (what = 'signed' or protocol is not null)
);

create trigger append_only before update or delete or truncate on delay_notice_acts for each statement execute function refuse_change();
grant select, insert on delay_notice_acts to ciclo_app;
alter table delay_notice_acts enable row level security;
create policy of_the_body on delay_notice_acts to ciclo_app using (sees(split_part(cycle, '/', 1)));
