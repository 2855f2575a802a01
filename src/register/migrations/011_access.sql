-- How people come in: invitations (one person, one step, by a link in a mail), sign-in links, sessions, and the
-- tokens of other programs. Of every secret only the SHA-256 is kept.

-- Validity runs in calendar time: a rehearsal's invitation lives as long as its step does.
create table invitations (
  id text primary key,
  cycle text not null,
  step text not null,
  entity text not null,
  person text not null,
  acting_for text,
  issued_at instant not null,
  expires_at instant not null,
  recorded_at timestamptz not null default now(),
  foreign key (cycle, step) references steps,
  foreign key (entity, person) references people,
  check (issued_at < expires_at)
);
create index invitations_by_step on invitations (cycle, step, person);

create table revoked_invitations (
  invitation text primary key references invitations,
  revoked_by text not null,
  reason text not null,
  at instant not null,
  recorded_at timestamptz not null default now()
);

-- From here on validity runs in wall time: a quarter of an hour is a quarter of an hour also in a rehearsal.
create table sign_in_links (
  hash text primary key,
  email text not null,
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_by_email on sign_in_links (email, requested_at);

create table sessions (
  hash text primary key,
  email text not null,
  means text not null check (means in ('mail', 'oidc', 'rehearsal')),
  began_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);

create table api_tokens (
  hash text primary key,
  entity text not null,
  person text not null,
  title text not null,
  issued_by text not null,
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  foreign key (entity, person) references people
);

create trigger append_only before update or delete or truncate on invitations for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on revoked_invitations for each statement execute function refuse_change();

grant select, insert on invitations, revoked_invitations to ciclo_app;
grant select, insert on sign_in_links, sessions, api_tokens to ciclo_app;
grant update (used_at) on sign_in_links to ciclo_app;
grant update (ended_at) on sessions to ciclo_app;
grant update (revoked_at) on api_tokens to ciclo_app;
