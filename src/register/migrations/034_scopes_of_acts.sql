-- A token may also be for what its person does at steps, and for what controllo di gestione does.
alter table api_tokens
  drop constraint api_tokens_scopes_check,
  add constraint api_tokens_scopes_check
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'read-individual', 'submit', 'act', 'steer', 'decide']);
alter table token_requests
  drop constraint token_requests_scopes_check,
  add constraint token_requests_scopes_check
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'read-individual', 'submit', 'act', 'steer', 'decide']);
