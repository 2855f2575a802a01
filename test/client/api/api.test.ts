import { beforeAll, describe, expect, test } from 'vitest';
import { ACTS } from '../../../src/acts/index.js';
import { LIMITS } from '../../../src/client/pages/kit/limits.js';
import { closeCheckpoint } from '../../../src/register/checkpoints.js';
import { issueToken, revokeToken } from '../../../src/register/tokens.js';
import { aCheckpoint } from '../../register/fixtures.js';
import { aDesk, NOW } from '../pages/access/desk.js';
import { textOf } from '../pages/site.js';

const desk = aDesk();
const CYCLE = '/api/v1/cycles/prova/2016';
const FORM = `${CYCLE}/checkpoints/monitoraggio-1/form`;
const SEND = `${CYCLE}/checkpoints/monitoraggio-1/submissions`;
const tokens = new Map<string, string>();

beforeAll(async () => {
  await aCheckpoint(desk.db, 'prova/2016');
  for (const person of ['anna', 'bruno', 'carla', 'dario']) tokens.set(person, await tokenFor(person));
});

async function tokenFor(person: string, entity = 'prova'): Promise<string> {
  const { secret } = await issueToken(desk.db, { entity, person, title: 'prova', issuedBy: 'anna', days: 30 });
  return secret;
}

interface Call {
  readonly as?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly type?: string;
  readonly key?: string;
}

async function call(path: string, { as = 'carla', token = tokens.get(as), body, raw, type, key }: Call = {}) {
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const answer = await desk.app.request(path, {
    method: sent === undefined ? undefined : 'POST',
    body: sent,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(sent === undefined ? {} : { 'content-type': type ?? 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
  });
  const text = await answer.text();
  // A body of the tests' own making: each looks only at what it expects.
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    json: text === '' ? {} : JSON.parse(text),
  };
}

const rows = async (): Promise<number> =>
  Number((await desk.owner.query('select count(*) from measurements')).rows[0]?.count);

describe('reading', () => {
  test('the token says for whom it acts and what they may be today', async () => {
    const { status, json } = await call('/api/v1/me', { as: 'carla' });
    expect([status, json]).toMatchObject([
      200,
      {
        entity: 'prova',
        person: { id: 'carla', name: 'Carla Prova' },
        capacities: [{ role: 'controllo' }, { role: 'ufficio:promozione' }],
        accessRoles: ['officer', 'reader'],
      },
    ]);
  });

  test('the cycles of its entity, and no other’s', async () => {
    const { json } = await call('/api/v1/cycles');
    expect(json).toMatchObject([{ entity: 'prova', exercise: 2016, status: 'planned', simulated: true }]);
    expect(json).toHaveLength(1);
  });

  test('a cycle with how many steps are where', async () => {
    const { json } = await call(CYCLE);
    expect(json).toMatchObject({ exercise: 2016, steps: { total: 3, done: 0, waiting: 3 } });
  });

  test('its steps, each with its term and norm', async () => {
    const { json } = await call(`${CYCLE}/steps`);
    expect(json[1]).toMatchObject({ id: 'piano-approvazione', kind: 'approval', dueOn: '2016-01-31', norm: 'SMVP' });
    expect((await call(`${CYCLE}/steps/piano-approvazione`)).json).toEqual(json[1]);
    expect(json[1]).toMatchObject({ run: 1, round: 0 });
    expect((await call(`${CYCLE}/steps/altra`)).status).toBe(404);
  });

  test('a scorecard that is not there yet is said so', async () => {
    const { status, type, json } = await call(`${CYCLE}/scorecard`);
    expect([status, type]).toEqual([404, 'application/problem+json']);
    expect(json).toMatchObject({ status: 404, title: 'Non trovato', detail: expect.stringContaining('calcolato') });
  });

  test('a person’s form: only the indicators of their offices, each with what is expected', async () => {
    const { json } = await call(FORM, { as: 'carla' });
    expect(json).toMatchObject({ checkpoint: 'monitoraggio-1', state: 'collecting' });
    expect(json.rows).toEqual([
      expect.objectContaining({
        indicator: 'A-1',
        entry: 'count',
        unit: 'come da target',
        target: 'almeno 25',
        expected: 'un numero intero di incontri, per esempio 12',
      }),
    ]);
    expect((await call(FORM, { as: 'anna' })).json.rows).toEqual([]);
    expect((await call(`${CYCLE}/checkpoints/monitoraggio-9/form`)).status).toBe(404);
  });
});

describe('sending values', () => {
  test('a value is taken, with its note, and comes back in the form', async () => {
    const sent = await call(SEND, { body: { rows: [{ indicator: 'A-1', value: 12, note: 'fino a marzo' }] } });
    expect(sent).toMatchObject({ status: 201, json: { indicators: ['A-1'], submissions: [expect.any(Number)] } });
    const { json } = await call(FORM);
    expect(json.rows[0].current).toEqual({ kind: 'number', value: '12' });
    expect(desk.reached).toContainEqual({
      workflow: expect.stringContaining('prova/2016/monitoraggio-1'),
      what: 'arrived',
    });
    const row = await desk.owner.query('select channel, officer from submissions order by id desc limit 1');
    expect(row.rows).toEqual([{ channel: 'api', officer: 'carla' }]);
  });

  test('sent again with the same key it counts once; the key can not serve for something else', async () => {
    const body = { rows: [{ indicator: 'A-1', value: '14' }] };
    const first = await call(SEND, { body, key: 'maggio' });
    const before = await rows();
    const again = await call(SEND, { body, key: 'maggio' });
    expect([again.status, again.json]).toEqual([201, first.json]);
    const other = await call(SEND, { body: { rows: [{ indicator: 'A-1', value: '15' }] }, key: 'maggio' });
    expect([other.status, other.json.title]).toEqual([422, 'Chiave già usata']);
    expect(await rows()).toBe(before);
    const somebodyElse = await call(SEND, {
      as: 'dario',
      body: { rows: [{ indicator: 'A-2', value: '30/03/2016' }] },
      key: 'maggio',
    });
    expect(somebodyElse.status).toBe(201);
  });

  test('an odd value is asked about, and taken when its sender says that it is right', async () => {
    const odd = { indicator: 'A-1', value: 400 };
    const before = await rows();
    const asked = await call(SEND, { body: { rows: [odd] } });
    expect(asked.status).toBe(422);
    expect(asked.json.errors[0]).toEqual({
      pointer: '/rows/0',
      detail:
        '400 incontri è almeno dieci volte il target (25 incontri): è giusto? Se sì, inviare di nuovo con «confirmed» true',
    });
    expect(await rows()).toBe(before);
    const body = { rows: [{ ...odd, confirmed: true }] };
    expect((await call(SEND, { body, key: 'giusto' })).status).toBe(201);
    expect((await call(SEND, { body, key: 'giusto' })).status).toBe(201);
    expect((await call(FORM)).json.rows[0].current).toEqual({
      kind: 'number',
      value: '400',
      confirmed: ['400 incontri è almeno dieci volte il target (25 incontri)'],
    });
  });

  test('ten at once with the same key count once', async () => {
    const body = { rows: [{ indicator: 'A-1', value: '16' }] };
    const before = await rows();
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(SEND, { body, key: 'insieme' })));
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 10 }, () => 201));
    expect(new Set(answers.map((a) => JSON.stringify(a.json))).size).toBe(1);
    expect(await rows()).toBe(before + 1);
  });

  test.each<[string, unknown, string, string]>([
    ['a value of another sort', { rows: [{ indicator: 'A-1', value: 'molti' }] }, '/rows/0', 'incontri'],
    ['a negative count', { rows: [{ indicator: 'A-1', value: -3 }] }, '/rows/0', '-3'],
    ['a number nobody can mean', { rows: [{ indicator: 'A-1', value: 1e30 }] }, '/rows/0', '1e+30'],
    ['another office’s indicator', { rows: [{ indicator: 'A-2', value: 'sì' }] }, '/rows/0', 'A-2'],
    ['an indicator there is not', { rows: [{ indicator: '../A-1', value: 1 }] }, '/rows/0', '../A-1'],
    [
      'the same indicator twice',
      {
        rows: [
          { indicator: 'A-1', value: 1 },
          { indicator: 'A-1', value: 2 },
        ],
      },
      '/rows/1',
      'più di una volta',
    ],
    ['no value', { rows: [{ indicator: 'A-1' }] }, '/rows/0', 'né valore né motivo'],
    ['no reason', { rows: [{ indicator: 'A-1', mode: 'not-assessable' }] }, '/rows/0', 'motivo'],
    ['no rows', { rows: [] }, '/rows', 'almeno 1'],
    ['nothing', {}, '/rows', 'manca'],
    ['a list', [], '', 'object'],
    ['a field there is not', { rows: [{ indicator: 'A-1', value: 1, ufficio: 'isr' }] }, '/rows/0', 'ufficio'],
    ['a null character', { rows: [{ indicator: 'A-1', value: 1, note: 'a\0b' }] }, '/rows/0/note', 'carattere'],
    ['half a character', { rows: [{ indicator: 'A-1', value: 1, note: 'a\ud800b' }] }, '/rows/0/note', 'carattere'],
    [
      'a late reason too long',
      { rows: [{ indicator: 'A-1', value: 1 }], lateReason: 'x'.repeat(5000) },
      '/lateReason',
      '4000',
    ],
  ])('%s is refused with its place, and nothing is recorded', async (_what, body, pointer, said) => {
    const before = await rows();
    const { status, type, json } = await call(SEND, { body });
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(json.errors).toContainEqual({ pointer, detail: expect.stringContaining(said) });
    expect(await rows()).toBe(before);
  });

  test('what is not JSON is refused as such', async () => {
    expect((await call(SEND, { raw: '{"rows": [' })).status).toBe(400);
    expect((await call(SEND, { raw: 'rows=1', type: 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await call(SEND, { raw: JSON.stringify({ rows: 'x'.repeat(1_100_000) }) })).status).toBe(413);
  });

  test('who is asked for nothing sends nothing', async () => {
    const { status, json } = await call(SEND, { as: 'anna', body: { rows: [{ indicator: 'A-1', value: 1 }] } });
    expect([status, json.detail]).toEqual([403, expect.stringContaining('non è chiesto nulla')]);
  });

  test('a closed checkpoint takes nothing', async () => {
    const { checkpoint } = await aCheckpoint(desk.db, 'prova/2016', 'monitoraggio-1');
    await closeCheckpoint(desk.db, { cycle: 'prova/2016', checkpoint }, { at: NOW, by: 'carla', reason: 'fine' });
    const { status, json } = await call(SEND, { body: { rows: [{ indicator: 'A-1', value: 1 }] } });
    expect([status, json.title]).toEqual([409, 'Monitoraggio chiuso']);
  });
});

describe('recording a decision', () => {
  const DECIDE = `${CYCLE}/steps/piano-approvazione/decisions`;
  const body = {
    outcome: 'approved',
    documentHash: 'a'.repeat(64),
    actNumber: '4',
    actDate: '2016-01-29',
    votes: { present: 9, inFavour: 9, against: 0, abstained: 0 },
  };
  beforeAll(async () => {
    await desk.owner.query(
      `update steps set planned = planned || '{"recorder": "segreteria-giunta", "board": "giunta"}' where cycle = 'prova/2016' and id = 'piano-approvazione'`,
    );
    await desk.owner.query(
      `update cycles set policy = policy || '{"decisionsByToken": "allowed"}' where id = 'prova/2016'`,
    );
    for (const person of ['anna', 'bruno', 'carla', 'dario']) {
      const asked = {
        entity: 'prova',
        person,
        title: 'decisioni',
        scopes: ['decide'],
        issuedBy: person,
        days: 30,
      } as const;
      tokens.set(person, (await issueToken(desk.db, asked)).secret);
    }
  });

  test('the board’s secretary may, and it reaches the step with their name', async () => {
    const { status, json } = await call(DECIDE, { as: 'dario', body, key: 'giunta-4' });
    expect([status, json]).toMatchObject([201, { outcome: 'approved', round: 1, repeated: false }]);
    expect(desk.reached.findLast(({ what }) => what === 'decide')).toMatchObject({
      what: 'decide',
      command: { key: 'prova/dario/api/giunta-4', decidedBy: 'dario', actNumber: '4', recordedOn: '2016-05-10' },
    });
  });

  test.each(['anna', 'bruno', 'carla'])('%s may not', async (as) => {
    // A checkpoint may be woken meanwhile for a form of before.
    const decided = () => desk.reached.filter(({ what }) => what === 'decide').length;
    const before = decided();
    expect((await call(DECIDE, { as, body })).status).toBe(403);
    expect(decided()).toBe(before);
  });

  test.each<[string, object]>([
    ['outcome', { outcome: 'forse' }],
    ['documentHash', { documentHash: '../../etc/passwd' }],
    ['actDate', { actDate: '2016-02-30' }],
    ['votes/against', { votes: { present: 1, inFavour: 1, against: -1, abstained: 0 } }],
    ['votes/present', { votes: { present: 1e9, inFavour: 1, against: 0, abstained: 0 } }],
  ])('with a wrong %s it is refused', async (place, wrong) => {
    const { status, json } = await call(DECIDE, { as: 'dario', body: { ...body, ...wrong } });
    expect([status, json.errors?.[0]?.pointer]).toEqual([422, `/${place}`]);
  });
});

describe('tokens', () => {
  test('none, a made-up, an altered, a revoked and an expired one open nothing', async () => {
    const good = await tokenFor('carla');
    const { secret, reference } = await issueToken(desk.db, {
      entity: 'prova',
      person: 'carla',
      title: 'x',
      issuedBy: 'anna',
      days: 1,
    });
    await revokeToken(desk.db, 'prova', reference);
    const old = await tokenFor('carla');
    await desk.owner.query(
      `update api_tokens set expires_at = now() - interval '1 second' where hash = encode(sha256($1), 'hex')`,
      [old],
    );
    for (const token of [
      '',
      `ciclo_${'A'.repeat(43)}`,
      `${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`,
      good.slice(0, -1),
      secret,
      old,
    ]) {
      const { status, type, json } = await call('/api/v1/me', { token });
      expect([status, type, json.title]).toEqual([401, 'application/problem+json', 'Gettone mancante o non valido']);
    }
    expect((await call('/api/v1/me', { token: good })).status).toBe(200);
  });

  test('a session’s cookie is no token', async () => {
    const cookie = await desk.signedIn('carla@prova.example');
    expect((await desk.get('/api/v1/me', cookie)).status).toBe(401);
  });

  test('a token of another entity finds nothing here', async () => {
    const token = await tokenFor('carla', 'altra');
    for (const path of [CYCLE, `${CYCLE}/steps`, FORM, `${CYCLE}/scorecard`]) {
      expect((await call(path, { token })).status).toBe(404);
    }
    expect((await call(SEND, { token, body: { rows: [{ indicator: 'A-1', value: 1 }] } })).status).toBe(404);
  });

  test('a person no longer in service has no token any more', async () => {
    const token = await tokenFor('bruno');
    await desk.owner.query(`update people set active = false where entity = 'prova' and id = 'bruno'`);
    expect((await call('/api/v1/me', { token })).status).toBe(401);
    await desk.owner.query(`update people set active = true where entity = 'prova' and id = 'bruno'`);
  });

  test('no secret is in the register', async () => {
    const secret = await tokenFor('anna');
    const { rows: kept } = await desk.owner.query('select * from api_tokens');
    expect(JSON.stringify(kept)).not.toContain(secret.slice('ciclo_'.length));
  });
});

describe('the document', () => {
  test('describes every operation, open to anybody', async () => {
    const { status, json } = await call('/api/v1/openapi.json', { token: '' });
    expect(status).toBe(200);
    expect(json.openapi).toBe('3.1.0');
    expect(Object.keys(json.paths)).toHaveLength(13 + ACTS.length);
    const submit = json.paths['/cycles/{entity}/{exercise}/checkpoints/{checkpoint}/submissions'].post;
    expect(submit.requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Submission' });
    expect(json.components.schemas.Submission.properties.rows.maxItems).toBe(1000);
    expect(submit.security).toEqual([{ bearer: [] }]);
  });

  test('has a page for people', async () => {
    const page = textOf(await (await desk.get('/api/v1/documentazione')).text());
    expect(page).toContain('POST /api/v1/cycles/{entity}/{exercise}/checkpoints/{checkpoint}/submissions');
    expect(page).toContain('idempotency-key');
  });

  test('an address there is not gives a problem, not a page', async () => {
    const { status, type } = await call('/api/v1/nulla');
    expect([status, type]).toEqual([404, 'application/problem+json']);
  });
});

describe('calling too often', () => {
  const hurried = aDesk({ limits: { ...LIMITS, api: { points: 3, seconds: 60 } } });

  test('ends for that token, with how long to wait', async () => {
    const { secret } = await issueToken(hurried.db, {
      entity: 'prova',
      person: 'anna',
      title: 'x',
      issuedBy: 'anna',
      days: 1,
    });
    const ask = () => hurried.app.request('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } });
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
