import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createActions } from '../../src/client/system/actions.js';
import type { AtWork } from '../../src/client/system/with-actions.js';
import { SCOPES } from '../../src/domain/token.js';
import { invitationById, invitationsFor } from '../../src/register/invitations.js';
import { addSubstitution } from '../../src/register/people.js';
import { beginSession, sessionOf, sessionsOf } from '../../src/register/sessions.js';
import { issueToken, tokenOf } from '../../src/register/tokens.js';
import { through } from '../../src/register/via.js';
import { ciclo } from '../client/cli/terminal.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { obligingTemporal } from '../client/pages/access/temporal.js';

const desk = aDesk();
const PAGES = '/enti/prova/accessi';
const API = '/api/v1/entities/prova';
const REASON = 'ha cambiato ufficio';

vi.mock('../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) => {
    const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
    const now = () => NOW;
    const actions = createActions({ temporal: obligingTemporal([]), register, now });
    return through({ channel: 'command-line' }, () => work({ register, actions, now }));
  },
}));

/** Carla administers, Dario stands in for her, Bruno does not. */
const cookies = new Map<string, string>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  await desk.owner.query(`
    insert into roles (entity, id, title, board, external) values ('prova', 'amministratore', 'Amministratore', false, false);
    insert into holdings (entity, person, role, from_date, to_date, origin) values
      ('prova', 'carla', 'amministratore', '2016-01-01', '2016-12-31', 'file')`);
  const period = { from: '2016-05-09', to: '2016-05-12' } as const;
  await addSubstitution(desk.db, 'prova', { absent: 'carla', substitute: 'dario', ...period, reason: 'ferie' });
  for (const id of ['bruno', 'dario']) {
    cookies.set(id, await desk.signedIn(`${id}@prova.example`));
    tokens.set(id, (await aToken(id)).secret);
  }
});

const aToken = (person: string) =>
  issueToken(desk.db, { entity: 'prova', person, title: 'prova', issuedBy: person, days: 30, scopes: SCOPES });

/** An invitation of its own for each: two to the same person and step would be one. */
async function anInvitation(step: string): Promise<string> {
  const invited = { cycle: 'prova/2016', step, entity: 'prova', person: 'anna' };
  const validity = { at: NOW, lastsUntil: '2016-05-20T10:00:00Z', expiresAt: '2016-05-20T10:00:00Z' } as const;
  const [one] = await invitationsFor(desk.db, [invited], validity);
  return one?.id ?? '';
}

type What = 'invitation' | 'token' | 'session';

/** Each way in, by whom. @returns whether it was done */
const WAYS: Readonly<
  Record<'page' | 'token' | 'command-line', (what: What, id: string, who: string) => Promise<boolean>>
> = {
  page: async (what, id, who) => {
    const paths = {
      invitation: `inviti/${id}/revoca`,
      token: `gettoni/${id}/revoca`,
      session: `sessioni/${id}/chiudi`,
    };
    const answer = await desk.post(`${PAGES}/${paths[what]}`, { motivo: REASON }, { cookie: cookies.get(who) ?? '' });
    return answer.status === 303;
  },
  token: async (what, id, who) => {
    const answer = await desk.app.request(`${API}/${what}s/${id}/${what === 'session' ? 'endings' : 'revocations'}`, {
      method: 'POST',
      body: JSON.stringify(what === 'invitation' ? { reason: REASON } : {}),
      headers: { authorization: `Bearer ${tokens.get(who)}`, 'content-type': 'application/json' },
    });
    return answer.status === 201;
  },
  'command-line': async (what, id, who) => {
    const reason = what === 'invitation' ? ['--reason', REASON] : [];
    const verb = what === 'session' ? 'end-session' : `revoke-${what}`;
    return (await ciclo(verb, '--entity', 'prova', '--as', who, ...reason, '--', id)).code === 0;
  },
};

const ways = Object.entries(WAYS);
const lines = async (what: What) =>
  (
    await desk.owner.query(
      'select actor, acting_for, channel, subject, detail, cycle from log where action = $1 order by id',
      [what === 'session' ? 'session-ended' : `${what}-revoked`],
    )
  ).rows;

describe.each(ways)('by %s', (channel, take) => {
  test('an invitation is taken back for whom one stands in, with its reason', async () => {
    const id = await anInvitation('analisi');
    expect(await take('invitation', id, 'bruno')).toBe(false);
    expect((await invitationById(desk.db, id))?.revoked).toBeNull();
    expect(await take('invitation', id, 'dario')).toBe(true);
    expect((await invitationById(desk.db, id))?.revoked).toEqual({ by: 'dario', reason: REASON, at: NOW });
    const made = { actor: 'dario', acting_for: 'carla', channel, subject: 'anna', cycle: 'prova/2016' };
    expect((await lines('invitation')).at(-1)).toMatchObject({ ...made, detail: { reason: REASON } });
    expect(await take('invitation', id, 'dario')).toBe(false);
  });

  test('a token is taken back for whom one stands in', async () => {
    const { secret, reference } = await aToken('anna');
    expect(await take('token', reference, 'bruno')).toBe(false);
    expect(await tokenOf(desk.db, secret)).toBeDefined();
    expect(await take('token', reference, 'dario')).toBe(true);
    expect(await tokenOf(desk.db, secret)).toBeUndefined();
    const made = { actor: 'dario', acting_for: 'carla', channel, subject: `prova/${reference}`, cycle: 'prova/2016' };
    expect((await lines('token')).at(-1)).toMatchObject(made);
    expect(await take('token', reference, 'dario')).toBe(false);
  });

  test('a session is ended for whom one stands in; of another body’s people it is not there', async () => {
    const secret = await beginSession(desk.db, 'anna@prova.example', 'mail', 8);
    const reference = (await sessionsOf(desk.db, 'prova')).find(({ person }) => person === 'anna')?.reference ?? '';
    expect(await take('session', reference, 'bruno')).toBe(false);
    expect(await sessionOf(desk.db, secret)).toBeDefined();
    expect(await take('session', reference, 'dario')).toBe(true);
    expect(await sessionOf(desk.db, secret)).toBeUndefined();
    const made = { actor: 'dario', acting_for: 'carla', channel, subject: 'anna', cycle: 'prova/2016' };
    expect((await lines('session')).at(-1)).toMatchObject(made);
    expect(await take('session', reference, 'dario')).toBe(false);
    await desk.owner.query(`update people set active = false where entity = 'prova' and id = 'anna'`);
    await beginSession(desk.db, 'anna@prova.example', 'mail', 8);
    const others = (await sessionsOf(desk.db, 'prova')).map(({ person }) => person);
    await desk.owner.query(`update people set active = true where entity = 'prova' and id = 'anna'`);
    expect(others).not.toContain('anna');
  });
});

test('what can not be put on record is not taken back', async () => {
  const id = await anInvitation('piano-approvazione');
  await desk.owner.query(`alter table log add constraint full_disk check (action <> 'invitation-revoked') not valid`);
  try {
    expect(await WAYS.page('invitation', id, 'dario')).toBe(false);
    expect((await invitationById(desk.db, id))?.revoked).toBeNull();
  } finally {
    await desk.owner.query('alter table log drop constraint full_disk');
  }
});

test('a token asked for somebody else says for whom one asks', async () => {
  const fields = { titolo: 'Gestionale', persona: 'anna', giorni: '30' };
  const answer = await desk.post(`${PAGES}/gettoni`, fields, { cookie: cookies.get('dario') ?? '' });
  expect(answer.status).toBe(303);
  const asked = await desk.owner.query(`select actor, acting_for from log where action = 'token-requested'`);
  expect(asked.rows).toEqual([{ actor: 'dario', acting_for: 'carla' }]);
});
