import { completeReading } from '../../domain/accumulation.js';
import { err, ok } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import { candidatesOf } from '../../domain/targets/outcome.js';
import type { Accumulation } from '../../domain/targets/types.js';
import { readingWords } from '../../words/readings.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { id, oneOf, text, whole } from '../readers.js';
import { CORRECTED, correct, correctionLine } from './correcting.js';
import { aPlanVersion, isInForce, mayEdit, notReading } from './plan-version.js';
import { afterReadings, readingStanding } from './readings-in-force.js';

const words = readingWords.correcting;

/** Puts another of the readings its text may have in the place of one that was confirmed. */
export const correctReading = kept({
  verb: 'readings correct',
  path: 'correzione',
  resource: 'reading-corrections',
  scope: 'steer',
  on: aPlanVersion,
  fields: {
    indicator: id(),
    reading: whole(99),
    accumulation: optional(oneOf<Accumulation>(['accumulates', 'level'])),
    reason: optional(text()),
  },
  gives: CORRECTED,
  words: {
    title: words.save,
    does: readingWords.acts.correct,
    submit: words.save,
    fields: {
      indicator: { page: 'indicatore', argument: 'indicatore', label: readingWords.acts.indicator },
      reading: { page: 'lettura', value: 'numero', label: readingWords.acts.reading, missing: words.choose },
      accumulation: { page: 'nel-corso', option: 'along', value: 'risposta', label: readingWords.acts.accumulation },
      reason: { page: 'motivo', value: 'motivo', label: words.reason, hint: readingWords.acts.reasonInForce },
    },
    done: ({ indicator, version }, _, subject) =>
      isInForce(subject)
        ? words.corrected(indicator)
        : `${words.corrected(indicator)} ${readingWords.savedDraft(version)}`,
  },
  may: mayEdit,
  notNow: notReading,
  stands: readingStanding,
  keep: (tx, acting, { reading, accumulation, ...about }) =>
    correct(tx, acting, about, (one) => {
      const candidate = candidatesOf(one.outcome)[reading - 1];
      if (candidate === undefined) return err([{ field: 'reading', text: words.choose }]);
      const whole = completeReading(candidate.reading, accumulation, acting.subject.policy);
      if (whole === undefined)
        return err([{ field: 'accumulation', text: readingWords.accumulation.missing(one.indicator.code) }]);
      return sameValue(whole, one.reading) ? err([{ field: 'reading', text: words.refused.unchanged }]) : ok(whole);
    }),
  logs: (acting, { reason }, facts) => correctionLine(acting, reason, facts, 'readings-corrected'),
  follows: ({ register, subject }) => afterReadings(register.db, subject.cycle),
});
