import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { createInvitations, DUTY_PATH } from '../../../src/access/invitations.js';
import { createActivities } from '../../../src/activities/index.js';
import { SESSION_COOKIE } from '../../../src/client/pages/kit/viewer.js';
import { createActions } from '../../../src/client/system/actions.js';
import { type RunningConsole, startConsole } from '../../../src/client/system/server.js';
import type { CycleRef } from '../../../src/domain/acting.js';
import type { CivilDate, Instant } from '../../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../../src/domain/calendar/zone.js';
import { type Clock, calendarInstant, msOfInstant } from '../../../src/domain/clock.js';
import type { MailTransport, OutgoingMail } from '../../../src/mail/transport.js';
import type { Observing } from '../../../src/observability/observing.js';
import type { Deps } from '../../../src/office/deps.js';
import type { RunningTemporal } from '../../../src/platform/temporal.js';
import type { Register } from '../../../src/register/database.js';
import { personById } from '../../../src/register/people.js';
import { beginSession } from '../../../src/register/sessions.js';
import { stepOf } from '../../../src/register/steps.js';
import { workflowBundle } from '../../../src/worker/bundle.js';
import { stepWorkflow } from '../../../src/workflows/ids.js';
import { amendment, approval, checkpoint, publication, task } from '../../../src/workflows/index.js';
import { bodiesOnFile } from '../../setup/bodies.js';
import { devServer } from '../../setup/temporal.js';
import { aHalfRunRegister } from './half-run-register.js';
import { consoleParts, TEST_SECRET } from './parts.js';

/** Massa-Carrara's 2016 cycle as on a day, with some of its steps running as workflows on a real Temporal server. */
export interface LiveCycle {
  readonly url: string;
  readonly register: Register;
  readonly ref: CycleRef;
  readonly cycle: string;
  readonly mails: readonly OutgoingMail[];
  now(): Instant;
  /** Lets days go by on the calendar that people see; workflows stay on their own. */
  later(days: number): void;
  /**
   * Starts a step's workflow, as the cycle would when it opens; on a later day when one is given. What goes before a board is there at
   * once, as in cycles planned before documents were drafts, unless it is to be transmitted.
   */
  open(step: string, on?: CivilDate, how?: 'to-be-transmitted'): Promise<void>;
  /** Path of a person's own link to a step, as the mail that asks it carries it. */
  link(step: string, person: string, actingFor?: string): Promise<string>;
  /** Cookie of a signed-in person. */
  session(person: string): Promise<string>;
  /** The worker stops, as when its machine does; what people ask meanwhile waits. */
  rest(): Promise<void>;
  /** A worker is there again. */
  hire(): Promise<void>;
  /** A request as a browser makes it; forms are sent with their origin and not followed. */
  request(path: string, form?: FormData | URLSearchParams, cookie?: string): Promise<Response>;
  /** The page at a path, which must answer 200. */
  page(path: string): Promise<string>;
}

const WORKFLOWS = { task, approval, checkpoint, publication, amendment };

/** What a test adds to a live cycle to look at it from outside. */
export interface Dressing {
  readonly observing: Pick<Observing, 'client' | 'worker' | 'requests'>;
  /** How its mails really leave. */
  readonly transport: MailTransport;
}

/**
 * For one test file: PostgreSQL, Temporal, a worker and the console, all real; mails are kept instead of sent, unless said.
 * @param patienceMs for which a page waits for the worker; absent: as in production
 */
export function aLiveCycle(today: CivilDate, dress?: () => Promise<Dressing>, patienceMs?: number): LiveCycle {
  const opened = aHalfRunRegister(today);
  const mails: OutgoingMail[] = [];
  const cycle = 'ccms/2016';
  let skipped = 0;
  let live: { readonly url: string; readonly register: Register; readonly clock: Clock; readonly client: Client };
  let hire = async (): Promise<void> => undefined;
  let rest = async (): Promise<void> => undefined;
  const ends: (() => Promise<unknown> | unknown)[] = [];
  const ref: CycleRef = { space: opened.schema, entity: 'ccms', exercise: 2016 };
  const now = (): Instant => calendarInstant(live.clock, Date.now() + skipped);
  const invitations = createInvitations(TEST_SECRET, 'http://127.0.0.1');

  beforeAll(async () => {
    const register: Register = { db: opened.db, schema: opened.schema, close: async () => undefined };
    const server: RunningTemporal = await devServer();
    ends.push(() => server.stop());
    const clock: Clock = { origin: Date.now(), start: msOfInstant(romeInstant(today, timeOfDay(12))), speed: 1 };
    const connection = await Connection.connect({ address: server.address });
    const native = await NativeConnection.connect({ address: server.address });
    const dressing = await dress?.();
    const client = new Client({ connection, namespace: server.namespace, ...dressing?.observing.client });
    live = { url: '', register, clock, client };
    const parts = consoleParts(mails);
    const posted = dressing === undefined ? {} : { transport: dressing.transport };
    const deps: Deps = {
      register,
      bodies: bodiesOnFile(),
      invitations,
      post: { ...parts.post, ...posted, domain: 'ccms.example', consoleUrl: 'http://127.0.0.1', clock: () => clock },
      publicDir: `/tmp/ciclo-live-${process.pid}`,
      rehearsalSeed: 2016,
      log: pino({ level: 'silent' }),
      now,
    };
    const bundle = await workflowBundle();
    hire = async () => {
      const worker = await Worker.create({
        connection: native,
        namespace: server.namespace,
        taskQueue: ref.space,
        workflowBundle: bundle,
        activities: createActivities(deps),
        shutdownForceTime: '30 seconds',
        ...dressing?.observing.worker,
      });
      const working = worker.run();
      rest = async () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await working;
      };
    };
    await hire();
    const console: RunningConsole = await startConsole({
      ...parts,
      watching: dressing?.observing.requests ?? [],
      actions: createActions({ temporal: client, register, now, patienceMs }),
      invitations,
      port: 0,
      register,
      clock: now,
      log: { line: (text) => void process.stderr.write(`${text}\n`) },
    });
    live = { ...live, url: console.url };
    ends.push(async () => {
      await console.stop();
      await rest();
      await native.close();
      await connection.close();
    });
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  const link: LiveCycle['link'] = async (step, person, actingFor) => {
    const planned = (await stepOf(opened.db, cycle, step))?.planned;
    if (planned === undefined) throw new Error(`no step ${step}`);
    const who = { cycle, step, entity: ref.entity, person, actingFor };
    const [url = ''] = await invitations.links(opened.db, [who], planned.dueOn, now());
    return url.slice(url.indexOf(DUTY_PATH));
  };
  return {
    get url() {
      return live.url;
    },
    get register() {
      return live.register;
    },
    ref,
    cycle,
    mails,
    now,
    later: (days) => {
      skipped += days * 86_400_000;
    },
    open: async (step, on, how) => {
      const transmits = how === 'to-be-transmitted';
      if (!transmits)
        await opened.owner.query(`update steps set planned = planned - 'transmits' where cycle = $1 and id = $2`, [
          cycle,
          step,
        ]);
      const record = await stepOf(opened.db, cycle, step);
      if (record === undefined) throw new Error(`no step ${step}`);
      const { kind } = record.planned;
      const start = on === undefined ? live.clock.start : msOfInstant(romeInstant(on, timeOfDay(12)));
      const clock = { ...live.clock, start };
      await live.client.workflow.start(WORKFLOWS[kind], {
        taskQueue: ref.space,
        workflowId: stepWorkflow(ref, step),
        args: [{ ref, step: record.planned, clock, run: 1, roundsHeld: 0 }],
      });
    },
    link,
    rest: () => rest(),
    hire: () => hire(),
    session: async (person) => {
      const found = await personById(opened.db, ref.entity, person);
      if (found === undefined) throw new Error(`nobody is ${person}`);
      return `${SESSION_COOKIE}=${await beginSession(opened.db, found.email, 'rehearsal', 8)}`;
    },
    request: (path, form, cookie) =>
      fetch(`${live.url}${path}`, {
        redirect: 'manual',
        headers: { Origin: live.url, ...(cookie === undefined ? {} : { Cookie: cookie }) },
        method: form === undefined ? undefined : 'POST',
        body: form,
      }),
    page: async (path) => {
      const answer = await fetch(`${live.url}${path}`);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return answer.text();
    },
  };
}

/** The value of a hidden field of a page. */
export function hidden(html: string, name: string): string {
  const field = html.match(/<input[^>]*type="hidden"[^>]*>/g)?.find((tag) => tag.includes(`name="${name}"`));
  if (field === undefined) throw new Error(`the page has no hidden field ${name}`);
  return /value="([^"]*)"/.exec(field)?.[1] ?? '';
}

/** Waits until something is so; fails when it is not within ten seconds. */
export async function eventually<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it did not come about within ten seconds');
}
