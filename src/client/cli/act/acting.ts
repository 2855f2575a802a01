import { cycleId } from '../../../domain/cycle-id.js';
import { Failure } from '../../../platform/errors.js';
import { cycleOf, listCycles } from '../../../register/cycles.js';
import type { Db, Register } from '../../../register/database.js';
import { peopleInService } from '../../../register/people.js';
import { seeingEveryBody } from '../../../register/sight.js';
import { type StepRecord, stepOf, stepsOf } from '../../../register/steps.js';
import { actWords as words } from '../../../words/cli-verbs.js';
import { meant } from '../../../words/meant.js';

/** @throws Failure naming the cycles there are */
export async function requireCycle({ db, schema }: Register, entity: string, year: number): Promise<string> {
  const cycle = cycleId({ entity, exercise: year });
  if ((await cycleOf(db, cycle)) !== undefined) return cycle;
  const there = (await seeingEveryBody(() => listCycles(db))).map((c) => `${c.entity} ${c.exercise}`);
  throw new Failure(1, words.noCycle(entity, year, schema, there));
}

/** @throws Failure naming the person that was perhaps meant */
export async function requirePerson(db: Db, entity: string, id: string): Promise<void> {
  const people = await peopleInService(db, entity);
  if (!people.some((one) => one.id === id)) throw new Failure(1, words.noPerson(id, entity, hintFor(id, people)));
}

/** @throws Failure naming the step that was perhaps meant */
export async function requireStep(db: Db, cycle: string, id: string): Promise<StepRecord> {
  const found = await stepOf(db, cycle, id);
  if (found !== undefined) return found;
  throw new Failure(1, words.noStep(id, hintFor(id, await stepsOf(db, cycle))));
}

const hintFor = (id: string, among: readonly { readonly id: string }[]): string =>
  meant(
    id,
    among.map((one) => one.id),
  );
