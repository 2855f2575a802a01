import type { Client } from '@temporalio/client';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { SESSION_COOKIE } from '../../src/client/pages/kit/viewer.js';
import { createActions } from '../../src/client/system/actions.js';
import { createConsole } from '../../src/client/system/app.js';
import type { AtWork } from '../../src/client/system/with-actions.js';
import { SCOPES } from '../../src/domain/token.js';
import { overridesOf } from '../../src/register/overrides.js';
import { addSubstitution } from '../../src/register/people.js';
import { beginSession } from '../../src/register/sessions.js';
import { issueToken } from '../../src/register/tokens.js';
import { through } from '../../src/register/via.js';
import { ciclo } from '../client/cli/terminal.js';
import { consoleParts } from '../client/pages/parts.js';
import { aHalfRunSite, textOf } from '../client/pages/site.js';

// The first checkpoint is closed and computed. Lidia stands in for Guglielmo, who steers.
const site = aHalfRunSite('2016-09-20');
const WHO = 'lidia.fornasetti';
const ORIGIN = 'http://localhost';
let app: ReturnType<typeof createConsole>['app'];
let cookie = '';
let token = '';

const atWork = (): AtWork => {
  const now = () => site.run.now;
  // What is decided over a result asks nothing of Temporal.
  return {
    register: site.register,
    now,
    actions: createActions({ temporal: {} as Client, register: site.register, now }),
  };
};

vi.mock('../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) =>
    through({ channel: 'command-line' }, () => work(atWork())),
}));

beforeAll(async () => {
  const { register, actions, now } = atWork();
  const created = createConsole({ ...consoleParts(), actions, register, clock: now, log: { line: () => undefined } });
  app = created.app;
  created.stop();
  await addSubstitution(register.db, 'ccms', {
    absent: 'guglielmo.tarasconi',
    substitute: WHO,
    from: '2016-09-01',
    to: '2016-09-30',
    scope: ['controllo-gestione'],
    reason: 'ferie',
  });
  cookie = `${SESSION_COOKIE}=${await beginSession(register.db, `${WHO}@ccms.example`, 'rehearsal', 1)}`;
  const asked = { entity: 'ccms', person: WHO, title: 'prova', issuedBy: WHO, days: 30, scopes: SCOPES };
  token = (await issueToken(register.db, asked)).secret;
});

const ACT = { decidedBy: 'Giunta camerale', actNumber: '41', actDate: '2016-09-19', reason: 'sala chiusa' } as const;
const FORCED = { ...ACT, effect: 'forced', value: '88,5' } as const;
type Written = Readonly<Record<string, string>>;

const PAGE_NAMES: Written = {
  effect: 'effetto',
  value: 'valore',
  decidedBy: 'deciso-da',
  actNumber: 'atto',
  actDate: 'data',
  reason: 'motivo',
};
const OPTIONS: Written = {
  effect: '--effect',
  value: '--value',
  decidedBy: '--decided-by',
  actNumber: '--act',
  actDate: '--act-date',
  reason: '--reason',
};

interface Tried {
  readonly done: boolean;
  readonly said: string;
}
type What = 'override' | 'withdraw-override';

const page = async (what: What, indicator: string, fields: Written): Promise<Tried> => {
  const path = `/cicli/ccms/2016/indicatori/${indicator}/forzatura${what === 'override' ? '' : '/ritiro'}`;
  const body = new URLSearchParams();
  for (const [name, text] of Object.entries(fields)) body.set(PAGE_NAMES[name] ?? name, text);
  const headers = { cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await app.request(`${ORIGIN}${path}`, { method: 'POST', headers, body: body.toString() });
  return { done: answer.status === 303, said: await answer.text() };
};

const api = async (what: What, indicator: string, fields: Written): Promise<Tried> => {
  const resource = what === 'override' ? 'overrides' : 'override-withdrawals';
  const answer = await app.request(`${ORIGIN}/api/v1/cycles/ccms/2016/indicators/${indicator}/${resource}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  });
  return { done: answer.status === 201, said: await answer.text() };
};

const command = async (what: What, indicator: string, fields: Written): Promise<Tried> => {
  const options = Object.entries(fields).flatMap(([name, text]) => [OPTIONS[name] ?? name, text]);
  const where = ['--entity', 'ccms', '--year', '2016', '--as', WHO];
  const { code, out, err } = await ciclo(what, indicator, ...where, ...options);
  return { done: code === 0, said: `${out}${err}` };
};

const inForce = () => overridesOf(site.register.db, 'ccms/2016');

/** How each way in shows that a field is wrong. */
const WAYS = [
  ['page', page, '1.2.3-01', (field: string) => `id="forzatura-${PAGE_NAMES[field]}-errore"`],
  ['API', api, '1.2.1-01', (field: string) => `"pointer":"/${field}"`],
  ['command', command, '1.1.1-01', (field: string) => `${OPTIONS[field]}: `],
] as const;

describe.each(WAYS)('what is decided over a result, by %s,', (_name, take, indicator, at) => {
  test.each([
    ['an act of tomorrow', { actDate: '2016-09-21' }, 'actDate', 'è nel futuro'],
    ['more than all', { value: '888' }, 'value', 'deve stare fra 0% e 100%'],
  ])('is refused for %s at its own field', async (_what, wrong, field, sentence) => {
    const tried = await take('override', indicator, { ...FORCED, ...wrong });
    expect(tried.done).toBe(false);
    expect(tried.said).toContain(at(field));
    expect(textOf(tried.said)).toContain(sentence);
    expect(await inForce()).toEqual([]);
  });

  test('is refused without the value it is fixed to', async () => {
    const { value: _value, ...without } = FORCED;
    const tried = await take('override', indicator, without);
    expect([tried.done, textOf(tried.said)]).toEqual([false, expect.stringContaining('manca il valore')]);
  });

  test('stands, for whom one stands in, until it is withdrawn', async () => {
    expect(await take('override', indicator, FORCED)).toMatchObject({ done: true });
    expect(await inForce()).toMatchObject([
      { indicator, kind: 'forced', value: '88.5', recordedBy: WHO, actingFor: 'guglielmo.tarasconi' },
    ]);
    const again = await take('override', indicator, { ...FORCED, value: '70' });
    expect([again.done, textOf(again.said)]).toEqual([false, expect.stringContaining('ha già una forzatura')]);
    expect(await take('withdraw-override', indicator, { ...ACT, reason: 'errore' })).toMatchObject({ done: true });
    expect(await inForce()).toEqual([]);
    const twice = await take('withdraw-override', indicator, { ...ACT, reason: 'errore' });
    expect([twice.done, textOf(twice.said)]).toEqual([
      false,
      expect.stringContaining('non ha una forzatura in vigore'),
    ]);
  });
});
