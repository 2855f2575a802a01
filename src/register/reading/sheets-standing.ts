import { sql } from 'kysely';
import type { SheetsStanding } from '../../domain/individual/goals.js';
import { type Cycle, cycleOf } from '../cycles.js';
import type { Db } from '../database.js';
import { type StepRecord, stepRecords } from '../steps.js';
import { peopleToEvaluate } from './people-to-evaluate.js';
import { sheetsOf } from './sheets.js';

/** Documents that say in public how rewards were given (D.Lgs. 33/2013, art. 20). */
export const REWARD_DOCUMENTS = ['premi', 'dati-premi'] as const;

/** Open tasks that end with people's sheets, of every running cycle. One query. */
export async function stepsAwaitingSheets(db: Db): Promise<readonly StepRecord[]> {
  return await stepRecords(db)
    .innerJoin('cycles as c', 'c.id', 'steps.cycle')
    .where('c.status', '=', 'running')
    .where('steps.status', 'in', ['open', 'late'])
    .where(sql<boolean>`steps.planned ? 'sheets'`)
    .execute();
}

/** Where the sheets of a cycle stand, all together; undefined where its rules do not say how people are evaluated. */
export async function sheetsStanding(db: Db, cycle: string): Promise<SheetsStanding | undefined> {
  const found = await cycleOf(db, cycle);
  return found && (await standingIn(db, found));
}

async function standingIn(db: Db, { id, entity, exercise, policy }: Cycle): Promise<SheetsStanding | undefined> {
  const rules = policy.individual;
  if (rules === undefined) return undefined;
  const [sheets, lacking, published] = [
    await sheetsOf(db, id),
    await peopleToEvaluate(db, { id, entity, exercise }, rules),
    await rewardDocumentsIn(db, id),
  ];
  return { sheets, lacking: lacking.length, published: published === REWARD_DOCUMENTS.length };
}

async function rewardDocumentsIn(db: Db, cycle: string): Promise<number> {
  const rows = await db
    .selectFrom('documents')
    .select('kind')
    .distinct()
    .where('cycle', '=', cycle)
    .where('kind', 'in', [...REWARD_DOCUMENTS])
    .execute();
  return rows.length;
}
