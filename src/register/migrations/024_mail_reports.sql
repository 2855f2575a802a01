-- What mail servers report after they took a mail: that it could not be delivered (RFC 3464, or PEC's "mancata consegna").
-- A notice recorded as sent does not change; what became of it afterwards stands here.

create table mail_reports (
  -- Hash of the report and the recipient it is about: the same report read twice is one row.
  key text primary key check (key ~ '^[0-9a-f]{64}$'),
  notice text not null references notices,
  recipient text not null check (recipient !~ '[[:cntrl:]]'),
  outcome text not null check (outcome in ('failed', 'delayed')),
  -- As the server gives it: '5.1.1'; null when it gives none.
  status text,
  reason text not null,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index mail_reports_of_notice on mail_reports (notice);

-- What somebody decided about a mail that did not leave, perhaps did, or was reported as not delivered.
create table mail_settlements (
  key text primary key,
  notice text not null references notices,
  verdict text not null check (verdict in ('arrived', 'send-again')),
  by_person text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index mail_settlements_of_notice on mail_settlements (notice);

create trigger append_only before update or delete or truncate on mail_reports for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on mail_settlements for each statement execute function refuse_change();

grant select, insert on mail_reports, mail_settlements to ciclo_app;
