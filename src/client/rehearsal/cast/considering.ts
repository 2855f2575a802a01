import { castWords } from '../../../words/cast.js';
import { cyclePath, FEEDBACK_PATH } from '../../pages/kit/paths.js';
import { chance } from '../random.js';
import { firstNamed } from './people.js';
import { type CastDeps, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { signedIn } from './visiting.js';

const words = castWords.considering;

/** What last cycle left to think about is considered, item by item, at the step that does it. */
export function considering(deps: CastDeps, step: SeenStep): Planned {
  if (step.id !== deps.script.considerAt) return [];
  const at = within(deps, step, `${step.id}/consider`, 0.3, 0.5);
  return [[`${step.id}/consider`, { at, step: step.id, by: `${step.id}/owner`, run: () => considerAll(deps, step) }]];
}

/** Considers every item that nobody has considered. @returns `done` too where there is none, or at another step */
export async function considerAll(deps: CastDeps, step: SeenStep): Promise<Outcome> {
  if (step.id !== deps.script.considerAt) return 'done';
  const person = await firstNamed(deps, step.owners);
  if (person === undefined) return 'waiting';
  const { visitor, page } = await signedIn(deps, person, cyclePath(deps.ref, FEEDBACK_PATH));
  const open = page.forms.filter(({ address }) => new URL(address).pathname.includes(`${FEEDBACK_PATH}/`));
  for (const form of open) {
    const saved = await visitor.send(form, whatFollows(deps, form.address));
    if (saved.errors.length > 0) return report(deps, words.told(person.name, open.length), saved);
  }
  if (open.length > 0) deps.tell(words.told(person.name, open.length));
  return 'done';
}

/** Of most nothing new follows, with the reason; of some an action. */
function whatFollows({ script }: CastDeps, address: string): Readonly<Record<string, string>> {
  const item = decodeURIComponent(new URL(address).pathname.split('/').at(-1) ?? '');
  return chance(script.seed, `${item}/follows`) < 0.4
    ? { esito: words.taken, segue: 'action', quale: words.action }
    : { esito: words.left, segue: 'nothing' };
}
