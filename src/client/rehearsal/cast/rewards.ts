import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { AGGREGATES_PATH, cyclePath } from '../../pages/kit/paths.js';
import { firstHolder } from './people.js';
import { type CastDeps, type Outcome, report } from './planned.js';
import { signedIn } from './visiting.js';

/** Controllo di gestione publishes how rewards were given, where nobody has done so, with whatever amounts are on record by then. */
export async function publishRewards(deps: CastDeps): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const { visitor, page } = await signedIn(deps, person, cyclePath(deps.ref, AGGREGATES_PATH));
  if (page.find('section[aria-labelledby=pubblicati]').length > 0) return 'done';
  const link = page.links.find((address) => address.endsWith('/pubblica-premi'));
  const form = link === undefined ? undefined : (await visitor.open(link)).formTo('');
  if (form === undefined) return 'waiting';
  return report(deps, castWords.individual.published(person.name), await visitor.send(form, { conferma: 'si' }));
}
