-- The norm an obligation comes from may end: from the day after nobody owes it any more.

alter table followed add column valid_to date;
