import { yearOf } from '../../domain/calendar/civil-date.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { EARLIER, earlierKey, earlierSteps } from '../../register/earlier-steps.js';
import { dropEnclosures } from '../../register/enclosures.js';
import { kept, type Option, type Place } from '../act.js';
import { stepOptions, titleIn } from '../calendar/terms.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { oneOf, year } from '../readers.js';
import { aBody } from '../subject.js';
import { begunAlready, earlierWords } from './earlier.js';

/** Takes back that a step was done before Ciclo, while its cycle has not begun. */
export const withdrawEarlier = kept({
  verb: 'withdraw-earlier',
  path: 'prima-di-ciclo-ritiro',
  resource: 'earlier-step-withdrawals',
  scope: 'steer',
  on: aBody,
  readsFiles: true,
  fields: { exercise: year(), step: oneOf(), ...orderFields },
  gives: { title: 'text' },
  words: {
    title: 'Ritira un’attività fatta prima di Ciclo',
    does: 'Ritira la registrazione di un’attività come fatta prima di Ciclo',
    submit: 'Ritira',
    fields: { ...earlierWords, ...orderWords('Motivo del ritiro') },
    done: ({ title }) => `«${title}» non è più tra le attività fatte prima di Ciclo.`,
  },
  may: steering,
  starts: ({ today }) => ({ exercise: String(yearOf(today)) }),
  offers: { step: recordedOptions },
  ready: async (acting) => ok(await stepOptions(acting)),
  keep: async (tx, { subject }, { exercise, step }, steps) => {
    const begun = await begunAlready(tx, subject, exercise);
    if (begun.length > 0) return err(begun);
    const cycle = cycleId({ entity: subject, exercise });
    const title = titleIn(steps, step);
    if (!(await earlierSteps(tx, cycle)).some((one) => one.step === step)) {
      const text = `«${title}» non è tra le attività registrate come fatte prima di Ciclo nel ${exercise}`;
      return err([{ field: 'step', text }]);
    }
    await dropEnclosures(tx, earlierKey(cycle, step));
    return ok({ title });
  },
  logs: ({ subject }, { exercise, step, ...order }, { title }) => ({
    action: EARLIER.withdrawn,
    subject: title,
    cycle: cycleId({ entity: subject, exercise }),
    step,
    detail: { reason: ordered(order) },
  }),
});

/** What was recorded of the cycles that may still begin, also a step the calendar does not have any more; and those it has. */
async function recordedOptions(place: Place<string>): Promise<readonly Option[]> {
  const { register, subject, today } = place;
  const steps = await stepOptions(place);
  const years = [-1, 0, 1, 2].map((after) => yearOf(today) + after);
  const recorded = await Promise.all(
    years.map((exercise) => earlierSteps(register.db, cycleId({ entity: subject, exercise }))),
  );
  const stray = recorded.flat().filter(({ step }) => !steps.some(({ value }) => value === step));
  return [...steps, ...[...new Set(stray.map(({ step }) => step))].map((step) => ({ value: step, title: step }))];
}
