import { sql } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { CheckUpAnswer } from '../domain/context/check-up.js';
import type { FactorKind, FactorRevision, FactorStanding } from '../domain/context/factors.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** Everything ever said of the factors of a body's context, oldest first. One indexed query. */
export async function factorRevisions(db: Db, entity: string): Promise<readonly FactorRevision[]> {
  return await db
    .selectFrom('contextFactors')
    .select(['id', 'exercise', 'kind', 'text', 'ordinal', 'standing', 'reason', 'actor', 'actingFor', 'at'])
    .select((e) => e.fn.coalesce('first', 'id').as('factor'))
    .where('entity', '=', entity)
    .orderBy('id')
    .execute();
}

interface NewFactorRevision extends Omit<Doing, 'key'> {
  readonly entity: string;
  readonly exercise: number;
  /** Absent: it is written for the first time. */
  readonly factor?: number;
  readonly kind: FactorKind;
  readonly text: string;
  readonly ordinal: number;
  readonly standing: FactorStanding;
  readonly reason?: string | undefined;
}

/** Puts on record what an exercise says of a factor; what was said before stays. @returns number of the factor */
export async function addFactorRevision(
  db: Db,
  { factor, reason, actingFor, ...revision }: NewFactorRevision,
): Promise<number> {
  const { id } = await db
    .insertInto('contextFactors')
    .values({ ...revision, first: factor ?? null, reason: reason ?? null, actingFor: actingFor ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return factor ?? id;
}

/** Every answer of a body's check-ups, oldest first. One indexed query. */
export async function checkUpAnswers(db: Db, entity: string): Promise<readonly CheckUpAnswer[]> {
  return await db
    .selectFrom('checkUpAnswers')
    .select(['requirement', 'exercise', 'degree', 'evidence', 'actor', 'actingFor', 'at'])
    .where('entity', '=', entity)
    .orderBy('id')
    .execute();
}

interface NewCheckUpAnswer extends Omit<Doing, 'key'> {
  readonly entity: string;
  readonly exercise: number;
  readonly requirement: string;
  readonly degree: string;
  readonly evidence: string | undefined;
}

/** Puts an answer on record; the one before stays. */
export async function addCheckUpAnswer(db: Db, { actingFor, evidence, ...answer }: NewCheckUpAnswer): Promise<void> {
  await db
    .insertInto('checkUpAnswers')
    .values({ ...answer, evidence: evidence ?? null, actingFor: actingFor ?? null })
    .execute();
}

/** Of which requirement of which exercise an action of the improvement plan is: `modello-fasi/2016`, then `modello-fasi/2016-2`. */
const gapAction = (requirement: string, exercise: number, number: number): string =>
  `${requirement}/${exercise}${number === 1 ? '' : `-${number}`}`;

interface NewGapAction {
  readonly entity: string;
  readonly exercise: number;
  readonly requirement: string;
  readonly heading: string;
  readonly text: string;
  readonly norm: string;
  readonly source: string;
  readonly owner: string;
  readonly dueOn: CivilDate;
}

/** Puts an action against a gap in the improvement plan of the body. @returns its id */
export async function addGapAction(db: Db, { requirement, exercise, ...action }: NewGapAction): Promise<string> {
  const there = await db
    .selectFrom('followed')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('entity', '=', action.entity)
    .where('kind', '=', 'improvement')
    .where('id', 'like', `${requirement}/${exercise}%`)
    .executeTakeFirstOrThrow();
  const id = gapAction(requirement, exercise, there.count + 1);
  await db
    .insertInto('followed')
    .values({
      ...action,
      kind: 'improvement',
      id,
      ordinal: exercise,
      stated: '',
      statedOn: null,
      everyMonths: null,
      origin: 'console',
      current: true,
    })
    .execute();
  return id;
}
