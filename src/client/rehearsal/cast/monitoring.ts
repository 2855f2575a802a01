import type { FrozenIndicator } from '../../../register/checkpoints.js';
import type { Holder } from '../../../register/people.js';
import type { StepRecord } from '../../../register/steps.js';
import { chance } from '../random.js';
import { answerRemark, askedAt, type Officer, saveDraft, sendForm, sendSheet } from './officer.js';
import { type Act, type CastDeps, firstHolder, later, mornings, type Outcome, type Planned, within } from './stage.js';
import { closing, givingBack } from './steering.js';

/** What officers and controllo di gestione do at a checkpoint. */
export async function monitoring(deps: CastDeps, step: StepRecord): Promise<Planned> {
  const part = deps.script.checkpoints[step.id];
  const officers = await officersAt(deps, step);
  const plain = officers.filter(
    ({ asked }) =>
      ![...(part?.wrongFirst ?? []), ...(part?.lateOffices ?? [])].some((office) => answersFor(asked, office)),
  );
  // Somebody always works on the sheet, and somebody does not get it done in one go.
  const [onSheet, inTwoGoes] = plain
    .filter(({ asked }) => part?.returned === undefined || !answersFor(asked, part.returned.office))
    .sort((a, b) => luck(deps, step, a.person) - luck(deps, step, b.person));
  const planned: (readonly [string, Act])[] = [];
  for (const officer of officers) {
    const key = `${step.id}/${step.round}/${officer.person.id}`;
    const by = officer.person.id;
    const act = (name: string, at: Act['at'], run: () => Promise<Outcome>): void =>
      void planned.push([`${key}/${name}`, { at, step: step.id, by, run }]);
    const returned =
      part?.returned !== undefined && answersFor(officer.asked, part.returned.office) ? part.returned : undefined;
    const early = returned !== undefined;
    const usual = within(deps, step, key, early ? 0.05 : 0.25, early ? 0.1 : 0.9);
    const late = part?.lateOffices.some((office) => answersFor(officer.asked, office)) === true;
    const moment = late ? mornings(step.dueOn, 4) : usual;
    const wrong = part?.wrongFirst.some((office) => answersFor(officer.asked, office)) === true;
    if (officer === inTwoGoes) act('draft', later(moment, -1), () => saveDraft(officer));
    act('submit', moment, () => (officer === onSheet ? sendSheet(officer) : sendForm(officer, wrong)));
    const code = officer.asked.find((one) => one.office === returned?.office)?.indicator;
    if (returned === undefined || code === undefined) continue;
    planned.push(givingBack(deps, step, later(moment, 1), code, returned.remark));
    act('again', later(moment, 3), () => answerRemark(officer, code, returned.remark));
  }
  if (part !== undefined && part.silentOffices.length > 0) {
    planned.push(closing(deps, step, mornings(step.dueOn, part.closedAfterDays), part));
  }
  return planned;
}

const answersFor = (asked: readonly FrozenIndicator[], office: string): boolean =>
  asked.some((one) => one.office === office);

const luck = (deps: CastDeps, step: StepRecord, person: Holder): number =>
  chance(deps.script.seed, `${step.id}/${person.id}/manner`);

/** Who answers at a checkpoint today, each with the indicators of their offices; silent offices do not. */
async function officersAt(deps: CastDeps, step: StepRecord): Promise<readonly Officer[]> {
  const silent = deps.script.checkpoints[step.id]?.silentOffices ?? [];
  const indicators = (await askedAt(deps, step)).filter((one) => !silent.includes(one.office));
  const found = new Map<string, Officer & { readonly asked: FrozenIndicator[] }>();
  for (const office of new Set(indicators.map((one) => one.office))) {
    const person = await firstHolder(deps, [`ufficio:${office}`]);
    const officer = found.get(person.id) ?? { deps, step, person, asked: [] };
    officer.asked.push(...indicators.filter((one) => one.office === office));
    found.set(person.id, officer);
  }
  return [...found.values()];
}
