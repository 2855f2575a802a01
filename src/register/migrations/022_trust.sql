-- By which way each act came, and with which token. Tokens say what they are for, and live only once the person they act
-- for has asked for them or confirmed them.

alter table log
  add column channel text not null default 'unrecorded'
    check (channel in ('page', 'mail-link', 'token', 'command-line', 'system', 'unrecorded')),
  add column token text,
  add check ((channel = 'token') = (token is not null));

-- How the form came, for the line of the log that the checkpoint's workflow writes later.
alter table submissions
  add column via text check (via in ('page', 'mail-link', 'token', 'command-line')),
  add column token text;

alter table api_tokens
  add column scopes text[] not null default '{read,submit}'
    check (cardinality(scopes) > 0 and scopes <@ array['read', 'read-individual', 'submit', 'decide']);

-- Until now whoever administered could issue a token for anybody and keep its secret: those are taken back.
update api_tokens set revoked_at = now() where issued_by <> person and revoked_at is null;

create table token_requests (
  -- Hash of the secret in the mailed link.
  hash text primary key,
  entity text not null,
  person text not null,
  title text not null,
  scopes text[] not null check (cardinality(scopes) > 0 and scopes <@ array['read', 'read-individual', 'submit', 'decide']),
  days integer not null check (days between 1 and 760),
  requested_by text not null,
  requested_at timestamptz not null default now(),
  -- Of the wall clock.
  expires_at timestamptz not null,
  -- Null until it is used up.
  answered_at timestamptz,
  foreign key (entity, person) references people
);

grant select, insert on token_requests to ciclo_app;
grant update (answered_at) on token_requests to ciclo_app;
