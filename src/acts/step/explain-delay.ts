import { ok } from '../../domain/result.js';
import { writeDelayNotice } from '../../office/delay.js';
import { addDelayReason } from '../../register/delays.js';
import { delayWords } from '../../words/delay.js';
import { kept } from '../act.js';
import { text } from '../readers.js';
import { aStep, type StepSubject } from '../subject.js';

/** Who answers for a step: its owners, and who records its board's decisions. */
const answering = ({ step: { planned } }: StepSubject): readonly string[] =>
  planned.recorder === undefined ? planned.owners : [...planned.owners, planned.recorder];

/** Says why a step is late; where its term is the law's, a new version of the notice of delay carries it. */
export const explainDelay = kept({
  verb: 'explain-delay',
  path: 'ritardo',
  resource: 'delay-reasons',
  scope: 'act',
  on: aStep,
  fields: { reason: text(3) },
  gives: {},
  words: {
    title: delayWords.title,
    does: 'Aggiunge un motivo al ritardo di un’attività',
    submit: delayWords.add,
    fields: {
      reason: { page: 'motivo', value: 'motivo', label: delayWords.reason, missing: delayWords.reasonMissing },
    },
    done: () => delayWords.added,
  },
  may: answering,
  notNow: ({ step: { status } }) =>
    status === 'open' || status === 'late' || status === 'waiting' ? undefined : 'L’attività non è in corso.',
  keep: async (tx, { subject: { step }, actor: { person, actingFor }, at, key }, { reason }) => {
    await addDelayReason(tx, { cycle: step.cycle, run: step.run, step: step.id, key, person, actingFor, reason, at });
    return ok({});
  },
  logs: ({ subject: { step } }, { reason }) => ({
    action: 'delay-reason-added',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { reason },
  }),
  follows: async ({ register, subject: { step }, at, key }) => {
    if (step.planned.norm.force === 'law')
      await writeDelayNotice(register.db, { cycle: step.cycle, step: step.id }, at, key);
  },
});
