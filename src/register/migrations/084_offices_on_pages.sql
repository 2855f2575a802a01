-- An office added, called otherwise or ended on a page stays as it is there when the body's file is read again.
alter table offices add column origin origin not null default 'file';
alter table offices add column active boolean not null default true;
