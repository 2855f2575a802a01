import type { Hono } from 'hono';
import { afterAll, beforeAll } from 'vitest';
import { CAST_PATH } from '../../../../src/access/paths.js';
import { createConsole } from '../../../../src/client/system/app.js';
import type { CivilDate, Instant } from '../../../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../../../src/domain/calendar/zone.js';
import type { Register } from '../../../../src/register/database.js';
import type { HalfRun } from '../half-run.js';
import { aHalfRunRegister } from '../half-run-register.js';
import { consoleParts } from '../parts.js';

export const PAGE = '/cicli/ccms/2016/valutazioni';

/** A console on the whole exercise of Massa-Carrara, whose clock a test sets: people are evaluated by its pages. */
export interface EvaluationSite {
  readonly app: Hono;
  readonly register: Register;
  readonly run: HalfRun;
  readonly now: () => Instant;
  /** Lines the console told. */
  readonly told: readonly string[];
  /** The pages are asked on that day from now on. */
  on(day: CivilDate): void;
  /** The `Cookie` header of a person of the body. */
  cookieOf(person: string): Promise<string>;
  /** Asks for a page as a person of the body. */
  get(person: string, path: string): Promise<Response>;
  /** The page at an address, which must be there. */
  page(person: string, path: string): Promise<string>;
  /** Sends a form as a person of the body. */
  send(person: string, path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a form that must be taken, and answers where it leads. */
  does(person: string, path: string, fields: Readonly<Record<string, string>>): Promise<string>;
}

/** @param collected day on which the cycle stands: what is measured by then is measured */
export function anEvaluationSite(collected: CivilDate = '2017-04-10'): EvaluationSite {
  const opened = aHalfRunRegister(collected);
  const told: string[] = [];
  const cookies = new Map<string, string>();
  let now: Instant = '2016-02-01T09:00:00Z';
  let site: { readonly app: Hono; readonly run: HalfRun; readonly stop: () => void } | undefined;
  const register = (): Register => ({ db: opened.db, schema: opened.schema, close: async () => undefined });
  beforeAll(async () => {
    const { run } = opened;
    now = run.now;
    const created = createConsole({
      ...consoleParts(),
      register: register(),
      clock: () => now,
      log: { line: (text) => void told.push(text) },
    });
    site = { app: created.app, run, stop: created.stop };
  }, 240_000);
  afterAll(() => site?.stop());
  const ready = (): NonNullable<typeof site> => {
    if (site === undefined) throw new Error('the site is not ready yet');
    return site;
  };
  const form = (fields: Readonly<Record<string, string>>) => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
    body: new URLSearchParams(fields).toString(),
  });
  const cookieOf = async (person: string): Promise<string> => {
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const answer = await ready().app.request(CAST_PATH, form({ entity: 'ccms', person }));
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`${person} could not sign in: ${answer.status}`);
    cookies.set(person, cookie);
    return cookie;
  };
  const get: EvaluationSite['get'] = async (person, path) =>
    await ready().app.request(path, { headers: { cookie: await cookieOf(person) } });
  const send: EvaluationSite['send'] = async (person, path, fields) => {
    const { headers, ...request } = form({ chiave: crypto.randomUUID(), ...fields });
    return await ready().app.request(path, { ...request, headers: { ...headers, cookie: await cookieOf(person) } });
  };
  return {
    get app() {
      return ready().app;
    },
    get register() {
      return register();
    },
    get run() {
      return ready().run;
    },
    now: () => now,
    told,
    on: (day) => {
      now = romeInstant(day, timeOfDay(10));
    },
    cookieOf,
    get,
    page: async (person, path) => {
      const answer = await get(person, path);
      if (answer.status !== 200) throw new Error(`${person}, ${path}: ${answer.status}`);
      return await answer.text();
    },
    send,
    does: async (person, path, fields) => {
      const answer = await send(person, path, fields);
      if (answer.status === 303) return decodeURIComponent(answer.headers.get('location') ?? '');
      throw new Error(`${person}, ${path}: ${answer.status} ${problemsOf(await answer.text())}`);
    },
  };
}

const problemsOf = (html: string): string =>
  (/<div class="ciclo-errors".*?<\/div>/s.exec(html)?.[0] ?? html.slice(0, 300)).replace(/<[^>]+>/g, ' ');
