import type { Config } from '../../../config.js';
import { loadBodies } from '../../../seeds/bodies.js';
import { shortPath } from '../../../seeds/locate.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { bad, type Check, good, note } from './check.js';

/** Whether the data files can be read: without them nothing starts. `ciclo check` says what is wrong in them. */
export function checkBodies({ seedsDir }: Pick<Config, 'seedsDir'>): Check {
  const folder = shortPath(seedsDir);
  const read = loadBodies(seedsDir);
  if (!read.ok) return bad(say.bodies, say.bodiesWrong(folder, read.error.length), say.checkBodies);
  const ids = read.value.entities.map((entity) => entity.id);
  return ids.length === 0
    ? note(say.bodies, say.noBodies(folder), say.initBody)
    : good(say.bodies, say.bodiesRead(folder, ids));
}
