import { type ConfirmedReading, computedBy } from '../../domain/confirmed-readings.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Reading } from '../../domain/targets/types.js';
import { type ReadTarget, readAs, readIn, unread } from '../../domain/to-read.js';
import { addConfirmedReadings, computedTargets } from '../../register/confirmed-readings.js';
import type { Db } from '../../register/database.js';
import { readingWords } from '../../words/readings.js';
import type { Acting, Line } from '../act.js';
import { isInForce, type PlanVersionSubject, partsFor } from './plan-version.js';
import { draftLine, saved } from './planning.js';
import { targetNamed } from './reading-answers.js';
import { heldPlan } from './readings-in-force.js';

const words = readingWords.correcting;

/** What is given of a reading that is no more the one it was. */
export const CORRECTED = { version: 'whole', indicator: 'text', indicators: 'text' } as const;

/**
 * Says otherwise how one target is read, or takes the confirmation back: in a draft, as its next one; of a plan in force, beside
 * it, as long as no checkpoint has computed it: then results rest on it, and only an amendment changes it.
 * @param wanted the reading, null for none, or what is wrong with what was asked
 */
export async function correct(
  tx: Db,
  acting: Acting<PlanVersionSubject>,
  { indicator, reason }: { readonly indicator: string; readonly reason: string | undefined },
  wanted: (one: ReadTarget) => Result<Reading | null, readonly Refusal[]>,
): Promise<Result<{ version: number; indicator: string; indicators: string }, readonly Refusal[]>> {
  const { subject, actor, at } = acting;
  const plan = await heldPlan(tx, subject);
  if (plan === undefined) return err([{ text: words.refused.overtaken }]);
  const found = targetNamed(readIn(await partsFor(tx, acting, plan), plan.exercise), indicator);
  if (!found.ok) return err([{ field: 'indicator', text: found.error }]);
  const one = found.value;
  const reasonless: readonly Refusal[] =
    isInForce(subject) && reason === undefined ? [{ field: 'reason', text: words.noReason }] : [];
  const reading = wanted(one);
  if (!reading.ok) return err([...reading.error, ...reasonless]);
  if (reasonless.length > 0) return err(reasonless);
  const rows = [one, ...one.followers];
  const { code } = one.indicator;
  const facts = { indicator: code, indicators: rows.map((row) => row.indicator.code).join(', ') };
  if (!isInForce(subject)) {
    const changed = reading.value === null ? unread(plan, one) : readAs(plan, one, reading.value, actor.person);
    const draft = await saved(tx, acting, changed);
    return draft.ok ? ok({ ...facts, ...draft.value }) : draft;
  }
  const computed = await computedTargets(tx, subject.cycle);
  if (rows.some((row) => computedBy(computed, row.indicator, plan.exercise) !== undefined))
    return err([{ field: 'reading', text: words.refused.computed }]);
  const targets = rows.map(
    (row): Omit<ConfirmedReading, 'by' | 'later'> => ({
      indicator: row.indicator.code,
      name: row.indicator.name,
      target: one.text,
      reading: reading.value,
    }),
  );
  const { person: by, actingFor } = actor;
  await addConfirmedReadings(tx, { cycle: subject.cycle, readings: targets, by, actingFor, at });
  return ok({ ...facts, version: subject.version });
}

/** Its line of the log. */
export const correctionLine = (
  acting: Acting<PlanVersionSubject>,
  reason: string | undefined,
  { version, indicators }: { readonly version: number; readonly indicators: string },
  action: 'readings-corrected' | 'readings-withdrawn',
): Line =>
  isInForce(acting.subject)
    ? {
        action,
        subject: `Piano versione ${version}`,
        cycle: acting.subject.cycle,
        detail: { reason, indicators: indicators.split(', ') },
      }
    : draftLine(acting, 'targets-corrected', version, reason ?? words.plainReason);
