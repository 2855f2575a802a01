import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { planPath } from '../../pages/kit/paths.js';
import { firstHolder } from './people.js';
import { type CastDeps, type Outcome, report } from './planned.js';
import { signedIn } from './visiting.js';

/** Begins the plan of the year after from this year's, on its page. @param dropped what is not taken up, as the page asks for it */
export async function beginNextPlan(deps: CastDeps, dropped: string): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const next = { entity: deps.ref.entity, exercise: deps.ref.exercise + 1 };
  const { visitor, page } = await signedIn(deps, person, planPath(next, '/nuovo-anno'));
  const form = page.formTo('');
  if (form === undefined) return 'waiting';
  const begun = await visitor.send(form, { 'non-ripresi': dropped });
  return report(deps, castWords.nextPlan(next.exercise, person.name), begun);
}
