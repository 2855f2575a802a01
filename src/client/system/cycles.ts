import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type WorkflowHandle } from '@temporalio/client';
import { REAL_TIME } from '../../domain/clock.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Launch, LauncherInput } from '../../domain/cycle-input.js';
import { oneLineOf } from '../../domain/refusal.js';
import { LAUNCH_SPREAD_S } from '../../domain/troubles-of.js';
import { Failure } from '../../platform/errors.js';
import { nobodyAnswers, refusalsIn } from '../../worker/awaited-acts.js';
import { attemptsOf } from '../../worker/temporal-look.js';
import * as ids from '../../workflows/ids.js';
import { launchCycle } from '../../workflows/launcher.js';

/** Which cycle is to begin, and by which clock. */
type Starting = LauncherInput & { readonly exercise: number };

/** How long whoever starts a cycle at a terminal waits, in wall milliseconds, and what is said meanwhile. */
interface Waiting {
  /** Between two looks at what keeps it waiting. */
  readonly lookMs: number;
  readonly patienceMs: number;
  /** Hears what keeps it waiting, whenever that is another: what the last try failed with, undefined while nobody takes it. */
  heldBy(failure: string | undefined): void;
}

/** For as long as it takes, for who has a worker of its own at hand. */
const UNHURRIED: Waiting = { lookMs: 60_000, patienceMs: Number.POSITIVE_INFINITY, heldBy: () => undefined };

/**
 * Starts one cycle now, whatever the day; one that broke down goes on from where it stood.
 * @returns `asked` when it has not begun by the end of the patience: it goes on being tried
 * @throws Failure with what the activity that plans it refused it for
 */
export async function startCycle(
  client: Client,
  input: Starting,
  { lookMs, patienceMs, heldBy }: Waiting = UNHURRIED,
): Promise<Launch | 'asked'> {
  const within = launching(client, input);
  const until = Date.now() + patienceMs;
  const heard = new Set<string | undefined>();
  try {
    for (;;) {
      const look = Math.min(Date.now() + lookMs, until);
      const launch = await within(look - Date.now());
      if (launch !== 'asked') return launch;
      const failure = await heldOf(client, input);
      if (!heard.has(failure)) heldBy(failure);
      heard.add(failure);
      // A server that is not there says so at once.
      await sleep(Math.max(0, look - Date.now()));
      if (Date.now() >= until) return 'asked';
    }
  } catch (cause) {
    const refusals = refusalsIn(cause);
    throw refusals === undefined ? cause : new Failure(1, `${oneLineOf(refusals)}.`);
  }
}

/**
 * The same, for whoever waits on a page.
 * @param patienceMs wall milliseconds
 * @returns `asked` when nobody has answered by then: it begins when somebody does
 */
export const askForCycle = (client: Client, input: Starting, patienceMs: number): Promise<Launch | 'asked'> =>
  launching(client, input)(patienceMs);

/** One launch, which may be waited for again and again. Whoever asks while it is under way is answered what the first is. */
function launching(client: Client, input: Starting): (patienceMs: number) => Promise<Launch | 'asked'> {
  let asked: WorkflowHandle<typeof launchCycle> | undefined;
  return async (patienceMs) => {
    try {
      return await client.withDeadline(Date.now() + patienceMs, async () => {
        asked ??= await client.workflow.start(launchCycle, {
          workflowId: `${input.space}/${launchName(input)}`,
          workflowIdConflictPolicy: 'USE_EXISTING',
          taskQueue: ids.taskQueue(input.space),
          args: [input],
        });
        return await asked.result();
      });
    } catch (cause) {
      if (nobodyAnswers(cause)) return 'asked';
      throw cause;
    }
  };
}

const launchName = (input: Starting): string => `${cycleId(input)}/avvio`;

/** What the last try of a launch failed with; undefined where nobody has tried, or nobody says. */
async function heldOf(client: Client, input: Starting): Promise<string | undefined> {
  try {
    const [launch] = await attemptsOf({ client, space: input.space }, [launchName(input)]);
    const [activity] = launch?.activities ?? [];
    return (launch?.task ?? activity)?.failure || undefined;
  } catch (cause) {
    if (nobodyAnswers(cause)) return undefined;
    throw cause;
  }
}

/**
 * The entity's yearly Schedule: on 1 June within half an hour of 8 in Italy, not all bodies at once, the cycle of the next
 * exercise starts. One already there becomes as it is here, and stays paused if it was.
 * Missed because everything was down, it is made up for within a month.
 */
export async function ensureSchedule(client: Client, space: string, entity: string): Promise<void> {
  const scheduleId = ids.scheduleId(space, entity);
  const wanted = yearlyStart(space, entity);
  try {
    await client.schedule.create({ scheduleId, ...wanted });
  } catch (cause) {
    if (!(cause instanceof ScheduleAlreadyRunning)) throw cause;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...wanted, state }));
  }
}

const yearlyStart = (space: string, entity: string) => ({
  spec: {
    calendars: [{ month: 'JUNE' as const, dayOfMonth: 1, hour: 8 }],
    timezone: 'Europe/Rome',
    jitter: LAUNCH_SPREAD_S * 1_000,
  },
  action: {
    type: 'startWorkflow' as const,
    workflowType: launchCycle,
    workflowId: `${space}/${entity}/avvio`,
    taskQueue: ids.taskQueue(space),
    args: [{ space, entity, clock: REAL_TIME }] as [LauncherInput],
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '30 days' as const },
});
