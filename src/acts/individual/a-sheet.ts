import { partsFor, relationsTo, sightContext, viewerOn } from '../../access/individual-sight.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import { STEERING } from '../../domain/entity.js';
import { evaluatorRole, ownRole } from '../../domain/individual/own-role.js';
import { type Judging, type PartRoles, type Passage, refuseJudge } from '../../domain/individual/stages.js';
import type { EvaluatedGroup, IndividualRules, SheetEvaluator } from '../../domain/individual/types.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { cycleOf } from '../../register/cycles.js';
import type { Register } from '../../register/database.js';
import { recordersByBoard } from '../../register/reading/people.js';
import { type SheetRecord, sheetOf } from '../../register/reading/sheets.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import type { Subject } from '../subject.js';

/** A sheet of a cycle, with the rules it is made by. */
export interface SheetSubject {
  readonly ref: CycleRef;
  readonly sheet: SheetRecord;
  readonly rules: IndividualRules;
  readonly group: EvaluatedGroup;
  readonly roles: PartRoles;
}

/** Somebody's evaluation, by its number. For who may not see it there is none. */
export const aSheet: Subject<SheetSubject> = {
  api: '/cycles/{entity}/{exercise}/sheets/{sheet}',
  argument: { name: 'scheda', help: 'numero della scheda di valutazione' },
  ofCycle: true,
  find: async (register, { entity, exercise = 0, name }) => {
    const id = wholeNumber(name);
    if (id === undefined) return undefined;
    const cycle = cycleId({ entity, exercise });
    const sheet = await sheetOf(register.db, cycle, id);
    const rules = sheet && (await rulesOf(register, cycle));
    const group = rules?.groups.find(({ id }) => id === sheet?.group);
    if (sheet === undefined || rules === undefined || group === undefined) return undefined;
    const roles = await partRoles(register, entity, sheet.person, sheet.evaluator);
    return { ref: { space: register.schema, entity, exercise }, sheet, rules, group, roles };
  },
  // Which numbers there are is nobody's to know.
  names: async () => [],
  unknown: words.unknownSheet,
  title: ({ sheet }) => words.sheet(sheet.id),
  id: ({ sheet }) => sheetSubject(sheet.cycle, sheet.id),
  secret: {
    nameOf: ({ sheet }) => String(sheet.id),
    hidesFrom: async ({ ref: { entity }, sheet, rules }, { db, person, today }) => {
      const viewer = await viewerOn(db, entity, person, today);
      return partsFor(await relationsTo(viewer, sheet, await sightContext(db, entity, rules.groups))).size === 0;
    },
  },
};

/** How a sheet is named in the log: by its number alone. */
export const sheetSubject = (cycle: string, id: number): string => `${cycle}/scheda/${id}`;

/** The rules of evaluation pinned to a cycle; undefined where there are none. */
export async function rulesOf({ db }: Register, cycle: string): Promise<IndividualRules | undefined> {
  return (await cycleOf(db, cycle))?.policy.individual;
}

/** Roles behind the parts of somebody's sheet. */
export async function partRoles(
  { db }: Register,
  entity: string,
  person: string,
  evaluator: SheetEvaluator,
): Promise<PartRoles> {
  const recorders = await recordersByBoard(db, entity);
  return {
    person: ownRole(person),
    evaluator: evaluator.kind === 'person' ? evaluatorRole(evaluator.person) : evaluator.role,
    steering: STEERING,
    actsFor: (role) => recorders.get(role) ?? role,
  };
}

const JUDGING: readonly Passage[] = ['evaluate', 'decide-second-instance'];

/** Why somebody may not make a passage of this sheet, whatever roles they hold: it is of their own, or they have judged it before. */
export const notByThem = (passage: Passage, sheet: SheetRecord, actor: Judging): string | undefined =>
  refuseJudge(passage, sheet.person, actor, judges(sheet, passage));

/** Who has judged a sheet so far: whoever evaluates it is among them, also before they do. */
function judges({ evaluator, passages }: SheetRecord, passage: Passage): readonly Judging[] {
  const before = passages.filter((one) => one.passage !== passage && JUDGING.includes(one.passage));
  return [
    ...(evaluator.kind === 'person' ? [{ person: evaluator.person }] : []),
    ...before.map(({ actor, actingFor }) => ({ person: actor, actingFor: actingFor ?? undefined })),
  ];
}
