-- Prompts to one person leave as one mail: Message-ID of the mail a notice left in, where it is not its own. A report of
-- that mail is about all it carried.
alter table notices add column carried_by text;
create index notices_carried_by on notices (carried_by) where carried_by is not null;
alter table mail_reports drop constraint mail_reports_pkey, add primary key (key, notice);
