import type { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { createInvitations } from '../../src/access/invitations.js';
import { createActions } from '../../src/client/system/actions.js';
import { createConsole } from '../../src/client/system/app.js';
import type { CivilDate, Instant } from '../../src/domain/calendar/types.js';
import type { OutgoingMail } from '../../src/mail/transport.js';
import type { Db } from '../../src/register/database.js';
import { beginSession } from '../../src/register/sessions.js';
import { issueToken } from '../../src/register/tokens.js';
import { obligingTemporal, type Reached } from '../client/pages/access/temporal.js';
import type { HalfRun } from '../client/pages/half-run.js';
import { aHalfRunRegister } from '../client/pages/half-run-register.js';
import { CONSOLE_URL, consoleParts, TEST_SECRET } from '../client/pages/parts.js';
import { aCycle } from '../register/fixtures.js';

/** One person of each sort, on 10 May 2016: the first monitoring is being collected. */
export const PEOPLE = {
  /** On record, with no role today. */
  reader: 'rosalba.ceccarini@ccms.example',
  officer: 'lidia.fornasetti@ccms.example',
  steering: 'guglielmo.tarasconi@ccms.example',
  recorder: 'fiorenzo.altobellini@ccms.example',
  oiv: 'zeno.bragadini@ccms.example',
  administrator: 'matilde.orsolini@ccms.example',
  head: 'ottavia.brandini@ccms.example',
  /** Of another body. */
  stranger: 'anna@prova.example',
} as const;

export type Sort = keyof typeof PEOPLE;
export const SORTS = Object.keys(PEOPLE) as readonly Sort[];

/** Massa-Carrara's cycle half run, as production shows it, with somebody of each sort to attack it. */
export interface Arena {
  readonly app: Hono;
  readonly db: Db;
  readonly owner: Pick<pg.Client, 'query'>;
  readonly run: HalfRun;
  readonly now: Instant;
  readonly sent: readonly OutgoingMail[];
  readonly told: readonly string[];
  readonly reached: readonly Reached[];
  /** The `Cookie` header of one of the people; undefined for who has not signed in. */
  cookie(sort: Sort): string;
  /** A token of the API for one of the people. */
  token(sort: Sort): string;
  /** Sends a request as one of the people, or as nobody. */
  ask(path: string, request?: Asked): Promise<Response>;
  /**
   * Sends what must be refused: fails unless the answer has one of the statuses, an Italian sentence where it has a page,
   * and nothing in the register is different afterwards.
   */
  refused(path: string, request: Asked, ...statuses: readonly number[]): Promise<string>;
  /** What is in the register, table by table: rows and a hash of them. */
  fingerprint(): Promise<string>;
}

export interface Asked {
  readonly as?: Sort;
  readonly method?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit['body']>;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the browser says a form came from; our own pages unless said, `null` for nothing at all. */
  readonly origin?: string | null;
}

const MANY = { points: 1_000_000, seconds: 60 };

/** Files are told by their hash; what only says when somebody came is no change. */
const WITHOUT: Readonly<Record<string, readonly string[]>> = {
  documents: ['bytes'],
  evidence: ['bytes'],
  sessions: ['seen_at'],
};

export function anArena(today: CivilDate = '2016-05-10'): Arena {
  const opened = aHalfRunRegister(today);
  const sent: OutgoingMail[] = [];
  const told: string[] = [];
  const reached: Reached[] = [];
  const cookies = new Map<Sort, string>();
  const tokens = new Map<Sort, string>();
  let made: { readonly app: Hono; readonly run: HalfRun; readonly stop: () => void; readonly sql: string } | undefined;

  beforeAll(async () => {
    const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
    const { run } = opened;
    await aCycle(opened.db, 'prova');
    const created = createConsole({
      ...consoleParts(sent),
      invitations: createInvitations(TEST_SECRET, CONSOLE_URL),
      // That what is tried too often is refused is shown elsewhere; here it would hide everything else.
      limits: {
        linkByAddress: MANY,
        linkByClient: MANY,
        wrongKey: MANY,
        voiceByClient: MANY,
        voiceByBody: MANY,
        api: MANY,
      },
      actions: createActions({ temporal: obligingTemporal(reached), register, now: () => run.now }),
      rehearsal: false,
      register,
      clock: () => run.now,
      log: { line: (text) => void told.push(text) },
    });
    for (const [sort, email] of Object.entries(PEOPLE) as [Sort, string][]) {
      cookies.set(sort, `ciclo_sessione=${await beginSession(opened.db, email, 'mail', 8)}`);
      const [person = '', host = ''] = email.split('@');
      const entity = host === 'prova.example' ? 'prova' : 'ccms';
      const { secret } = await issueToken(opened.db, { entity, person, title: 'attacco', issuedBy: person, days: 9 });
      tokens.set(sort, secret);
    }
    made = { app: created.app, run, stop: created.stop, sql: await fingerprintSql(opened.owner, opened.schema) };
  }, 240_000);
  afterEach(async () => {
    // Whatever was thrown at it, it still serves.
    const answer = await made?.app.request('/salute');
    expect(answer?.status).toBe(200);
  });
  afterAll(() => made?.stop());

  const ready = (): NonNullable<typeof made> => {
    if (made === undefined) throw new Error('the arena is not ready yet');
    return made;
  };
  // What was there after a refusal is what is there before the next, unless something else was done meanwhile.
  let known: string | undefined;
  const send: Arena['ask'] = async (path, { as, method, fields, body, headers = {}, origin = CONSOLE_URL } = {}) => {
    const content = fields === undefined ? body : new URLSearchParams(fields);
    const sends = content !== undefined || (method !== undefined && method !== 'GET' && method !== 'HEAD');
    return ready().app.request(path, {
      method: method ?? (content === undefined ? 'GET' : 'POST'),
      body: content,
      headers: {
        ...(as === undefined ? {} : { cookie: cookies.get(as) ?? '' }),
        ...(sends && origin !== null ? { origin } : {}),
        ...headers,
      },
    });
  };
  const fingerprint = async (): Promise<string> => {
    const { rows } = await opened.owner.query<{ t: string; n: string; h: string }>(ready().sql);
    // The server looks at many tables side by side: they answer in any order.
    const lines = rows.map(({ t, n, h }) => `${t} ${n} ${h}`);
    return lines.sort().join('\n');
  };
  return {
    get app() {
      return ready().app;
    },
    get db() {
      known = undefined;
      return opened.db;
    },
    get run() {
      return ready().run;
    },
    get now() {
      return ready().run.now;
    },
    get owner() {
      known = undefined;
      return opened.owner;
    },
    sent,
    told,
    reached,
    cookie: (sort) => cookies.get(sort) ?? '',
    token: (sort) => tokens.get(sort) ?? '',
    ask: (path, request) => {
      known = undefined;
      return send(path, request);
    },
    fingerprint,
    refused: async (path, request, ...statuses) => {
      const [before, acts, mails, errors] = [known ?? (await fingerprint()), reached.length, sent.length, told.length];
      const answer = await send(path, request);
      const text = await answer.text();
      expect({ path, status: answer.status, errors: told.slice(errors) }).toEqual({
        path,
        status: statuses.includes(answer.status) ? answer.status : `one of ${statuses.join(', ')}`,
        errors: [],
      });
      if (answer.headers.get('content-type')?.includes('html') === true) expect(text).toContain('<html lang="it">');
      known = await fingerprint();
      expect([known, reached.length, sent.length]).toEqual([before, acts, mails]);
      return text;
    },
  };
}

/** One query that answers rows and hash of every table. */
async function fingerprintSql(owner: pg.Client, schema: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = $1 and table_type = 'BASE TABLE' order by 1`,
    [schema],
  );
  return rows
    .map(({ name }) => {
      const line = `to_jsonb(x)${(WITHOUT[name] ?? []).map((column) => ` - '${column}'`).join('')}`;
      return `select '${name}' as t, count(*) as n, coalesce(md5(string_agg(md5((${line})::text), '' order by md5((${line})::text))), '') as h from ${name} x`;
    })
    .join(' union all ');
}
