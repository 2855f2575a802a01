import { romeDate } from '../../../domain/calendar/zone.js';
import { cycleId, cycleOf, listCycles } from '../../../register/cycles.js';
import { capacitiesOf } from '../../../register/people.js';
import { stepOf, stepsOf } from '../../../register/steps.js';
import { actWords as words } from '../../../words/cli-verbs.js';
import type { AtWork } from '../../with-actions.js';
import { nearest } from '../nearest.js';
import { type Acting, type ActOptions, Refused } from './act.js';

/**
 * The cycle and the person of an act.
 * @throws Refused naming what is not there, with what was perhaps meant
 */
export async function actingOn(at: AtWork, { entity, year, as }: ActOptions): Promise<Acting> {
  const { db, schema } = at.register;
  const cycle = cycleId(entity, year);
  if ((await cycleOf(db, cycle)) === undefined) {
    const known = (await listCycles(db)).map((c) => `${c.entity} ${c.exercise}`);
    throw new Refused(words.noCycle(entity, year, schema, known));
  }
  const people = await db
    .selectFrom('people')
    .select('id')
    .where('entity', '=', entity)
    .where('active', '=', true)
    .execute();
  known(as, people, (hint) => words.noPerson(as, entity, hint));
  const today = romeDate(at.now());
  return {
    ...at,
    ref: { space: schema, entity, exercise: year },
    today,
    actorAs: async (roles) => {
      const held = await capacitiesOf(db, entity, as, today);
      const actingFor = held.find(({ role }) => roles.includes(role))?.actingFor;
      return { person: as, ...(actingFor === undefined ? {} : { actingFor }) };
    },
    step: async (id) => {
      const found = await stepOf(db, cycle, id);
      if (found !== undefined) return found;
      throw new Refused(words.noStep(id, hintFor(id, await stepsOf(db, cycle))));
    },
  };
}

/** @throws Refused when nobody among these has the id */
export function known(id: string, among: readonly { readonly id: string }[], say: (hint: string) => string): void {
  if (!among.some((one) => one.id === id)) throw new Refused(say(hintFor(id, among)));
}

function hintFor(id: string, among: readonly { readonly id: string }[]): string {
  const near = nearest(
    id,
    among.map((one) => one.id),
  );
  return near === undefined ? '' : words.meant(near);
}
