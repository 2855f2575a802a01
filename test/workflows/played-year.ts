import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActivityInterceptorsFactory, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../src/activities/index.js';
import type { Agenda } from '../../src/client/rehearsal/cast/agenda.js';
import { type CastDeps, type Letter, later } from '../../src/client/rehearsal/cast/planned.js';
import { turn } from '../../src/client/rehearsal/cast.js';
import { loadScript } from '../../src/client/rehearsal/script.js';
import { createActions } from '../../src/client/system/actions.js';
import { createConsole } from '../../src/client/system/app.js';
import type { CycleRef } from '../../src/domain/acting.js';
import { addDays } from '../../src/domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../src/domain/calendar/types.js';
import { nextWorkingDay, type WorkingDays, workingDays } from '../../src/domain/calendar/working-days.js';
import { romeDate, romeInstant, timeOfDay } from '../../src/domain/calendar/zone.js';
import { type Clock, calendarInstant, msOfInstant } from '../../src/domain/clock.js';
import type { OutgoingMail } from '../../src/mail/transport.js';
import { completeSite } from '../../src/office/complete-site.js';
import type { Deps } from '../../src/office/deps.js';
import { verifyPublications } from '../../src/office/verify-publication.js';
import { openRegister, type Register } from '../../src/register/database.js';
import { migrate } from '../../src/register/migrate.js';
import { type StepRecord, stepsOf } from '../../src/register/steps.js';
import type { Bodies } from '../../src/seeds/bodies.js';
import { workflowBundle } from '../../src/worker/bundle.js';
import { remind } from '../../src/worker/reminders.js';
import { sheetsWatcher } from '../../src/worker/sheets-watch.js';
import { cycleWorkflow, stepWorkflow, taskQueue } from '../../src/workflows/ids.js';
import { performanceCycle } from '../../src/workflows/index.js';
import { CONSOLE_URL, consoleParts, testInvitations } from '../client/pages/parts.js';
import { copyOf, freshUrl } from '../setup/database.js';
import { timeSkippingEnvironment } from '../setup/temporal.js';

const DAY_MS = 86_400_000;
/** In days: between two looks at what there is to do, never more, however little is due. */
const LONGEST_WAIT = 12;
/** So long after something was done, what follows from it has come; after so long who was kept from something looks again. */
const FOLLOWS_AFTER = 1;
const AGAIN_AFTER = 4;
const LONGEST_DAYS = 800;
/** A new cast comes so often: nobody remembers what has been done, and nothing is done twice. */
const CAST_MS = 30 * DAY_MS;

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
 * Plays a body's whole year once, on the time-skipping server, the real register and the cast of the rehearsal: from one thing that is due, or
 * opens, to the next.
 * @param folder of the body, for its script
 * @param looksAt hears of each page somebody has opened
 */
export async function playYear(
  ref: CycleRef,
  bodies: Bodies,
  folder: string,
  looksAt: (address: string, html: string) => void = () => undefined,
): Promise<PlayedYear> {
  const mails: OutgoingMail[] = [];
  const told: string[] = [];
  const histories = new Map<string, number>();
  const cycle = `${ref.entity}/${ref.exercise}`;

  /** What a mail program would show of the mails to an address, the latest first. */
  const letters = new Map<string, Letter[]>();
  const deliver = ({ to, html, text, sheet }: OutgoingMail): void => {
    const attachments = sheet === undefined ? [] : [{ ...sheet, mime: sheet.type }];
    letters.set(to.address, [{ html, text, attachments }, ...(letters.get(to.address) ?? [])]);
  };
  async function* lettersTo(address: string): AsyncGenerator<Letter> {
    yield* letters.get(address) ?? [];
  }

  const url = freshUrl();
  const database = await copyOf(url, `anno_${ref.space}`, async (empty) => {
    await migrate({ url: empty, schema: ref.space });
  });
  const publicDir = mkdtempSync(join(tmpdir(), 'ciclo-sito-'));
  const register = await openRegister({ url, schema: ref.space, unsaid: 'every-body' });
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
            deliver(mail);
            return { outcome: 'accepted', response: '250 OK' };
          },
          close: () => undefined,
        },
        from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
        domain: 'ccms.example',
        consoleUrl: CONSOLE_URL,
        clock: () => clock,
      },
      publicDir,
      rehearsalSeed: ref.exercise,
      log: pino({ level: 'silent' }),
      now,
    };
    // What an activity does is dated by the moment it is given to do, in the middle of a jump as at its end.
    const onTime: ActivityInterceptorsFactory = () => ({
      inbound: {
        execute: async (input, next) => {
          wall = await env.currentTimeMs();
          return await next(input);
        },
      },
    });
    const worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: taskQueue(ref.space),
      workflowBundle: await workflowBundle(),
      activities: createActivities(deps),
      interceptors: { activity: [onTime] },
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
        visit: async (address, request) => {
          const answer = await console_.app.request(address, request);
          if (answer.headers.get('content-type')?.startsWith('text/html') === true)
            looksAt(address, await answer.clone().text());
          return answer;
        },
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
      const days = workingDays(bodies.entity(ref.entity).patronSaint);
      let agenda: Agenda = new Map();
      let castSince = wall;
      while ((await handle.describe()).status.name === 'RUNNING') {
        const steps = await stepsOf(register.db, cycle);
        if (wall - clock.origin > LONGEST_DAYS * DAY_MS) {
          const open = steps.filter(({ status }) => status !== 'done');
          throw new Error(
            `on ${now()} the cycle still has ${open.map(({ id, status, trouble }) => `${id} ${status} ${trouble ?? ''}`).join(', ')}; ${told.slice(-40).join('\n')}`,
          );
        }
        const before = told.length;
        if (wall - castSince >= CAST_MS) [agenda, castSince] = [new Map(), wall];
        await turn(cast, agenda);
        await watchSheets();
        await remind(deps);
        written = await completeSite(deps, written, failed);
        await verifyPublications(deps, now(), failed);
        const next = nextLook({ agenda, steps, acted: told.length > before, now: now() });
        await env.sleep(msOfInstant(atWork(next, days)) - msOfInstant(now()));
        wall = await env.currentTimeMs();
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
    rmSync(publicDir, { recursive: true, force: true });
  };
  return { register, mails, told, histories, close };
}

/** When somebody looks again: at the next thing somebody means to do, or when the next step opens; a day from now at the earliest. */
function nextLook(look: {
  readonly agenda: Agenda;
  readonly steps: readonly StepRecord[];
  readonly acted: boolean;
  readonly now: Instant;
}): Instant {
  const { agenda, steps, acted, now } = look;
  const meant = [...agenda.values()].flatMap(({ at, done, notBefore }) => (done ? [] : (notBefore ?? at)));
  const openings = steps.flatMap(({ status, planned }) => (status === 'waiting' ? planned.opensAt : []));
  const next = [...meant, ...openings].filter((at) => at > now).sort()[0];
  const latest = later(now, acted ? FOLLOWS_AFTER : meant.some((at) => at <= now) ? AGAIN_AFTER : LONGEST_WAIT);
  const soonest = later(now, FOLLOWS_AFTER);
  if (next === undefined || next > latest) return latest;
  if (next < soonest) return soonest;
  return next;
}

/** Ten in the morning of the first working day that is not before an instant: mails of the day have left, offices and boards sit. */
function atWork(instant: Instant, days: WorkingDays): Instant {
  const ten = (day: CivilDate): Instant => romeInstant(nextWorkingDay(day, days), timeOfDay(10));
  const day = romeDate(instant);
  return ten(day) < instant ? ten(addDays(day, 1)) : ten(day);
}
