import type { AnyAct } from '../../../acts/act.js';
import type { Asked } from '../../../acts/carry-out.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { Failure } from '../../../platform/errors.js';
import { PRODUCTION_SCHEMA } from '../../../register/names.js';
import { meant } from '../../../words/meant.js';
import type { AtWork } from '../../system/with-actions.js';
import { requireCycle, requirePerson } from './acting.js';

interface Meant {
  readonly entity: string;
  readonly year?: number;
  readonly within?: string | undefined;
  readonly name: string | undefined;
  readonly person: string;
}

/**
 * What an act of the command line is done to, and who does it.
 * @param mails what acts that read the body's files find them with
 * @throws Failure naming what is not there, with what was perhaps meant
 */
export async function askedAt(
  { register, actions, now }: AtWork,
  one: AnyAct,
  { entity, year, within, name, person }: Meant,
  mails: Asked<unknown>['mails'],
): Promise<Omit<Asked<unknown>, 'key'>> {
  if (year !== undefined) await requireCycle(register, entity, year);
  await requirePerson(register.db, entity, person);
  const at = { entity, exercise: year, within };
  const subject: unknown = await one.on.find(register, { ...at, name: name ?? '' });
  if (subject === undefined)
    throw new Failure(1, `${one.on.unknown(name ?? '')}${meant(name ?? '', await one.on.names(register, at))}`);
  const moment = now();
  const simulated = register.schema !== PRODUCTION_SCHEMA;
  return { register, actions, mails, entity, subject, person, today: romeDate(moment), at: moment, simulated };
}
