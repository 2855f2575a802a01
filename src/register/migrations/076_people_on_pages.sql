-- A person written or corrected on a page stays as they are there when the body's file is read again.
alter table people add column origin origin not null default 'file';
