import { pino } from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { REAL_TIME } from '../../src/domain/clock.js';
import type { Deps } from '../../src/office/deps.js';
import { freezeDocument } from '../../src/office/freeze.js';
import { stepOf } from '../../src/register/steps.js';
import { CONSOLE_URL, consoleParts, testInvitations } from '../client/pages/parts.js';
import { bodiesOnFile } from '../setup/bodies.js';
import { type Arena, anArena, SORTS } from './arena.js';

// The Piano lies before the Giunta.
const arena: Arena = anArena('2016-01-27');
const DUTY = '/cicli/ccms/2016/attivita/piano-approvazione/adempimento';
const LONG = 'x'.repeat(20_000);

let hash = '';
const good = (): Readonly<Record<string, string>> => ({
  modulo: crypto.randomUUID(),
  impronta: hash,
  'rinvio-noto': '',
  esito: 'approved',
  'numero-atto': '12',
  'data-atto': '2016-01-27',
  presenti: '9',
  favorevoli: '9',
  contrari: '0',
  astenuti: '0',
  osservazioni: '',
  rinvio: '',
});

beforeAll(async () => {
  await takeToBoard();
  const page = await (await arena.ask(DUTY, { as: 'recorder' })).text();
  hash = /name="impronta" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? '';
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

/** The document is deposited, as the workflow has it done when the step opens. */
async function takeToBoard(): Promise<void> {
  const step = (await stepOf(arena.db, 'ccms/2016', 'piano-approvazione'))?.planned;
  if (step === undefined) throw new Error('no such step');
  const deps: Deps = {
    register: { db: arena.db, schema: 'prova_1', close: async () => undefined },
    bodies: bodiesOnFile(),
    invitations: testInvitations(),
    post: { ...consoleParts().post, domain: 'ccms.example', consoleUrl: CONSOLE_URL, clock: () => REAL_TIME },
    publicDir: '',
    log: pino({ level: 'silent' }),
    now: () => arena.now,
  };
  await freezeDocument(deps, arena.run.ref, step, 1, arena.now);
}

// What is missing, or does not fit the document, the step itself refuses: see the tests of approvals.
const WRONG: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'without an outcome': { esito: '' },
  'with an outcome there is not': { esito: 'forse' },
  'with a number too long': { 'numero-atto': LONG },
  'with a number of two lines': { 'numero-atto': '12\r\nBcc: tutti@altrove.example' },
  'with a null character in the number': { 'numero-atto': '1\0' },
  'with a date that is none': { 'data-atto': '2016-02-30' },
  'with a date of words': { 'data-atto': 'ieri' },
  'with negative votes': { contrari: '-1' },
  'with votes in fractions': { favorevoli: '4,5' },
  'with votes beyond counting': { presenti: '1e99' },
  'with votes of words': { presenti: 'tutti' },
  'with a null character in the remarks': { esito: 'rejected', osservazioni: 'a\0b' },
  'with half a character in the remarks': { esito: 'rejected', osservazioni: 'a\ud800b' },
  'with remarks too long': { esito: 'rejected', osservazioni: LONG },
  'deferred to a day that is none': { esito: 'deferred', rinvio: '31/31/2016' },
};

describe('a decision that can not be', () => {
  test.each(Object.keys(WRONG))('%s is refused, and does not reach the step', async (name) => {
    const body = new FormData();
    for (const [field, value] of Object.entries({ ...good(), ...WRONG[name] })) body.set(field, value);
    if (name.startsWith('with half')) {
      // What is no text becomes a sign of its own on the way: it arrives readable, and harmless.
      expect((await arena.ask(`${DUTY}/decisione`, { as: 'recorder', body })).status).toBeLessThan(500);
      return;
    }
    await arena.refused(`${DUTY}/decisione`, { as: 'recorder', body }, 422, 400);
  });
});

describe('a decision by who does not record them', () => {
  test.each([undefined, ...SORTS.filter((sort) => sort !== 'recorder')])('%s changes nothing', async (as) => {
    for (const below of ['/decisione', '/atto', '/trasmissione', '/ritardo', '/conclusione', '/proposta']) {
      const body = new FormData();
      for (const [field, value] of Object.entries(good())) body.set(field, value);
      await arena.refused(`${DUTY}${below}`, { as, body }, 303, 403, 404, 422);
    }
  });
});

describe('the file of an act', () => {
  test.each([
    ['atto.html', '<script>alert(1)</script>'],
    ['atto.pdf', '<script>alert(1)</script>'],
    ['atto.exe', 'MZ'],
    ['atto.svg', '<svg onload="alert(1)"/>'],
    ['atto', '%PDF-1.7'],
  ])('%s is refused', async (name, content) => {
    const body = new FormData();
    for (const [field, value] of Object.entries(good())) body.set(field, value);
    body.set('atto', new File([content], name));
    await arena.refused(`${DUTY}/decisione`, { as: 'recorder', body }, 422);
  });
});

describe('conclusions of steps', () => {
  // Controllo di gestione concludes some of these: whether they are open, the step itself says.
  test.each(SORTS.filter((sort) => sort !== 'steering'))('%s concludes no step that is not theirs', async (as) => {
    for (const step of ['analisi-finanziaria', 'piano-pubblicazione', 'relazione-raccolta', 'relazione-approvazione']) {
      const body = new FormData();
      body.set('modulo', crypto.randomUUID());
      body.set('nota', 'fatto');
      const path = `/cicli/ccms/2016/attivita/${step}/adempimento/conclusione`;
      await arena.refused(path, { as, body }, 403, 404, 409, 410, 422, 303);
    }
  });
});
