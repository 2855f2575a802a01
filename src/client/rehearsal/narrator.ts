import { type CycleRef, SYSTEM } from '../../domain/acting.js';
import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Register } from '../../register/database.js';
import { logAfter } from '../../register/log.js';
import { countNotices } from '../../register/notices.js';
import { directoryOf } from '../../register/reading/directory-of.js';
import { stepsOf } from '../../register/steps.js';
import type { RehearsalEvent } from './rehearsal-event.js';

interface NarratorDeps {
  readonly ref: CycleRef;
  readonly register: Register;
  /** Titles of the phases by id. */
  readonly phases: ReadonlyMap<string, string>;
  /** Id of the log's entry after which to begin; 0 for the whole story. */
  readonly since: number;
  now(): Instant;
  tell(event: RehearsalEvent): void;
}

/** Tells what goes on, from the register's log: calendar date, phase, step, mails, what is late. */
export function startNarrator(deps: NarratorDeps): { stop(): Promise<void> } {
  const { register, ref, tell, phases, since } = deps;
  const cycle = cycleId(ref);
  let stopped = false;
  let last = since;
  let turns = 0;
  const telling = (async () => {
    const titles = new Map<string, string>();
    for (; !stopped; turns++) {
      await tellNews(titles);
      if (turns % 40 === 39) await tellState();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await tellNews(titles);
  })();
  return {
    stop: async () => {
      stopped = true;
      await telling;
    },
  };

  async function tellNews(titles: Map<string, string>): Promise<void> {
    const news = await logAfter(register.db, cycle, last);
    if (news.length === 0) return;
    const directory = await directoryOf(register.db, ref.entity, romeDate(deps.now()));
    if (titles.size === 0) for (const s of await stepsOf(register.db, cycle)) titles.set(s.id, s.planned.title);
    for (const { id, at, step, action, subject, actor, detail } of news) {
      last = id;
      const title = step === null ? undefined : titles.get(step);
      tell({
        event: 'logged',
        on: romeDate(at),
        action,
        subject: subject === step ? (title ?? subject) : directory.named(subject),
        step: step ?? undefined,
        title,
        actor,
        who: actor === SYSTEM ? undefined : directory.person(actor),
        detail,
      });
    }
  }

  async function tellState(): Promise<void> {
    const steps = await stepsOf(register.db, cycle);
    const open = steps.filter((s) => s.status === 'open' || s.status === 'late');
    const late = open.filter((s) => s.status === 'late');
    const { states } = await countNotices(register.db, { cycle });
    const phase = phases.get(open.at(-1)?.planned.phase ?? '');
    tell({
      event: 'state',
      on: romeDate(deps.now()),
      phase,
      open: open.map((s) => s.id),
      late: late.map((s) => ({ step: s.id, title: s.planned.title })),
      mailsSent: states.sent,
    });
  }
}
