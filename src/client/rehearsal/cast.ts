import type { CivilDate } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { never } from '../../domain/result.js';
import { type StepRecord, stepsOf } from '../../register/steps.js';
import { amendments } from './cast/amendment.js';
import { boardSitting } from './cast/board.js';
import { keeping } from './cast/keeping.js';
import { monitoring } from './cast/monitoring.js';
import { completion } from './cast/owner.js';
import { readingsAt } from './cast/readings.js';
import { remedies } from './cast/remedies.js';
import { spending } from './cast/spending.js';
import { type Act, type CastDeps, idOf, type Planned } from './cast/stage.js';
import { extensions } from './cast/steering.js';

/** What people have decided to do and have not done yet. */
export type Agenda = Map<string, Act & { done: boolean; refusals: number }>;

const LOOK_MS = 100;
/** Who is refused this often lets it be. */
const MOST_REFUSALS = 5;

/**
 * Plays the people of a rehearsal: officers, preparers, secretaries, controllo di gestione. They open their mails, follow
 * the links and fill in the pages, as anybody does. What they have before them they learn from the register, so a
 * rehearsal that was interrupted goes on with a new cast.
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
  const steps = await stepsOf(deps.register.db, idOf(deps.ref));
  const open = steps.filter((s) => s.status === 'open' || s.status === 'late');
  const planned = await Promise.all([
    ...open.map((step) => plan(deps, step)),
    ...(await ofTheDay(deps, agenda, steps)),
  ]);
  for (const [key, act] of planned.flat()) {
    if (!agenda.has(key)) agenda.set(key, { ...act, done: false, refusals: 0 });
  }
  const ids = new Set(open.map((s) => s.id));
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

/** What belongs to no open step is days ahead: looking once a day is enough. */
async function ofTheDay(deps: CastDeps, agenda: Agenda, steps: readonly StepRecord[]): Promise<readonly Planned[]> {
  const today = romeDate(deps.now());
  if (filledOn.get(agenda) === today) return [];
  filledOn.set(agenda, today);
  const ended = steps.filter((s) => s.status === 'done');
  return [
    ...(await Promise.all(ended.map((step) => remedies(deps, step)))),
    ended.flatMap((step) => spending(deps, step)),
    await keeping(deps),
  ];
}

async function plan(deps: CastDeps, step: StepRecord): Promise<Planned> {
  const { decisions, amendments: amended } = deps.script;
  switch (step.planned.kind) {
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
    case 'checkpoint':
      return [...readingsAt(deps, step), ...extensions(deps, step), ...(await monitoring(deps, step))];
    case 'publication':
      return [];
    default:
      return never(step.planned.kind);
  }
}
