import type { Hono } from 'hono';
import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createConsole } from '../../../src/client/system/app.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { openMailbox } from '../../../src/platform/mailbox.js';
import type { Register } from '../../../src/register/database.js';
import { type Counted, counted } from '../../register/counted.js';
import type { HalfRun, Readings } from './half-run.js';
import { aHalfRunRegister } from './half-run-register.js';
import { consoleParts } from './parts.js';

/** A console on a half-run cycle, with what a test asks of it. */
export interface HalfRunSite {
  readonly app: Hono;
  readonly register: Register;
  readonly run: HalfRun;
  /** The owner of the tables, for what the program may not do. */
  readonly owner: pg.Client;
  /** Lines the console told. */
  readonly told: readonly string[];
  /** Queries sent to the register so far. */
  queries(): number;
  /** The page at an address; fails unless it answers 200. */
  page(path: string): Promise<string>;
}

/** Massa-Carrara's 2016 cycle as on a day, in a register of its own, and the console on it. */
export function aHalfRunSite(today: CivilDate, readings: Readings = 'confirmed'): HalfRunSite {
  const opened = aHalfRunRegister(today, readings);
  const told: string[] = [];
  let asked: Counted | undefined;
  let site: Pick<HalfRunSite, 'app' | 'run' | 'register'> | undefined;
  let stop = (): void => undefined;
  beforeAll(async () => {
    const { run } = opened;
    asked = counted(opened.db);
    const register = { db: asked.db, schema: opened.schema, close: async () => undefined };
    const created = createConsole({
      ...consoleParts(),
      register,
      mailbox: openMailbox(run.mailboxDir),
      clock: () => run.now,
      log: { line: (text) => void told.push(text) },
    });
    stop = created.stop;
    site = { app: created.app, run, register };
  });
  afterAll(() => stop());
  const ready = (): Pick<HalfRunSite, 'app' | 'run' | 'register'> => {
    if (site === undefined) throw new Error('the site is not ready yet');
    return site;
  };
  return {
    get app() {
      return ready().app;
    },
    get run() {
      return ready().run;
    },
    get register() {
      return ready().register;
    },
    owner: opened.owner,
    told,
    queries: () => asked?.queries() ?? 0,
    page: async (path) => {
      const answer = await ready().app.request(path);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return answer.text();
    },
  };
}

/** What a reader sees of a page or of a piece of one: its text, without tags, spaces made single. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style|svg)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

/** The row of a table whose heading contains a text. */
export function rowOf(html: string, heading: string): string {
  const row = html
    .match(/<tr\b.*?<\/tr>/gs)
    ?.find((r) => textOf(/<th\b.*?<\/th>/s.exec(r)?.[0] ?? '').includes(heading));
  if (row === undefined) throw new Error(`no row «${heading}»`);
  return textOf(row);
}
