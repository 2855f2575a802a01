import { personById } from '../../../register/people.js';
import type { StepRecord } from '../../../register/steps.js';
import { castWords } from '../../../words/cast.js';
import { mailWords } from '../../../words/mail.js';
import { textField } from '../../console/duties/officer/proposals.js';
import { chance } from '../random.js';
import { openDuty } from './door.js';
import { type CastDeps, later, type Outcome, type Planned, report } from './stage.js';

const words = castWords.keeping;

/** After a checkpoint, who was written to about results far from their target says what they will do about them. */
export async function remedies(deps: CastDeps, step: StepRecord): Promise<Planned> {
  if (step.planned.kind !== 'checkpoint' || step.completedAt === null || deps.mailsOf === undefined) return [];
  const asked = await deps.register.db
    .selectFrom('notices')
    .select('person')
    .where('cycle', '=', step.cycle)
    .where('step', '=', step.id)
    .where('kind', '=', 'corrective-action')
    .where('state', '=', 'sent')
    .execute();
  return asked.map(({ person }) => {
    const key = `${step.id}/${step.run}/${person}/remedies`;
    const days = 1 + Math.round(chance(deps.script.seed, key) * 6);
    return [
      key,
      { at: later(step.completedAt ?? deps.now(), days), by: person, run: () => propose(deps, step, person) },
    ];
  });
}

async function propose(deps: CastDeps, step: StepRecord, id: string): Promise<Outcome> {
  const person = await personById(deps.register.db, deps.ref.entity, id);
  if (person === undefined) return 'done';
  const visited = await openDuty(deps, person, step, mailWords.correctiveAction.button);
  if (visited === undefined) return 'waiting';
  const form = visited.page.formTo('/azioni');
  // A result that was put right meanwhile asks for nothing.
  if (form === undefined) return 'done';
  const blank = [...form.fields.values()].filter(
    ({ name, values }) => name.startsWith(textField('')) && values.every((value) => value.trim() === ''),
  );
  if (blank.length === 0) return 'done';
  const saved = await visited.visitor.send(form, Object.fromEntries(blank.map(({ name }) => [name, words.remedy])));
  return report(deps, words.proposed(person.name, blank.length, step.planned.title) + visited.aside, saved);
}
