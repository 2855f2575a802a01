import { listCycles } from '../../../register/cycles.js';
import { openRegister } from '../../../register/database.js';
import { PRODUCTION_SCHEMA } from '../../../register/names.js';
import { readingsWaiting } from '../../../register/reading/readings-waiting.js';
import { seeing, seeingEveryBody } from '../../../register/sight.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { italianPercent } from '../../../words/format.js';
import { type Check, good, note } from './check.js';

/**
 * The readings that wait, a line for each cycle: what they are of is not computed.
 * @param url of a database whose register is of this version
 */
export async function checkReadings(url: string): Promise<readonly Check[]> {
  const register = await openRegister({ url, schema: PRODUCTION_SCHEMA, connections: 1 });
  try {
    const checks: Check[] = [];
    for (const cycle of await seeingEveryBody(() => listCycles(register.db))) {
      const waiting = await seeing(cycle.entity, () => readingsWaiting(register.db, cycle));
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
