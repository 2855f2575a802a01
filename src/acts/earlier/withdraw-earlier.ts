import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { EARLIER, earlierSteps } from '../../register/earlier-steps.js';
import { kept } from '../act.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { line, year } from '../readers.js';
import { aBody } from '../subject.js';
import { begunAlready, earlierWords } from './earlier.js';

/** Takes back that a step was done before Ciclo, while its cycle has not begun. */
export const withdrawEarlier = kept({
  verb: 'withdraw-earlier',
  path: 'prima-di-ciclo-ritiro',
  resource: 'earlier-step-withdrawals',
  scope: 'steer',
  on: aBody,
  fields: { exercise: year(), step: line(), ...orderFields },
  gives: {},
  words: {
    title: 'Ritira un’attività fatta prima di Ciclo',
    does: 'Ritira la registrazione di un’attività come fatta prima di Ciclo',
    submit: 'Ritira',
    fields: { ...earlierWords, ...orderWords('Motivo del ritiro') },
    done: (_, { step }) => `«${step}» non è più tra le attività fatte prima di Ciclo.`,
  },
  may: steering,
  keep: async (tx, { subject }, { exercise, step }) => {
    const begun = await begunAlready(tx, subject, exercise);
    if (begun.length > 0) return err(begun);
    const there = await earlierSteps(tx, cycleId({ entity: subject, exercise }));
    return there.some((one) => one.step === step)
      ? ok({})
      : err([
          {
            field: 'step',
            text: `«${step}» non è tra le attività registrate come fatte prima di Ciclo nel ${exercise}`,
          },
        ]);
  },
  logs: ({ subject }, { exercise, step, ...order }) => ({
    action: EARLIER.withdrawn,
    subject: step,
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: { reason: ordered(order) },
  }),
});
