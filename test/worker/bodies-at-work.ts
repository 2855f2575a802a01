import { saveBody } from '../../src/register/body.js';
import { saveCycle, setCycleStatus } from '../../src/register/cycles.js';
import type { Db } from '../../src/register/database.js';
import { saveEntity } from '../../src/register/entities.js';
import { saveSteps } from '../../src/register/steps.js';
import { bodiesOnFile } from '../setup/bodies.js';

/** So many bodies like Massa-Carrara, each with its 2016 running: `ente-0`, `ente-1`, … */
export async function bodiesAtWork(db: Db, count: number): Promise<void> {
  const bodies = bodiesOnFile();
  const pattern = bodies.entity('ccms');
  const planned = bodies.calendar('ccms', 2016);
  if (!planned.ok) throw new Error('no calendar');
  for (let n = 0; n < count; n++) {
    const id = `ente-${n}`;
    const people = pattern.people.map((person) => ({ ...person, email: `${person.id}@${id}.example` }));
    await saveEntity(db, { ...pattern, id, people });
    await saveBody(db, id, bodies.body('ccms'));
    const cycle = await saveCycle(db, {
      entity: id,
      exercise: 2016,
      template: 't',
      templateVersion: '1',
      calendar: planned.value,
      policy: {},
      simulated: false,
    });
    await saveSteps(db, cycle, planned.value.steps);
    await setCycleStatus(db, cycle, 'running', '2015-06-01T06:00:00Z');
  }
}
