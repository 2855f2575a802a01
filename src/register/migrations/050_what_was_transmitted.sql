-- What a document said when it was transmitted, and the plan it was written from: its board reads that, whatever is written afterwards.
-- Nothing of a document that the body's own file stands in for, whose hash content_hash is; nor of what was transmitted before.

alter table transmissions add column content text, add column plan_version integer;
alter table transmissions add check (content is null or encode(sha256(convert_to(content, 'UTF8')), 'hex') = content_hash);
