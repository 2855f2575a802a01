import { officeRole } from '../../../domain/entity.js';
import type { Page } from '../page.js';
import { chance } from '../random.js';
import { answerRemark, type Officer, saveDraft, sendForm, sendSheet } from './officer.js';
import { codesOf, officesAt } from './offices.js';
import { firstHolder, type Member } from './people.js';
import { type Act, type CastDeps, later, mornings, type Outcome, type Planned, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { daysIn, stepPageSeen } from './standing.js';
import { closing, givingBack } from './steering.js';

/**
 * What officers and controllo di gestione do at a checkpoint.
 * @param ordinal which of the year's it is, from 1
 */
export async function monitoring(deps: CastDeps, step: SeenStep, ordinal: number): Promise<Planned> {
  const part = deps.script.checkpoints[step.id];
  const page = await stepPageSeen(deps, step.id);
  const officers = await officersAt(deps, step, page, ordinal);
  const plain = officers.filter(
    ({ offices }) => ![...(part?.wrongFirst ?? []), ...(part?.lateOffices ?? [])].some((one) => offices.has(one)),
  );
  // Somebody always works on the sheet, and somebody does not get it done in one go.
  const [onSheet, inTwoGoes] = plain
    .filter(({ offices }) => part?.returned === undefined || !offices.has(part.returned.office))
    .sort((a, b) => luck(deps, step, a.person) - luck(deps, step, b.person));
  const planned: (readonly [string, Act])[] = [];
  for (const officer of officers) {
    const key = `${step.id}/1/${officer.person.id}`;
    const by = officer.person.id;
    const act = (name: string, at: Act['at'], run: () => Promise<Outcome>): void =>
      void planned.push([`${key}/${name}`, { at, step: step.id, by, run }]);
    const returned =
      part?.returned !== undefined && officer.offices.has(part.returned.office) ? part.returned : undefined;
    const early = returned !== undefined;
    const usual = within(deps, step, key, early ? 0.05 : 0.25, early ? 0.1 : 0.9);
    const late = part?.lateOffices.some((office) => officer.offices.has(office)) === true;
    const moment = late ? mornings(step.dueOn, 4) : usual;
    const wrong = part?.wrongFirst.some((office) => officer.offices.has(office)) === true;
    if (officer === inTwoGoes) act('draft', later(moment, -1), () => saveDraft(officer));
    act('submit', moment, () => (officer === onSheet ? sendSheet(officer) : sendForm(officer, wrong)));
    const [code] = returned === undefined ? [] : codesOf(page, officer.offices.get(returned.office) ?? '');
    if (returned === undefined || code === undefined) continue;
    planned.push(givingBack(deps, step, later(moment, 1), code, returned.remark));
    act('again', later(moment, 3), () => answerRemark(officer, returned.remark));
  }
  if (part !== undefined && part.silentOffices.length > 0) {
    planned.push(closing(deps, step, mornings(step.dueOn, part.closedAfterDays), part));
  }
  return planned;
}

const luck = (deps: CastDeps, step: SeenStep, person: Member): number =>
  chance(deps.script.seed, `${step.id}/${person.id}/manner`);

/** Who answers at a checkpoint today, each with their offices; silent offices do not. */
async function officersAt(deps: CastDeps, step: SeenStep, page: Page, ordinal: number): Promise<readonly Officer[]> {
  const [, to] = daysIn(page.find('section[aria-labelledby=monitoraggio] > p')[0]?.text ?? '');
  if (to === undefined) return [];
  const asked = await officesAt(deps, page);
  const part = deps.script.checkpoints[step.id];
  const silent = new Set(part?.silentOffices);
  const silentTitles = new Set(asked.flatMap(({ office, title }) => (silent.has(office) ? [title] : [])));
  const found = new Map<string, Officer & { readonly offices: Map<string, string> }>();
  for (const { office, title } of asked.filter((one) => !silent.has(one.office))) {
    const person = await firstHolder(deps, [officeRole(office)]);
    const officer = found.get(person.id) ?? {
      deps,
      step,
      person,
      period: { ordinal, to },
      correction: part?.corrected?.office === office ? part.corrected.note : undefined,
      offices: new Map<string, string>(),
      silentTitles,
    };
    officer.offices.set(office, title);
    found.set(person.id, officer);
  }
  return [...found.values()];
}
