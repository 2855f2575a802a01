import type { Context } from 'hono';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { readDay } from '../../../domain/measured/written-date.js';
import { withOwnNotices } from '../../../domain/own-rules/notices.js';
import { cycleOf } from '../../../register/cycles.js';
import { entityOf } from '../../../register/entities.js';
import { ownRulesOf } from '../../../register/own-rules.js';
import { ownTermsOf } from '../../../register/own-terms.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { italianDay } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import type { Frame } from '../kit/frame.js';
import type { Problem } from '../kit/refusals.js';
import type { Site } from '../kit/site.js';
import {
  calendarChanges,
  type DateChange,
  earliestFor,
  type KnockOn,
  knockOns,
  type StandingStep,
  supposedExtension,
} from './supposed-dates.js';

const words = planningWords.dates;

interface Asked {
  readonly step: string;
  /** Absent while nobody has sent the form: who comes from a step's own page has only chosen the step. */
  readonly due: string | undefined;
  readonly budget: string;
}

export const askedIn = (c: Context): Asked => ({
  step: c.req.query('attivita')?.trim() ?? '',
  due: c.req.query('scadenza')?.trim(),
  budget: c.req.query('preventivo')?.trim() ?? '',
});

export interface Supposed {
  readonly problems: readonly Problem[];
  readonly changes?: readonly DateChange[];
  readonly knockOns?: readonly KnockOn[];
  /** Version of the files' template when it is not the cycle's. */
  readonly otherTemplate?: { readonly now: string; readonly cycle: string };
}

export async function suppose(
  { deps }: Site,
  frame: Frame,
  cycle: CycleName,
  steps: readonly StandingStep[],
  asked: Asked,
): Promise<Supposed> {
  if (asked.budget !== '') return supposeBudget(deps, frame, cycle, steps, asked.budget);
  if (asked.due === undefined || (asked.step === '' && asked.due === '')) return { problems: [] };
  const step = steps.find((one) => one.id === asked.step);
  const due = dateOf(asked.due, 'scadenza');
  const problems = [
    ...(step === undefined ? [{ field: 'attivita', text: words.noStep }] : []),
    ...(typeof due === 'string' ? [] : [due]),
  ];
  if (step === undefined || typeof due !== 'string') return { problems };
  if (step.status === 'done' || step.status === 'cancelled') {
    return { problems: [{ field: 'attivita', text: words.ended }] };
  }
  const earliest = earliestFor(step, frame.today);
  if (due < earliest) return { problems: [{ field: 'scadenza', text: words.early(italianDay(earliest)) }] };
  const entity = await entityOf(deps.register.db, cycle.entity);
  if (entity === undefined) throw new Error(`entity ${cycle.entity} is not in the register`);
  const rules = await ownRulesOf(deps.register.db, cycle.entity, cycle.exercise);
  const own = { ...entity, notices: withOwnNotices(entity.notices, rules) };
  const change = supposedExtension(step, due, own, frame.today);
  const moved = change.would.dueOn !== change.now.dueOn;
  return { problems, changes: moved ? [change] : [], knockOns: moved ? knockOns(steps, step, change.would.dueOn) : [] };
}

async function supposeBudget(
  deps: Site['deps'],
  frame: Frame,
  { id, entity, exercise }: CycleName,
  steps: readonly StandingStep[],
  written: string,
): Promise<Supposed> {
  const term = dateOf(written, 'preventivo');
  if (typeof term !== 'string') return { problems: [term] };
  const { db } = deps.register;
  const [terms, rules] = [await ownTermsOf(db, entity, exercise), await ownRulesOf(db, entity, exercise)];
  const [now, then] = [undefined, { term }].map((postponed) =>
    deps.calendarOf?.(entity, exercise, postponed, terms, rules),
  );
  if (now === undefined || then === undefined) return { problems: [] };
  if (!now.ok || !then.ok) {
    const [first] = then.ok ? (now.ok ? [] : now.error) : then.error;
    return { problems: [{ field: 'preventivo', text: words.refused(first?.message ?? '') }] };
  }
  const recorded = (await cycleOf(deps.register.db, id))?.calendar.templateVersion;
  const version = now.value.templateVersion;
  return {
    problems: [],
    changes: calendarChanges(now.value, then.value, steps, frame.today),
    otherTemplate: recorded === undefined || recorded === version ? undefined : { now: version, cycle: recorded },
  };
}

function dateOf(written: string, field: string): CivilDate | Problem {
  const read = readDay(written);
  if (read?.ok) return read.value;
  return { field, text: written === '' ? words.noDate : words.wrongDate(written.slice(0, 40)) };
}

/** What the page of supposed dates shows. */
export interface DatesPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly steps: readonly StandingStep[];
  readonly asked: Asked;
  readonly supposed: Supposed;
  readonly plansCalendars: boolean;
}
