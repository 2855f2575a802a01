-- What a page has given to somebody is told to them on its first day, with what waits for them then: until they have been told.
alter table holdings add column to_tell boolean not null default false;
alter table memberships add column to_tell boolean not null default false;
create index holdings_to_tell on holdings (from_date) where to_tell;
create index memberships_to_tell on memberships (from_date) where to_tell;
