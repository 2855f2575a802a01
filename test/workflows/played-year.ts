import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../src/activities/index.js';
import type { Agenda } from '../../src/client/rehearsal/cast/agenda.js';
import type { CastDeps, Letter } from '../../src/client/rehearsal/cast/planned.js';
import { turn } from '../../src/client/rehearsal/cast.js';
import { loadScript } from '../../src/client/rehearsal/script.js';
import { createActions } from '../../src/client/system/actions.js';
import { createConsole } from '../../src/client/system/app.js';
import type { CycleRef } from '../../src/domain/acting.js';
import type { Instant } from '../../src/domain/calendar/types.js';
import { romeDate } from '../../src/domain/calendar/zone.js';
import { type Clock, calendarInstant, msOfInstant } from '../../src/domain/clock.js';
import type { OutgoingMail } from '../../src/mail/transport.js';
import { completeSite } from '../../src/office/complete-site.js';
import type { Deps } from '../../src/office/deps.js';
import { verifyPublications } from '../../src/office/verify-publication.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import { stepsOf } from '../../src/register/steps.js';
import type { Bodies } from '../../src/seeds/bodies.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { remind } from '../../src/worker/reminders.js';
import { sheetsWatcher } from '../../src/worker/sheets-watch.js';
import { cycleWorkflow, stepWorkflow, taskQueue } from '../../src/workflows/ids.js';
import { performanceCycle } from '../../src/workflows/index.js';
import { CONSOLE_URL, consoleParts, testInvitations } from '../client/pages/parts.js';
import { freshDatabase } from '../setup/database.js';
import { timeSkippingEnvironment } from '../setup/temporal.js';

const STEP_OF_TIME = '36 hours';
const LONGEST_DAYS = 800;

export interface PlayedYear {
  readonly register: Register;
  readonly mails: readonly OutgoingMail[];
  /** What the cast said it did. */
  readonly told: readonly string[];
  /** Events of each history, by the id of its workflow. */
  readonly histories: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/**
 * Plays a body's whole year once, on the time-skipping server, the real register and the cast of the rehearsal.
 * @param folder of the body, for its script
 */
export async function playYear(ref: CycleRef, bodies: Bodies, folder: string): Promise<PlayedYear> {
  const mails: OutgoingMail[] = [];
  const told: string[] = [];
  const histories = new Map<string, number>();
  const cycle = `${ref.entity}/${ref.exercise}`;

  /** What a mail program would show of the mails to an address, the latest first. */
  async function* lettersTo(address: string): AsyncGenerator<Letter> {
    for (const { html, text, sheet } of mails.filter((mail) => mail.to.address === address).reverse()) {
      yield { html, text, attachments: sheet === undefined ? [] : [{ ...sheet, mime: sheet.type }] };
    }
  }

  const database = await freshDatabase();
  await migrate({ url: database.url, schema: ref.space });
  const register = await openRegister({ url: database.url, schema: ref.space, unsaid: 'every-body' });
  const env = await timeSkippingEnvironment();
  try {
    const planned = bodies.calendar(ref.entity, ref.exercise);
    if (!planned.ok) throw new Error(JSON.stringify(planned.error));
    const { opensAt } = planned.value;
    const clock: Clock = { origin: await env.currentTimeMs(), start: msOfInstant(opensAt) - 3_600_000, speed: 1 };
    let wall = clock.origin;
    const now = (): Instant => calendarInstant(clock, wall);
    const deps: Deps = {
      register,
      bodies,
      invitations: testInvitations(),
      post: {
        transport: {
          connections: 1,
          send: async (mail) => {
            mails.push(mail);
            return { outcome: 'accepted', response: '250 OK' };
          },
          close: () => undefined,
        },
        from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
        domain: 'ccms.example',
        consoleUrl: CONSOLE_URL,
        clock: () => clock,
      },
      publicDir: `/tmp/ciclo-${ref.entity}-test-${process.pid}`,
      rehearsalSeed: ref.exercise,
      log: pino({ level: 'silent' }),
      // Mails of a wave are due at its instant: with a clock that jumps, the sender must not be behind it.
      now: () => calendarInstant(clock, wall + 2 * 86_400_000),
    };
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: taskQueue(ref.space),
      workflowBundle: await workflowBundle(),
      activities: createActivities(deps),
    });
    await worker.runUntil(async () => {
      const prepared = await createActivities(deps).prepareCycle({ ...ref, clock }, now());
      const handle = await env.client.workflow.start(performanceCycle, {
        taskQueue: taskQueue(ref.space),
        workflowId: cycleWorkflow(ref),
        args: [prepared],
      });
      const script = loadScript(folder, ref.exercise);
      if (!script.ok) throw new Error(JSON.stringify(script.error));
      const console_ = createConsole({
        ...consoleParts(),
        bodies,
        actions: createActions({ temporal: env.client, register, now }),
        invitations: deps.invitations,
        consoleUrl: CONSOLE_URL,
        register,
        clock: now,
        log: { line: (text) => console.error(text) },
      });
      const cast: CastDeps = {
        ref,
        script: script.value,
        mailsOf: lettersTo,
        visit: async (address, request) => console_.app.request(address, request),
        consoleUrl: CONSOLE_URL,
        now,
        tell: (line) => void told.push(line),
      };
      const watchSheets = sheetsWatcher({ client: env.client, register, space: ref.space, log: deps.log });
      // What a worker does beside the workflows.
      let written = 0;
      const failed = (of: string, cause: unknown): void => {
        throw new Error(`the site of ${of} cannot be written`, { cause });
      };
      let agenda: Agenda = new Map();
      for (let days = 0; (await handle.describe()).status.name === 'RUNNING'; days += 1.5) {
        if (days > LONGEST_DAYS) {
          const open = (await stepsOf(register.db, cycle)).filter(({ status }) => status !== 'done');
          throw new Error(
            `on ${now()} the cycle still has ${open.map(({ id, status, trouble }) => `${id} ${status} ${trouble ?? ''}`).join(', ')}; ${told.slice(-40).join('\n')}`,
          );
        }
        await env.sleep(STEP_OF_TIME);
        wall = await env.currentTimeMs();
        // A new cast every week: nobody remembers what has been done, and nothing is done twice.
        if (days % 7.5 === 0) agenda = new Map();
        await turn(cast, agenda);
        await watchSheets();
        await remind({ ...deps, now: () => `${romeDate(now())}T10:00:00Z` });
        written = await completeSite(deps, written, failed);
        await verifyPublications(deps, now(), failed);
      }
      for (const id of [cycleWorkflow(ref), ...prepared.calendar.steps.map((s) => stepWorkflow(ref, s.id))]) {
        const history = await env.client.workflow.getHandle(id).fetchHistory();
        histories.set(id, history.events?.length ?? 0);
      }
    });
  } finally {
    await env.teardown();
  }
  const close = async (): Promise<void> => {
    await register.close();
    await database.drop();
  };
  return { register, mails, told, histories, close };
}
