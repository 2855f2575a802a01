import { ok } from '../../domain/result.js';
import { readingWords } from '../../words/readings.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { id, text } from '../readers.js';
import { CORRECTED, correct, correctionLine } from './correcting.js';
import { aPlanVersion, isInForce, mayEdit, notReading } from './plan-version.js';
import { afterReadings, readingStanding } from './readings-in-force.js';

const words = readingWords.correcting;

/** Takes the confirmation of a reading back: the target waits for one again. */
export const withdrawReading = kept({
  verb: 'readings withdraw',
  path: 'ritiro-lettura',
  resource: 'reading-withdrawals',
  scope: 'steer',
  on: aPlanVersion,
  fields: { indicator: id(), reason: optional(text()) },
  gives: CORRECTED,
  words: {
    title: words.withdraw,
    does: readingWords.acts.withdraw,
    submit: words.save,
    fields: {
      indicator: { page: 'indicatore', argument: 'indicatore', label: readingWords.acts.indicator },
      reason: { page: 'motivo', value: 'motivo', label: words.reason, hint: readingWords.acts.reasonInForce },
    },
    done: ({ indicator, version }, _, subject) =>
      isInForce(subject)
        ? words.withdrawn(indicator)
        : `${words.withdrawn(indicator)} ${readingWords.savedDraft(version)}`,
  },
  may: mayEdit,
  notNow: notReading,
  stands: readingStanding,
  keep: (tx, acting, about) => correct(tx, acting, about, () => ok(null)),
  logs: (acting, { reason }, facts) => correctionLine(acting, reason, facts, 'readings-withdrawn'),
  follows: ({ register, subject }) => afterReadings(register.db, subject.cycle),
});
