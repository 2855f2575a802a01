import { withTarget } from '../../domain/amend-plan.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import { withIndicator } from '../../domain/plan-edits.js';
import { listIdIn } from '../../domain/plan-outline.js';
import { err, ok } from '../../domain/result.js';
import type { Accumulation } from '../../domain/targets/types.js';
import { readAs, readIn, toReadIn } from '../../domain/to-read.js';
import { assessAgain } from '../../office/assess-again.js';
import { addConfirmedReadings } from '../../register/confirmed-readings.js';
import { stepOf } from '../../register/steps.js';
import { readingWords as words } from '../../words/readings.js';
import { type Acting, kept } from '../act.js';
import { optional } from '../field.js';
import { anyOf, each, oneOf, text, whole, yesNo } from '../readers.js';
import { aPlanVersion, isInForce, mayEdit, notReading, type PlanVersionSubject, partsFor } from './plan-version.js';
import { draftLine, saved } from './planning.js';
import { answersTo, type ReadingAnswers } from './reading-answers.js';
import { afterReadings, heldPlan, readingsStanding } from './readings-in-force.js';

/**
 * Confirms how targets are read, several together: in a draft, as its next one; of a plan in force, beside it, and what had waited
 * for them is computed. No promise of a plan in force changes: text and weight stay, so it is no amendment.
 */
export const confirmReadings = kept({
  verb: 'readings confirm',
  path: 'letture',
  resource: 'readings',
  scope: 'steer',
  on: aPlanVersion,
  fields: {
    written: yesNo(),
    indicators: anyOf(),
    choices: each(whole(99)),
    texts: each(text(1)),
    accumulations: each(oneOf<Accumulation>(['accumulates', 'level'])),
    accumulation: optional(oneOf<Accumulation>(['accumulates', 'level'])),
  },
  gives: {
    confirmed: 'whole',
    left: 'whole',
    version: 'whole',
    indicators: 'text',
    checkpoint: 'text',
    computed: 'text',
  },
  words: {
    title: words.title,
    does: words.acts.confirm,
    submit: words.save,
    fields: {
      written: { page: 'scritte', label: words.acts.written },
      indicators: { page: 's-', option: 'indicator', value: 'codice', label: words.acts.indicators },
      choices: { page: 'l-', option: 'choose', value: 'codice=numero', label: words.acts.choices },
      texts: { page: 't-', option: 'text', value: 'codice=testo', label: words.acts.texts },
      accumulations: { page: 'a-', option: 'along', value: 'codice=risposta', label: words.acts.accumulations },
      accumulation: { page: 'a-tutte', option: 'along-all', value: 'risposta', label: words.acts.accumulation },
    },
    done: ({ confirmed, left, version, computed }, _, subject) =>
      [
        ...(confirmed === 0 ? [] : [words.saved(confirmed)]),
        ...(isInForce(subject) ? [] : [words.savedDraft(version)]),
        ...(computed === '' ? [] : [words.recomputed(computed)]),
        ...(left === 0 ? [] : [words.left(left)]),
      ].join(' '),
  },
  may: mayEdit,
  notNow: notReading,
  stands: readingsStanding,
  keep: async (tx, acting, said) => {
    const { subject } = acting;
    const plan = await heldPlan(tx, subject);
    if (plan === undefined) return err([{ text: words.refused.overtaken }]);
    const parts = await partsFor(tx, acting, plan);
    const confirmed = readIn(parts, plan.exercise);
    const rewrites = !isInForce(subject);
    const answers = answersTo(toReadIn(parts, plan.exercise), said, subject.policy, { rewrites, confirmed });
    if (answers.refusals.length > 0) return err(answers.refusals);
    const n = answers.readings.length;
    if (n === 0 && answers.rewritten.length === 0) {
      if (answers.incomplete.length > 0) return err(answers.incomplete);
      const asked = said.indicators.length + said.choices.size > 0;
      return err([{ text: asked ? words.refused.unchanged : words.noChoice }]);
    }
    const codes = [...answers.readings, ...answers.rewritten].map(({ one }) => one.indicator.code);
    const facts = { confirmed: n, left: answers.incomplete.length, indicators: codes.join(', ') };
    if (rewrites) {
      const draft = await saved(tx, acting, applied(plan, answers, acting.actor.person));
      return draft.ok ? ok({ ...facts, ...draft.value, checkpoint: '', computed: '' }) : draft;
    }
    return ok({ ...facts, version: subject.version, ...(await beside(tx, acting, answers)) });
  },
  logs: (acting, { texts }, { version, indicators }) =>
    isInForce(acting.subject)
      ? {
          action: 'readings-confirmed',
          subject: `Piano versione ${version}`,
          cycle: acting.subject.cycle,
          detail: { reason: words.reason, indicators: indicators.split(', ') },
        }
      : draftLine(acting, texts.size > 0 ? 'plan-drafted' : 'targets-confirmed', version, words.reason),
  follows: ({ register, subject }, _values, { checkpoint }) => afterReadings(register.db, subject.cycle, checkpoint),
});

function applied(plan: Plan, { readings, rewritten }: ReadingAnswers, by: string): Plan {
  const read = readings.reduce((changed, { one, reading }) => readAs(changed, one, reading, by), plan);
  return rewritten.reduce((changed, { one: { list, indicator, followers }, text }) => {
    const rows = [{ list, indicator }, ...followers];
    return rows.reduce((next, row) => {
      const id = listIdIn(next, row.list.id);
      const retargeted = withTarget(row.indicator, plan.exercise, text);
      return id === undefined ? next : withIndicator(next, id, row.indicator.code, retargeted);
    }, changed);
  }, read);
}

/** Puts readings of a plan in force on record, and computes what had waited for them: all of it, or nothing. */
async function beside(
  tx: Parameters<typeof addConfirmedReadings>[0],
  { actor, at, subject: { ref, cycle } }: Acting<PlanVersionSubject>,
  { readings }: ReadingAnswers,
): Promise<{ readonly checkpoint: string; readonly computed: string }> {
  const rows = readings.flatMap(({ one, reading }) =>
    [one, ...one.followers].map(({ indicator }) => ({
      indicator: indicator.code,
      name: indicator.name,
      target: one.text,
      reading,
    })),
  );
  const { person: by, actingFor } = actor;
  const last = await addConfirmedReadings(tx, { cycle, readings: rows, by, actingFor, at });
  const indicators = new Set(rows.map(({ indicator }) => indicator));
  const checkpoint = await assessAgain(tx, ref, { at, name: `readings-${last}`, indicators });
  if (checkpoint === undefined) return { checkpoint: '', computed: '' };
  const step = await stepOf(tx, cycleId(ref), checkpoint);
  return { checkpoint, computed: step?.planned.title ?? checkpoint };
}
