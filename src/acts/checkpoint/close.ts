import { officeRole } from '../../domain/entity.js';
import { closingPreview } from '../../office/closing-preview.js';
import { missingIndicators } from '../../register/measurements.js';
import { directoryOf } from '../../register/reading/directory-of.js';
import { groupBy } from '../../register/reading/group.js';
import { steeringWords } from '../../words/steering.js';
import { type CheckedFact, type Place, sent } from '../act.js';
import { answered } from '../answered.js';
import { ordered, orderFields, orderWords, steering } from '../parts.js';
import { aCheckpoint, type StepSubject } from '../subject.js';

const words = steeringWords.closing.check;

/** Ends a checkpoint's collection, with values missing too. */
export const close = sent({
  verb: 'close',
  path: 'chiusura',
  resource: 'closings',
  scope: 'steer',
  on: aCheckpoint,
  fields: orderFields,
  gives: {},
  words: {
    title: 'Chiudi il monitoraggio',
    does: 'Chiude un monitoraggio con i valori che mancano',
    submit: 'Chiudi il monitoraggio',
    fields: orderWords('Motivo della chiusura'),
    done: () => 'Chiusura registrata: il grado di realizzazione si calcola adesso.',
  },
  may: steering,
  checks: { lead: words.lead, submit: words.submit, shows: leaves },
  notNow: ({ step }) =>
    step.status === 'open' || step.status === 'late' ? undefined : 'Il monitoraggio non è aperto alla raccolta.',
  send: async ({ actions, actor, key, subject: { ref, step } }, order) =>
    answered(await actions.closeCheckpoint(ref, step.id, ordered(order), actor, key), () => ({})),
});

/** What it would leave: how much of the weight the results would stand on, and whose values are missing. */
async function leaves({ register: { db }, entity, today, at, subject }: Place<StepSubject>): Promise<CheckedFact[]> {
  const { ref, step } = subject;
  const [missing, directory, { coverage, achievement }] = await Promise.all([
    missingIndicators(db, { cycle: step.cycle, checkpoint: step.id }),
    directoryOf(db, entity, today),
    closingPreview(db, ref, step, at),
  ]);
  const byOffice = groupBy(missing, ({ office }) => officeRole(office));
  return [
    { label: words.step, value: step.planned.title },
    { label: words.coverage, value: words.coverageOf(coverage, achievement) },
    {
      label: words.missing,
      value:
        missing.length === 0
          ? words.nothing
          : [...byOffice].flatMap(([office, ones]) =>
              directory.parties([office]).map(({ title, people }) =>
                words.ofOffice(
                  title,
                  people.map(({ name }) => name),
                  ones.length,
                ),
              ),
            ),
    },
  ];
}
