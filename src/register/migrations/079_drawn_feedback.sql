-- The strategic feedback as it was when the step that draws it up ended: what comes to be known later belongs to the next one.
create table drawn_feedback (
  cycle text not null references cycles,
  -- The step that draws it up, and which time it ran: begun again, it is drawn anew.
  step text not null,
  run integer not null check (run > 0),
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  drawn_at instant not null,
  recorded_at timestamptz not null default now(),
  primary key (cycle, step, run),
  foreign key (cycle, step) references steps
);
create trigger append_only before update or delete or truncate on drawn_feedback for each statement execute function refuse_change();
grant select, insert on drawn_feedback to ciclo_app;
alter table drawn_feedback enable row level security;
create policy of_the_body on drawn_feedback to ciclo_app using (sees(split_part(cycle, '/', 1)));
