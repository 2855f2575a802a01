import { describe, expect, test } from 'vitest';
import { type Arena, anArena } from './arena.js';

const arena: Arena = anArena();

/** What a part of an address may be filled with; several where it decides what answers. */
const FILL: Readonly<Record<string, readonly string[]>> = {
  entity: ['ccms'],
  exercise: ['2016'],
  step: ['monitoraggio-1', 'piano-approvazione', 'piano-pubblicazione', 'relazione-raccolta', 'aggiornamento-piano'],
  act: ['sollecito', 'proroga', 'riapertura', 'restituzione', 'chiusura'],
  programme: ['1.1.1'],
  code: ['1'],
  group: ['1'],
  number: ['1'],
  id: ['1'],
  hash: ['a'.repeat(64)],
  token: ['x'],
  part: ['1', 'x'],
  list: ['1.1.1', 'x'],
  version: ['1', '99'],
  form: ['pdf', 'x'],
  table: ['1', 'x'],
  secret: ['x'.repeat(43)],
  reference: ['000000000000'],
};

/** To leave, to begin the draft of an amendment, to open the public form: what is sent is the whole of it. */
const ASKS_NOTHING = /\/(esci|piano\/aggiornamento\/inizio|modulo-pubblico)$/;

interface Address {
  readonly method: string;
  readonly pattern: string;
  readonly path: string;
}

/** Every address the console answers at, as it stands: what is added to it is in here by itself. */
function addresses(): readonly Address[] {
  const routes = arena.app.routes.filter(({ method, path }) => method !== 'ALL' && !path.startsWith('/api/'));
  const patterns = [...new Map(routes.map((route) => [`${route.method} ${route.path}`, route])).values()];
  return patterns.flatMap(({ method, path: pattern }) => filled(pattern).map((path) => ({ method, pattern, path })));
}

function filled(pattern: string): readonly string[] {
  const [, name, rule] = /:([A-Za-z]+)(\{[^}]*\})?/.exec(pattern) ?? [];
  if (name === undefined) return [pattern];
  return (FILL[name] ?? ['1']).flatMap((value) => filled(pattern.replace(`:${name}${rule ?? ''}`, value)));
}

const guarded = ({ path }: Address): boolean => /^\/(?:cicli|enti)\//.test(path);

/** What is typed here comes back in a form, for who signs in anew: the session may have ended meanwhile. */
const TYPED = /\/bozza\/sezioni\/[^/]+$/;

/** What everybody who is on record may do for themselves. */
const OWN = ['/enti/:entity/calendario'];

/** There are hundreds of addresses, each asked for by people of several sorts. */
const PATIENCE_MS = 300_000;

describe('every address of the console', { timeout: PATIENCE_MS }, () => {
  test('there are as many as one expects', () => {
    const all = addresses();
    expect(new Set(all.map((a) => a.pattern)).size).toBeGreaterThan(40);
    expect(all.filter((a) => a.method === 'POST').length).toBeGreaterThan(25);
  });

  test('about a body: who has not signed in is sent to do so, a stranger is told nothing, and neither changes anything', async () => {
    const [before, acts] = [await arena.fingerprint(), arena.reached.length];
    for (const address of addresses().filter(guarded)) {
      const { method, path } = address;
      const request = method === 'POST' ? { fields: {} } : { method };
      const nobody = await arena.ask(path, request);
      const asked = TYPED.test(path) && method === 'POST' ? [401, undefined] : [303, true];
      expect([method, path, nobody.status, nobody.headers.get('location')?.startsWith('/accesso')]).toEqual([
        method,
        path,
        ...asked,
      ]);
      expect([method, path, (await arena.ask(path, { ...request, as: 'stranger' })).status]).toEqual([
        method,
        path,
        404,
      ]);
    }
    expect(await arena.fingerprint()).toBe(before);
    expect(arena.reached.length).toBe(acts);
  });

  test('where something is done, who is only on record does nothing', async () => {
    const [before, acts] = [await arena.fingerprint(), arena.reached.length];
    for (const { method, path, pattern } of addresses().filter(guarded)) {
      if (method !== 'POST' || OWN.includes(pattern)) continue;
      const answer = await arena.ask(path, { as: 'reader', fields: {} });
      expect([path, answer.status]).toEqual([path, expect.toBeOneOf([403, 404])]);
    }
    expect(await arena.fingerprint()).toBe(before);
    expect(arena.reached.length).toBe(acts);
  });

  test('with nothing filled in, nobody of any sort breaks it or changes anything that way', async () => {
    const before = await arena.fingerprint();
    for (const { method, path, pattern } of addresses()) {
      if (method !== 'POST' || OWN.includes(pattern) || ASKS_NOTHING.test(pattern)) continue;
      for (const as of ['steering', 'officer', 'recorder', 'administrator'] as const) {
        const answer = await arena.ask(path, { as, fields: {} });
        expect([as, path, answer.status]).toEqual([
          as,
          path,
          expect.toBeOneOf([200, 303, 400, 403, 404, 409, 410, 422]),
        ]);
      }
    }
    expect(arena.told).toEqual([]);
    expect(await arena.fingerprint()).toBe(before);
  });

  test('for looking, changes nothing, whoever looks', async () => {
    const [before, acts] = [await arena.fingerprint(), arena.reached.length];
    for (const { method, path } of addresses()) {
      if (method !== 'GET' || path.endsWith('/eventi')) continue;
      for (const as of ['steering', 'officer', 'stranger'] as const) {
        const answer = await arena.ask(path, { as });
        await answer.arrayBuffer();
        expect([as, path, answer.status]).toEqual([as, path, expect.toBeOneOf([200, 302, 303, 304, 403, 404, 410])]);
      }
    }
    expect(arena.told).toEqual([]);
    expect(await arena.fingerprint()).toBe(before);
    expect(arena.reached.length).toBe(acts);
  });

  test('that shows a page says what the page may do, and that it is not to be guessed at', async () => {
    for (const { method, path } of addresses()) {
      if (method !== 'GET' || path.endsWith('/eventi')) continue;
      const answer = await arena.ask(path, { as: 'steering' });
      await answer.arrayBuffer();
      expect([path, answer.headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, answer.headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("default-src 'none'"),
      ]);
      expect([path, answer.headers.get('referrer-policy')]).toEqual([path, 'same-origin']);
    }
  });
});
