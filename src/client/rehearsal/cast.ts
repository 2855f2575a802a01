import { daysBetween } from '../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { earliest } from '../../domain/clock.js';
import { never } from '../../domain/result.js';
import { type Agenda, type Entry, isDue, noteOutcome } from './cast/agenda.js';
import { amendments, drafting } from './cast/amendment.js';
import { boardSitting } from './cast/board.js';
import { considering } from './cast/considering.js';
import { hearing } from './cast/hearing.js';
import { evaluating } from './cast/individual.js';
import { keeping } from './cast/keeping.js';
import { lateChapters } from './cast/late-chapters.js';
import { monitoring } from './cast/monitoring.js';
import { atTheDesk } from './cast/oiv.js';
import { completion } from './cast/owner.js';
import type { CastDeps, Planned } from './cast/planned.js';
import { readingsAt } from './cast/readings.js';
import { recording, recordingOnDays } from './cast/recording.js';
import { remarking } from './cast/remarking.js';
import { remedies } from './cast/remedies.js';
import type { SeenStep } from './cast/seen-step.js';
import { spending } from './cast/spending.js';
import { stepsSeen } from './cast/standing.js';
import { extensions } from './cast/steering.js';
import { weeklySummary } from './cast/weekly-summary.js';
import { writing } from './cast/writing.js';

/** People at work. */
export interface Cast {
  stop(): Promise<void>;
  readonly failed: Promise<never>;
  /**
   * When the one who is longest at something began, by the calendar, or when the look at what is due did; undefined when nobody is
   * at anything.
   */
  busySince(): Instant | undefined;
}

const LOOK_MS = 200;
/** Before every calendar. */
const LONG_AGO: Instant = '1970-01-01T00:00:00Z';
/**
 * Plays the people of a rehearsal: officers, preparers, secretaries, controllo di gestione. They open their mails, follow
 * the links and fill in the pages, as anybody does. They remember nothing: what has been done they read on the pages
 * before they do anything, so a rehearsal that was interrupted goes on with a new cast. An agenda only saves looking again.
 */
export function startCast(deps: CastDeps): Cast {
  const agenda: Agenda = new Map();
  const busy = new Map<string, Promise<void>>();
  const began = new Map<string, Instant>();
  // Until a first look is over nobody knows what they have to do.
  let looking: Instant | undefined = LONG_AGO;
  let stopped = false;
  let failure: { readonly cause: unknown } | undefined;
  const playing = (async () => {
    while (!stopped && failure === undefined) {
      // Who is long at something keeps nobody else from their own.
      looking ??= deps.now();
      const due = await whatIsDue(deps, agenda);
      looking = undefined;
      for (const [person, acts] of due) {
        if (busy.has(person)) continue;
        const doing = inTurn(deps, acts)
          .catch((cause: unknown) => {
            failure = { cause };
          })
          .finally(() => {
            busy.delete(person);
            began.delete(person);
          });
        busy.set(person, doing);
        began.set(person, deps.now());
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    await Promise.all(busy.values());
    if (failure !== undefined) throw failure.cause;
  })();
  return {
    stop: async () => {
      stopped = true;
      await playing;
    },
    busySince: () => earliest(looking, ...began.values()),
    failed: playing.then(() => new Promise<never>(() => undefined)),
  };
}

/** One look at what is open, and whatever is due to be done by now. */
export async function turn(deps: CastDeps, agenda: Agenda): Promise<void> {
  await Promise.all([...(await whatIsDue(deps, agenda)).values()].map((acts) => inTurn(deps, acts)));
}

/** What one person does, one thing after the other. */
async function inTurn({ now }: CastDeps, acts: readonly Entry[]): Promise<void> {
  for (const act of acts) noteOutcome(act, await act.run(), now());
}

/** What is due by now by person, the earliest first, after a look at what stands. */
async function whatIsDue(deps: CastDeps, agenda: Agenda): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const steps = await stepsSeen(deps);
  const open = steps.filter((s) => s.status === 'open' || s.status === 'late');
  const ids = new Set(open.map((s) => s.id));
  // A step that opens again is a new one to whoever has something to do there.
  for (const [key, { step }] of agenda) if (step !== undefined && !ids.has(step)) agenda.delete(key);
  const planned = await Promise.all([
    ...open.map((step) => plan(deps, step, steps)),
    ...(await ofTheDay(deps, agenda, steps)),
  ]);
  for (const [key, act] of planned.flat()) {
    const before = agenda.get(key);
    // Entries stay the same objects: who is at one marks it done.
    if (before === undefined) agenda.set(key, { ...act, done: false, refusals: 0 });
    else Object.assign(before, act);
  }
  const due = [...agenda.values()]
    .filter((act) => isDue(act, deps.now()) && (act.step === undefined || ids.has(act.step)))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const people = [...new Set(due.map(({ by }) => by))];
  return new Map(people.map((person) => [person, due.filter(({ by }) => by === person)]));
}

/** Calendar day on which an agenda was last filled with what belongs to no open step. */
const filledOn = new WeakMap<Agenda, CivilDate>();
/** What belongs to no open step is days ahead: looking so often, in days, is enough. */
const LOOK_DAYS = 3;
/** For so long after a checkpoint people do what follows from it, however often they are kept from it. */
const AFTERMATH_DAYS = 120;

async function ofTheDay(deps: CastDeps, agenda: Agenda, steps: readonly SeenStep[]): Promise<readonly Planned[]> {
  const today = romeDate(deps.now());
  const before = filledOn.get(agenda);
  if (before !== undefined && daysBetween(before, today) < LOOK_DAYS) return [];
  filledOn.set(agenda, today);
  const ended = steps.filter(
    ({ status, completedOn }) =>
      status === 'done' && completedOn !== undefined && daysBetween(completedOn, today) < AFTERMATH_DAYS,
  );
  return [
    ...(await Promise.all(ended.map((step) => remedies(deps, step)))),
    ended.flatMap((step) => spending(deps, step)),
    ended.flatMap((step) => weeklySummary(deps, step)),
    await keeping(deps),
    await evaluating(deps, steps),
    recordingOnDays(deps),
  ];
}

async function plan(deps: CastDeps, step: SeenStep, steps: readonly SeenStep[]): Promise<Planned> {
  const { decisions, amendments: amended } = deps.script;
  switch (step.kind) {
    case 'task':
      return [
        ...(step.id === deps.script.confirmTargetsAt ? readingsAt(deps, step) : []),
        ...drafting(deps, step),
        ...extensions(deps, step),
        ...writing(deps, step),
        ...lateChapters(deps, step),
        ...remarking(deps, step),
        ...hearing(deps, step),
        ...recording(deps, step),
        ...considering(deps, step),
        ...completion(deps, step),
      ];
    case 'approval':
      return [
        ...extensions(deps, step),
        ...(await atTheDesk(deps, step)),
        ...(await boardSitting(deps, step, decisions[step.id] ?? [])),
      ];
    case 'amendment': {
      const sittings = amended.map((a) => a.decision);
      return [...amendments(deps, step), ...(await boardSitting(deps, step, sittings))];
    }
    case 'checkpoint': {
      const ordinal = steps.filter((one) => one.kind === 'checkpoint').findIndex((one) => one.id === step.id) + 1;
      return [
        ...readingsAt(deps, step),
        ...extensions(deps, step),
        ...recording(deps, step),
        ...(await monitoring(deps, step, ordinal)),
      ];
    }
    case 'publication':
      return [];
    default:
      return never(step.kind);
  }
}
