import type { Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { MissingSection } from '../../domain/drafting/section.js';
import type { TroubleOf } from '../../domain/trouble.js';
import { draftStanding } from '../../register/drafting-standing.js';
import { stepsToTransmit } from '../../register/trouble-facts.js';
import type { Deps } from '../deps.js';
import { sectionsNotReady } from './transmit.js';

type Incomplete = Omit<TroubleOf<'sections-missing'>, 'kind'>;

/**
 * The documents that should be with their boards by now and are not complete, with what each lacks.
 * @param failed hears of each that could not be looked at, by its step (`ccms/2016/piano-approvazione`): the others are
 */
export async function incompleteDrafts(
  office: Pick<Deps, 'register' | 'bodies'>,
  now: Instant,
  failed: (step: string, cause: unknown) => void,
): Promise<readonly Incomplete[]> {
  const { db, schema } = office.register;
  const found: Incomplete[] = [];
  for (const { cycle, entity, exercise, planned } of await stepsToTransmit(db, romeDate(now))) {
    const { id, title, document } = planned;
    if (document === undefined || (await draftStanding(db, { cycle, document })).phase !== 'writing') continue;
    const missing = await sectionsNotReady(office, { space: schema, entity, exercise }, planned).catch((cause) => {
      failed(`${cycle}/${id}`, cause);
      return [];
    });
    if (missing.length > 0) found.push({ entity, exercise, step: id, title, document, sections: missing.map(named) });
  }
  return found;
}

const named = ({ title, needs }: MissingSection): string =>
  needs === undefined ? title : `${title}: mancano ${needs}`;
