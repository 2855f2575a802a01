-- Corrective actions are followed like those of the improvement plan: with an owner, a date and an outcome.
alter table followed drop constraint followed_kind_check;
alter table followed add constraint followed_kind_check check (kind in ('obligation', 'improvement', 'corrective'));
