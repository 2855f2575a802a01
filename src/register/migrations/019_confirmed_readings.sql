-- Readings that a person confirms for targets of a plan already in force: they change no promise, so no version of the plan.
-- A reading is of a text under a name; the last row for both counts.

create table confirmed_readings (
  id bigint generated always as identity primary key,
  cycle text not null references cycles,
  indicator text not null,
  name text not null,
  -- Verbatim, as the plan has it.
  target text not null,
  reading jsonb not null,
  confirmed_by text not null,
  acting_for text,
  at instant not null,
  recorded_at timestamptz not null default now()
);
create index confirmed_readings_of_cycle on confirmed_readings (cycle, indicator, id desc);

create trigger append_only before update or delete or truncate on confirmed_readings for each statement execute function refuse_change();

grant select, insert on confirmed_readings to ciclo_app;

-- What a checkpoint asks: as frozen, and where nothing was confirmed then, as confirmed since.
create view asked_indicators as
  select i.cycle, i.checkpoint, i.indicator, i.ordinal, i.name, i.office, i.target, i.weight,
    coalesce(i.reading, c.reading) as reading,
    coalesce(i.unit, case when jsonb_typeof(c.reading -> 'unit') = 'object' then c.reading -> 'unit' end) as unit
  from checkpoint_indicators i
  left join lateral (
    select r.reading
    from confirmed_readings r
    where r.cycle = i.cycle and r.indicator = i.indicator and r.name = i.name and r.target = i.target
    order by r.id desc limit 1
  ) c on i.reading is null;

grant select on asked_indicators to ciclo_app;
