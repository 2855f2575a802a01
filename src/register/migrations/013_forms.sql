-- Officers' forms beside what they send: drafts, and the corrective action proposed for what is far from its target.

-- What an officer has typed and not sent: the last one wins, and sending the form deletes it. Nothing is computed on it.
create table drafts (
  cycle text not null,
  checkpoint text not null,
  person text not null,
  -- Empty when the officer answers in their own right: null would not be one and the same in a key.
  acting_for text not null default '',
  -- By indicator, exactly as typed.
  answers jsonb not null,
  late_reason text not null default '',
  saved_at instant not null,
  primary key (cycle, checkpoint, person, acting_for),
  foreign key (cycle, checkpoint) references checkpoints
);

-- Append-only: the last one of an indicator is what its officer proposes now.
create table corrective_actions (
  id bigint generated always as identity primary key,
  -- Given by the caller to make a repeated request the same row.
  key text unique,
  cycle text not null,
  checkpoint text not null,
  indicator text not null,
  officer text not null,
  acting_for text,
  text text not null check (text <> ''),
  at instant not null,
  simulated boolean not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, checkpoint, indicator) references checkpoint_indicators
);
create index corrective_actions_latest on corrective_actions (cycle, checkpoint, indicator, id desc);

create trigger append_only before update or delete or truncate on corrective_actions for each statement execute function refuse_change();

grant select, insert, update, delete on drafts to ciclo_app;
grant select, insert on corrective_actions to ciclo_app;
