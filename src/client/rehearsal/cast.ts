import { daysBetween } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { never } from '../../domain/result.js';
import { amendments } from './cast/amendment.js';
import { boardSitting } from './cast/board.js';
import { keeping } from './cast/keeping.js';
import { monitoring } from './cast/monitoring.js';
import { completion } from './cast/owner.js';
import { readingsAt } from './cast/readings.js';
import { remedies } from './cast/remedies.js';
import { spending } from './cast/spending.js';
import type { Act, CastDeps, Planned } from './cast/stage.js';
import { type SeenStep, stepsSeen } from './cast/standing.js';
import { extensions } from './cast/steering.js';

/** What people have decided to do and have not done yet. */
export type Agenda = Map<string, Act & { done: boolean; refusals: number }>;

const LOOK_MS = 100;
/** Who is refused this often lets it be. */
const MOST_REFUSALS = 5;

/**
 * Plays the people of a rehearsal: officers, preparers, secretaries, controllo di gestione. They open their mails, follow
 * the links and fill in the pages, as anybody does. They remember nothing: what has been done they read on the pages
 * before they do anything, so a rehearsal that was interrupted goes on with a new cast. An agenda only saves looking again.
 */
export function startCast(deps: CastDeps): { stop(): Promise<void>; readonly failed: Promise<never> } {
  const agenda: Agenda = new Map();
  let stopped = false;
  const playing = (async () => {
    while (!stopped) {
      await turn(deps, agenda);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await playing;
    },
    failed: playing.then(() => new Promise<never>(() => undefined)),
  };
}

/** One look at what is open, and whatever is due to be done by now. */
export async function turn(deps: CastDeps, agenda: Agenda): Promise<void> {
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
    agenda.set(key, { ...act, done: before?.done ?? false, refusals: before?.refusals ?? 0 });
  }
  const due = [...agenda.values()]
    .filter((act) => !act.done && act.at <= deps.now() && (act.step === undefined || ids.has(act.step)))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const people = [...new Set(due.map((act) => act.by))];
  await Promise.all(
    people.map(async (person) => {
      for (const act of due.filter(({ by }) => by === person)) {
        const outcome = await act.run();
        if (outcome === 'refused') act.refusals += 1;
        act.done = outcome === 'done' || act.refusals >= MOST_REFUSALS;
      }
    }),
  );
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
    await keeping(deps),
  ];
}

async function plan(deps: CastDeps, step: SeenStep, steps: readonly SeenStep[]): Promise<Planned> {
  const { decisions, amendments: amended } = deps.script;
  switch (step.kind) {
    case 'task':
      return [
        ...(step.id === deps.script.confirmTargetsAt ? readingsAt(deps, step) : []),
        ...extensions(deps, step),
        ...completion(deps, step),
      ];
    case 'approval':
      return [...extensions(deps, step), ...(await boardSitting(deps, step, decisions[step.id] ?? []))];
    case 'amendment': {
      const sittings = amended.map((a) => a.decision);
      return [...amendments(deps, step), ...(await boardSitting(deps, step, sittings))];
    }
    case 'checkpoint': {
      const ordinal = steps.filter((one) => one.kind === 'checkpoint').findIndex((one) => one.id === step.id) + 1;
      return [...readingsAt(deps, step), ...extensions(deps, step), ...(await monitoring(deps, step, ordinal))];
    }
    case 'publication':
      return [];
    default:
      return never(step.kind);
  }
}
