import { romeDate } from '../../../domain/calendar/zone.js';
import { cycleId } from '../../../domain/cycle-id.js';
import { capacityFor } from '../../../domain/who-acts.js';
import { cycleOf, listCycles } from '../../../register/cycles.js';
import type { Db, Register } from '../../../register/database.js';
import { capacitiesOf, peopleInService } from '../../../register/people.js';
import { seeingEveryBody } from '../../../register/sight.js';
import { type StepRecord, stepOf, stepsOf } from '../../../register/steps.js';
import { actWords as words } from '../../../words/cli-verbs.js';
import { meant } from '../../../words/meant.js';
import type { AtWork } from '../../system/with-actions.js';
import { type Acting, type ActOptions, Refused } from './act-options.js';

/**
 * The cycle and the person of an act.
 * @throws Refused naming what is not there, with what was perhaps meant
 */
export async function actingOn(at: AtWork, { entity, year, as }: ActOptions): Promise<Acting> {
  const { db, schema } = at.register;
  const cycle = await requireCycle(at.register, entity, year);
  await requirePerson(db, entity, as);
  const today = romeDate(at.now());
  return {
    ...at,
    ref: { space: schema, entity, exercise: year },
    today,
    actorAs: async (roles) => {
      const held = await capacitiesOf(db, entity, as, today);
      const actingFor = capacityFor(held, (role) => roles.includes(role))?.actingFor;
      return { person: as, actingFor };
    },
    step: (id) => requireStep(db, cycle, id),
  };
}

/** @throws Refused naming the cycles there are */
export async function requireCycle({ db, schema }: Register, entity: string, year: number): Promise<string> {
  const cycle = cycleId({ entity, exercise: year });
  if ((await cycleOf(db, cycle)) !== undefined) return cycle;
  const there = (await seeingEveryBody(() => listCycles(db))).map((c) => `${c.entity} ${c.exercise}`);
  throw new Refused(words.noCycle(entity, year, schema, there));
}

/** @throws Refused naming the person that was perhaps meant */
export async function requirePerson(db: Db, entity: string, id: string): Promise<void> {
  known(id, await peopleInService(db, entity), (hint) => words.noPerson(id, entity, hint));
}

/** @throws Refused naming the step that was perhaps meant */
export async function requireStep(db: Db, cycle: string, id: string): Promise<StepRecord> {
  const found = await stepOf(db, cycle, id);
  if (found !== undefined) return found;
  throw new Refused(words.noStep(id, hintFor(id, await stepsOf(db, cycle))));
}

/** @throws Refused when nobody among these has the id */
export function known(id: string, among: readonly { readonly id: string }[], say: (hint: string) => string): void {
  if (!among.some((one) => one.id === id)) throw new Refused(say(hintFor(id, among)));
}

const hintFor = (id: string, among: readonly { readonly id: string }[]): string =>
  meant(
    id,
    among.map((one) => one.id),
  );
