-- Mails refused or given up are counted again and again while they wait for somebody's word: among the millions that left.
create index notices_refused on notices (due_at) where state = 'failed';
