-- What a checkpoint does not ask yet, because its value can not be known by its day; and what each value is on course for at
-- the end of the year.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- As frozen when the checkpoint opened, beside the indicators it asks.
create table later_indicators (
  cycle text not null,
  checkpoint text not null,
  indicator text not null,
  ordinal integer not null,
  name text not null,
  office text not null,
  target text not null,
  -- From when the value can be known.
  known_from date not null,
  primary key (cycle, checkpoint, indicator),
  foreign key (cycle, checkpoint) references checkpoints
);
grant select, insert on later_indicators to ciclo_app;
alter table later_indicators enable row level security;
create policy of_the_body on later_indicators to ciclo_app using (sees(split_part(cycle, '/', 1)));

-- Of the indicators with an interim value: the value at the end of the year, how it was made, and what it would come to.
alter table assessments add column forecasts jsonb not null default '[]';
