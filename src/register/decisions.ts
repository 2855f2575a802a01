import type { ExpressionBuilder } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { Decision } from '../domain/decision.js';
import type { Db } from './database.js';
import { settleHearing } from './hearing-acts.js';
import type { Row } from './row.js';
import type { Tables } from './tables.js';

/** A decision as it goes on record: what the secretary sent, and where it belongs. */
export interface DecisionEntry extends Omit<Decision, 'recordedOn' | 'knows' | 'via'> {
  readonly cycle: string;
  readonly step: string;
  readonly round: number;
  readonly board: string;
  readonly simulated: boolean;
  readonly at: Instant;
}

type DecisionRow = Row<'decisions', (typeof COLUMNS)[number]>;

/** A decision on record. Where its act was corrected, number and date are those of the last correction. */
export interface DecisionRecord extends DecisionRow {
  /** How number and date stood when it was recorded, and when they were corrected last; absent: they never were. */
  readonly corrected?: { readonly number: string | null; readonly date: CivilDate | null; readonly at: Instant };
}

/**
 * `recorded`: it is now on record. `already-recorded`: the same decision was there, as after a retry. `taken`: another
 * decision stands under this key or has settled this round, and this one has no effect.
 */
interface DecisionAnswer {
  readonly answer: 'recorded' | 'already-recorded' | 'taken';
  readonly decision: DecisionRecord;
}

/**
 * Puts a decision on record, and settles with it what is before the board. Counts once per key, and a round is approved or rejected once, whoever asks.
 * In the transaction of whoever calls.
 */
export async function recordDecision(db: Db, entry: DecisionEntry): Promise<DecisionAnswer> {
  const row = rowOf(entry);
  const inserted = await db
    .insertInto('decisions')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
  if (inserted !== undefined) {
    if (entry.outcome !== 'deferred') await settleHearing(db, { ...entry, decision: entry.key });
    return { answer: 'recorded', decision: inserted };
  }
  const there = (await decisionByKey(db, entry.key)) ?? (await settlementOf(db, entry));
  if (there === undefined) throw new Error(`decision ${entry.key} was refused by the register for no known reason`);
  return { answer: isSame(there, row) ? 'already-recorded' : 'taken', decision: there };
}

/** The decisions on a step in the order they were recorded, with their acts as they were corrected. One query. */
export async function decisionsOf(db: Db, cycle: string, step?: string): Promise<readonly DecisionRecord[]> {
  let query = db
    .selectFrom('decisions as d')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('actCorrections')
          .select(['actNumber as rightNumber', 'actDate as rightDate', 'at as correctedAt'])
          .whereRef('cycle', '=', 'd.cycle')
          .whereRef('decision', '=', 'd.key')
          .orderBy('id', 'desc')
          .limit(1)
          .as('c'),
      (join) => join.onTrue(),
    )
    .select(COLUMNS.map((column) => `d.${column}` as const))
    .select(['rightNumber', 'rightDate', 'correctedAt'])
    .where('d.cycle', '=', cycle)
    .orderBy('d.id');
  if (step !== undefined) query = query.where('d.step', '=', step);
  return (await query.execute()).map(({ rightNumber, rightDate, correctedAt, ...row }): DecisionRecord => {
    if (correctedAt === null) return row;
    const { actNumber: number, actDate: date } = row;
    return { ...row, actNumber: rightNumber, actDate: rightDate, corrected: { number, date, at: correctedAt } };
  });
}

/** Of a step in a query: the date, as it was corrected last, of the act that approved, or took note of, what came before its board last; null before any, or without a board. */
export const actedOn = (e: ExpressionBuilder<Tables, 'steps'>) =>
  e
    .selectFrom('decisions')
    .select((d) =>
      d.fn
        .coalesce(
          d
            .selectFrom('actCorrections as c')
            .select('c.actDate')
            .whereRef('c.cycle', '=', 'decisions.cycle')
            .whereRef('c.decision', '=', 'decisions.key')
            .orderBy('c.id', 'desc')
            .limit(1),
          'decisions.actDate',
        )
        .as('actDate'),
    )
    .whereRef('decisions.cycle', '=', 'steps.cycle')
    .whereRef('decisions.step', '=', 'steps.id')
    .where('decisions.outcome', 'in', ['approved', 'noted'])
    .orderBy('decisions.id', 'desc')
    .limit(1);

/** How many rounds before its board a step has had settled: approved, rejected, or taken back by who proposed it. */
export async function roundsSettled(db: Db, cycle: string, step: string): Promise<number> {
  const { last } = await db
    .selectFrom(
      db
        .selectFrom('decisions')
        .select('round')
        .where('cycle', '=', cycle)
        .where('step', '=', step)
        .where('outcome', '<>', 'deferred')
        .unionAll(
          db
            .selectFrom('hearings')
            .select('round')
            .where('cycle', '=', cycle)
            .where('step', '=', step)
            .where('withdrawnAt', 'is not', null),
        )
        .as('ended'),
    )
    .select((e) => e.fn.max<number | null>('round').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** A decision as it was recorded, before any correction: a retry finds itself by it. */
export async function decisionByKey(db: Db, key: string): Promise<DecisionRow | undefined> {
  return db.selectFrom('decisions').select(COLUMNS).where('key', '=', key).executeTakeFirst();
}

async function settlementOf(db: Db, entry: DecisionEntry): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('decisions')
    .select(COLUMNS)
    .where('cycle', '=', entry.cycle)
    .where('step', '=', entry.step)
    .where('round', '=', entry.round)
    .where('outcome', '<>', 'deferred')
    .executeTakeFirst();
}

function rowOf(entry: DecisionEntry): DecisionRow {
  return {
    key: entry.key,
    cycle: entry.cycle,
    step: entry.step,
    round: entry.round,
    board: entry.board,
    outcome: entry.outcome,
    actNumber: entry.actNumber ?? null,
    actDate: entry.actDate ?? null,
    remarks: entry.remarks ?? null,
    deferredTo: entry.deferredTo ?? null,
    decidedBy: entry.decidedBy,
    actingFor: entry.actingFor ?? null,
    present: entry.votes?.present ?? null,
    inFavour: entry.votes?.inFavour ?? null,
    against: entry.votes?.against ?? null,
    abstained: entry.votes?.abstained ?? null,
    documentHash: entry.documentHash,
    simulated: entry.simulated,
    at: entry.at,
  };
}

/** When it was recorded is not part of a decision: a retry happens later. */
const isSame = (a: DecisionRow, b: DecisionRow): boolean => COLUMNS.every((c) => c === 'at' || a[c] === b[c]);

const COLUMNS = [
  'key',
  'cycle',
  'step',
  'round',
  'board',
  'outcome',
  'actNumber',
  'actDate',
  'remarks',
  'deferredTo',
  'decidedBy',
  'actingFor',
  'present',
  'inFavour',
  'against',
  'abstained',
  'documentHash',
  'simulated',
  'at',
] as const;
