-- The forms a document is read in. What a board decides on is the snapshot in `documents`, and every form prints its hash; the
-- page is made with it, the others when somebody first asks. Once made a form never changes, even if templates do.

create table document_forms (
  -- hash of the snapshot: documents may share one, so it is no foreign key
  document text not null check (document ~ '^[0-9a-f]{64}$'),
  form text not null check (form in ('html', 'pdf', 'xlsx', 'csv')),
  mime text not null,
  bytes bytea not null,
  made_at timestamptz not null default now(),
  primary key (document, form)
);

create trigger append_only before update or delete or truncate on document_forms for each statement execute function refuse_change();

grant select, insert on document_forms to ciclo_app;
