-- What the strategic feedback of an exercise is drawn from is considered item by item, not stakeholders' words alone; and who was
-- told what of a cycle, when and by what.

create table considerations (
  entity text not null references entities,
  exercise integer not null check (exercise between 2000 and 2200),
  -- 'feedback:12', 'result:2015:1.1.1-01', 'improvement:rendicontazione/2'
  item text not null check (item ~ '^(result|oiv|corrective|improvement|feedback):.+$'),
  -- What it was about, as it was read: an action that is done is drawn no more, and what was made of it stays.
  title text not null,
  -- What follows from it; null where it was said before there was a choice.
  follows text check (follows in ('objective', 'indicator', 'action', 'nothing')),
  -- Code or title of what follows.
  refers text,
  outcome text not null check (outcome <> ''),
  actor text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (entity, exercise, item),
  check (refers is null or follows is not null)
);

insert into considerations (entity, exercise, item, title, outcome, actor, acting_for, at)
select f.entity, u.exercise, 'feedback:' || u.feedback, f.stakeholder || ': ' || f.text, u.outcome, u.actor, u.acting_for, u.at
from feedback_uses u join feedback f on f.id = u.feedback;

drop table feedback_uses;

create table communications (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  -- What was told: title of the document, or of the matter.
  about text not null check (about <> ''),
  document_hash text,
  told text not null check (told <> ''),
  means text not null check (means in ('mail', 'page', 'meeting', 'other')),
  on_day date not null,
  note text not null default '',
  -- What the mail says beside its standing words, and the page it leads to; empty where there is none.
  mail_text text not null default '',
  page text not null default '',
  -- How many mails the ledger holds for it; 0 where it was told by something else.
  mails integer not null default 0 check (mails >= 0),
  actor text not null,
  acting_for text,
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  check ((means = 'mail') = (mails > 0))
);
create index communications_of_cycle on communications (cycle, on_day, id);

-- To whom mails are still to be written: a row goes as its mail stands in the ledger, in the same transaction.
create table communication_recipients (
  communication bigint not null references communications,
  address text not null check (address !~ '[[:cntrl:]]'),
  name text not null,
  -- Somebody of the body; null for everybody else.
  person text,
  primary key (communication, address)
);

-- Participants of a phase are told from the cycles that are planned from now on.
alter table cycles add column tells_participants boolean not null default false;
alter table cycles alter column tells_participants set default true;

create trigger append_only before update or delete or truncate on considerations for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on communications for each statement execute function refuse_change();

grant select, insert on considerations, communications to ciclo_app;
grant select, insert, delete on communication_recipients to ciclo_app;
alter table considerations enable row level security;
create policy of_the_body on considerations to ciclo_app using (sees(entity));
alter table communications enable row level security;
create policy of_the_body on communications to ciclo_app using (sees(split_part(cycle, '/', 1)));
alter table communication_recipients enable row level security;
create policy of_the_body on communication_recipients to ciclo_app
  using (exists (select from communications c where c.id = communication));
