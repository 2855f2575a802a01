import type { Config } from '../../../config.js';
import { listCycles } from '../../../register/cycles.js';
import { openRegister } from '../../../register/database.js';
import { listRegisters } from '../../../register/migrate.js';
import { PRODUCTION_SCHEMA } from '../../../register/names.js';
import { readingsWaiting } from '../../../register/reading/readings-waiting.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { italianPercent } from '../../../words/format.js';
import { type Check, good, note } from './check.js';
import { ownRunUrl } from './database.js';

/** The readings that wait, a line for each cycle: nothing is computed of what they are of. None where the register does not answer. */
export async function checkReadings(config: Config): Promise<readonly Check[]> {
  const url = config.databaseUrl ?? ownRunUrl(config);
  // That it does not answer, or is of another version, its own check tells.
  const known = url === undefined ? [] : await listRegisters(url).catch(() => []);
  if (url === undefined || !known.includes(PRODUCTION_SCHEMA)) return [];
  const place = { url, schema: PRODUCTION_SCHEMA, connections: 1, unsaid: 'every-body' as const };
  const register = await openRegister(place).catch(() => undefined);
  if (register === undefined) return [];
  try {
    const checks: Check[] = [];
    for (const cycle of await listCycles(register.db)) {
      const waiting = await readingsWaiting(register.db, cycle);
      if (waiting === undefined) continue;
      const { count, share, inForce } = waiting;
      const { entity, exercise } = cycle;
      const said = share === undefined ? undefined : italianPercent(share);
      checks.push(
        note(
          say.readings,
          say.readingsWait(entity, exercise, count, said, inForce),
          say.confirmReadings(entity, exercise),
        ),
      );
    }
    return checks.length === 0 ? [good(say.readings, say.noReadings)] : checks;
  } finally {
    await register.close();
  }
}
