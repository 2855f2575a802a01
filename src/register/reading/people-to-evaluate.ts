import type { Entity } from '../../domain/entity.js';
import { evaluatorOf, postsOf } from '../../domain/individual/groups.js';
import { evaluatorRole } from '../../domain/individual/own-role.js';
import type { IndividualRules } from '../../domain/individual/types.js';
import type { Db } from '../database.js';
import { entityOf } from '../entities.js';
import type { CycleName } from './cycles.js';
import { type SheetSummary, sheetsOf } from './sheets.js';

/** Somebody with days in a group that no sheet is about. */
export interface ToEvaluate {
  readonly person: string;
  /** Title of the group. */
  readonly group: string;
  /** Role of who is to propose the sheet. */
  readonly evaluator: string;
}

/** Everybody of a body who is to be evaluated in an exercise and has no sheet for some of their posts. */
export async function peopleToEvaluate(
  db: Db,
  { id, entity, exercise }: Pick<CycleName, 'id' | 'entity' | 'exercise'>,
  rules: IndividualRules,
): Promise<readonly ToEvaluate[]> {
  const [data, sheets] = await Promise.all([entityOf(db, entity), sheetsOf(db, id)]);
  return withoutSheet(data?.people ?? [], sheets, exercise, rules);
}

/** Those of some people who are to be evaluated and whom none of some sheets is about for one of their posts. */
export function withoutSheet(
  people: Entity['people'],
  sheets: readonly Pick<SheetSummary, 'person' | 'from' | 'to'>[],
  exercise: number,
  rules: IndividualRules,
): readonly ToEvaluate[] {
  return people.flatMap((person): readonly ToEvaluate[] => {
    const post = postsOf(rules, person, exercise).find(
      ({ from, to }) => !sheets.some((one) => one.person === person.id && one.from <= to && from <= one.to),
    );
    const evaluator = post && evaluatorOf(post.group, person);
    if (post === undefined || evaluator === undefined) return [];
    const role = evaluator.kind === 'person' ? evaluatorRole(evaluator.person) : evaluator.role;
    return [{ person: person.id, group: post.group.title, evaluator: role }];
  });
}
