import type { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { ConsoleDeps } from '../../../../src/client/pages/kit/deps.js';
import { createActions } from '../../../../src/client/system/actions.js';
import { createConsole } from '../../../../src/client/system/app.js';
import type { Instant } from '../../../../src/domain/calendar/types.js';
import type { OutgoingMail } from '../../../../src/mail/transport.js';
import type { Db } from '../../../../src/register/database.js';
import { beginSession } from '../../../../src/register/sessions.js';
import { aCycle } from '../../../register/fixtures.js';
import { aRegister } from '../../../register/register.js';
import { CONSOLE_URL, consoleParts } from '../parts.js';
import { obligingTemporal, type Reached } from './temporal.js';

export const NOW: Instant = '2016-05-10T10:00:00Z';

/** A console on a register with two small chambers, `prova` and `altra`, as in production unless said. */
export interface Desk {
  readonly app: Hono;
  readonly db: Db;
  readonly schema: string;
  /** Of its database. */
  readonly url: string;
  /** Connected as the register's owner, for what the application may not do. */
  readonly owner: Pick<pg.Client, 'query'>;
  readonly sent: OutgoingMail[];
  readonly told: string[];
  /** What people's actions sent to workflows. */
  readonly reached: readonly Reached[];
  get(path: string, cookie?: string): Promise<Response>;
  post(path: string, fields: Readonly<Record<string, string>>, more?: PostOptions): Promise<Response>;
  /** The `Cookie` header of somebody signed in. */
  signedIn(email: string): Promise<string>;
}

export interface PostOptions {
  readonly cookie?: string;
  /** What the browser says the form came from; our own pages unless given, `null` for a client that says nothing. */
  readonly origin?: string | null;
}

/** Cycle of the chamber the tests are about, and of another the people of the first have nothing to do with. */
export function aDesk(options: Partial<ConsoleDeps> = {}): Desk {
  const opened = aRegister();
  const sent: OutgoingMail[] = [];
  const told: string[] = [];
  const reached: Reached[] = [];
  let created: ReturnType<typeof createConsole> | undefined;
  beforeAll(async () => {
    await aCycle(opened.db, 'prova');
    await aCycle(opened.db, 'altra');
    const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
    created = createConsole({
      ...consoleParts(sent),
      actions: createActions({ temporal: obligingTemporal(reached), register, now: () => NOW }),
      rehearsal: false,
      register,
      clock: () => NOW,
      linkPauseMs: [0, 20],
      log: { line: (text) => void told.push(text) },
      ...options,
    });
  });
  afterAll(() => created?.stop());
  const app = (): Hono => {
    if (created === undefined) throw new Error('the desk is not ready yet');
    return created.app;
  };
  return {
    get app() {
      return app();
    },
    get db() {
      return opened.db;
    },
    owner: opened.owner,
    schema: opened.schema,
    url: opened.url,
    sent,
    told,
    reached,
    get: async (path, cookie) => app().request(path, cookie === undefined ? {} : { headers: { cookie } }),
    post: async (path, fields, { cookie, origin = options.consoleUrl ?? CONSOLE_URL } = {}) =>
      app().request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(cookie === undefined ? {} : { cookie }),
          ...(origin === null ? {} : { origin }),
        },
      }),
    signedIn: async (email) => `ciclo_sessione=${await beginSession(opened.db, email, 'rehearsal', 8)}`,
  };
}

/** What a browser would send back after an answer: its cookies. */
export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');

/** Waits until something is so; fails after five seconds. */
export async function until<T>(read: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('it never came');
}
