import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createInvitations } from '../../../src/access/invitations.js';
import { preparing } from '../../../src/activities/prepare.js';
import { rehearsalConnections } from '../../../src/client/system/connections.js';
import type { CycleRef } from '../../../src/domain/acting.js';
import type { CivilDate, Instant } from '../../../src/domain/calendar/types.js';
import { romeInstant, timeOfDay } from '../../../src/domain/calendar/zone.js';
import { type Clock, REAL_TIME } from '../../../src/domain/clock.js';
import { openTransport } from '../../../src/mail/transport.js';
import type { Deps } from '../../../src/office/deps.js';
import { startSink } from '../../../src/platform/sink.js';
import type { Register } from '../../../src/register/database.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { bodiesOnFile } from '../../setup/bodies.js';
import { REHEARSAL_SEED, Run } from './half-run-acts.js';
import { endOf, latest, NEVER, STORIES } from './half-run-stories.js';

/** Whether somebody confirmed how the targets are read before the plan was approved. */
export type Readings = 'confirmed' | 'open';

/** Where a half-run cycle was put. */
export interface HalfRun {
  readonly ref: CycleRef;
  readonly cycle: string;
  readonly now: Instant;
  readonly mailboxDir: string;
  /** Removes the mails and everything else outside the register. */
  remove(): void;
}

/**
 * Fills an empty register with Massa-Carrara's 2016 cycle as it stands at noon of a day: the activities that workflows
 * call, in the order of the calendar, with the mails in a mailbox of their own.
 */
export async function halfRun(
  register: Register,
  today: CivilDate,
  readings: Readings = 'confirmed',
): Promise<HalfRun> {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-console-'));
  const mailboxDir = join(folder, 'posta');
  const sink = await startSink({ dir: mailboxDir });
  const transport = openTransport({ url: sink.url });
  let clock: Instant = '2015-06-01T06:00:00Z';
  const deps: Deps = {
    register,
    bodies: bodiesOnFile(),
    connections: rehearsalConnections(seedsFolder({})),
    invitations: createInvitations('a secret that only the tests of Ciclo know', 'http://127.0.0.1:8080'),
    post: {
      transport,
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: 'http://127.0.0.1:8080',
      clock: (): Clock => REAL_TIME,
    },
    publicDir: join(folder, 'sito'),
    rehearsalSeed: REHEARSAL_SEED,
    log: pino({ level: 'silent' }),
    now: () => clock,
  };
  const run = new Run(deps, { space: 'prova_1', entity: 'ccms', exercise: 2016 }, readings);
  const now = romeInstant(today, timeOfDay(12));
  try {
    const { calendar } = await preparing(deps).prepareCycle(
      { space: 'prova_1', entity: 'ccms', exercise: 2016, clock: REAL_TIME },
      clock,
    );
    const ends = new Map<string, Instant>();
    const acts = calendar.steps.flatMap((step) => {
      const story = STORIES[step.id] ?? {};
      const opens = latest([step.opensAt, ...step.after.map((id) => ends.get(id) ?? NEVER)]);
      if (opens === NEVER) return [];
      const end = endOf(step, story, opens);
      if (end !== undefined) ends.set(step.id, end);
      return run.actsOf(step, story, opens, end);
    });
    for (const act of acts.filter((a) => a.at <= now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
      clock = act.at;
      await act.run();
    }
  } finally {
    transport.close();
    await sink.stop();
  }
  return {
    ref: run.ref,
    cycle: 'ccms/2016',
    now,
    mailboxDir,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
