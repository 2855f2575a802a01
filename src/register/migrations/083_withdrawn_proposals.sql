-- Who has proposed an amendment may take it back before its board has decided: its hearing ends without a decision.

alter table hearings add column withdrawn_at instant;
alter table hearings add check (withdrawn_at is null or decision is null);
grant update (withdrawn_at) on hearings to ciclo_app;
