-- Receipts are told by mail: what was recorded of late is looked for at every round.

select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

create index submissions_by_recording on submissions (recorded_at);
create index log_by_recording on log (recorded_at);
