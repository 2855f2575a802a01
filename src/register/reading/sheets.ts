import { sql } from 'kysely';
import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { romeDate } from '../../domain/calendar/zone.js';
import type { ScoreTrace } from '../../domain/individual/score.js';
import type { MadePassage, Passage } from '../../domain/individual/stages.js';
import type { AssignedObjective, Judgement, SheetEvaluator, SheetStage } from '../../domain/individual/types.js';
import type { Db } from '../database.js';
import type { Row } from '../row.js';
import { groupBy } from './group.js';

/** A sheet without anything of what was said or scored. */
export interface SheetSummary {
  readonly id: number;
  readonly cycle: string;
  /** Id; empty once erased. */
  readonly person: string;
  readonly group: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly evaluator: SheetEvaluator;
  readonly stage: SheetStage;
  /** When it came to that stage. */
  readonly since: Instant;
  /** In order. */
  readonly made: readonly MadePassage[];
  readonly simulated: boolean;
}

/** What was done to a sheet, with what was said, judged and scored. */
export interface PassageRecord {
  readonly id: number;
  readonly passage: Passage;
  readonly stage: SheetStage;
  readonly text: string;
  readonly outcome: 'confirmed' | 'changed' | null;
  readonly actNumber: string | null;
  readonly actDate: CivilDate | null;
  readonly heldOn: CivilDate | null;
  readonly absentDays: number | null;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly at: Instant;
  readonly judgements: readonly Judgement[];
  readonly score?: ScoreTrace;
}

export interface VersionRecord {
  readonly number: number;
  readonly objectives: readonly AssignedObjective[];
  readonly reason: string;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly at: Instant;
}

/** A sheet with everything on record about it: for who may see it, and within what (`access/individual-sight`). */
export interface SheetRecord extends SheetSummary {
  /** Those of the last version. */
  readonly objectives: readonly AssignedObjective[];
  readonly versions: readonly VersionRecord[];
  readonly passages: readonly PassageRecord[];
}

/** The sheets of a cycle that have not been erased, by group and person. Two queries. */
export const sheetsOf = (db: Db, cycle: string): Promise<readonly SheetSummary[]> => sheetsOfAll(db, [cycle]);

/** The same of many cycles, in the same order within each. */
export async function sheetsOfAll(db: Db, cycles: readonly string[]): Promise<readonly SheetSummary[]> {
  const rows = await db
    .selectFrom('sheets')
    .select(SHEET)
    .where('cycle', 'in', cycles)
    .where('person', '<>', '')
    .orderBy('evaluatedGroup')
    .orderBy('person')
    .orderBy('fromDay')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const passages = await db
    .selectFrom('sheetPassages')
    .select(['sheet', 'passage', 'stage', 'actor', 'at'])
    .where(sql<boolean>`sheet = any(${ids})`)
    .orderBy('id')
    .execute();
  const made = groupBy(passages, ({ sheet }) => `${sheet}`);
  return rows.map((row) => summaryOf(row, made.get(`${row.id}`) ?? []));
}

/** One sheet of a cycle with everything. Five queries; undefined when there is none, or it has been erased. */
export async function sheetOf(db: Db, cycle: string, id: number): Promise<SheetRecord | undefined> {
  const row = await db
    .selectFrom('sheets')
    .select(SHEET)
    .where('id', '=', id)
    .where('cycle', '=', cycle)
    .where('person', '<>', '')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const passages = await db.selectFrom('sheetPassages').select(PASSAGE).where('sheet', '=', id).orderBy('id').execute();
  const ids = passages.map((one) => one.id);
  const [versions, judgements, scores] = await Promise.all([
    db
      .selectFrom('sheetVersions')
      .select(['number', 'objectives', 'reason', 'actor', 'actingFor', 'at'])
      .where('sheet', '=', id)
      .orderBy('number')
      .execute(),
    db
      .selectFrom('sheetJudgements')
      .select(['sheetPassage', 'judged as of', 'value', 'sentence'])
      .where('sheetPassage', 'in', ids)
      .orderBy('judged')
      .execute(),
    db.selectFrom('sheetScores').select(['sheetPassage', 'trace']).where('sheetPassage', 'in', ids).execute(),
  ]);
  return {
    ...summaryOf(row, passages),
    objectives: versions.at(-1)?.objectives ?? [],
    versions,
    passages: passages.map(({ sheet: _, ...passage }): PassageRecord => {
      const score = scores.find(({ sheetPassage }) => sheetPassage === passage.id)?.trace;
      return {
        ...passage,
        judgements: judgements
          .filter(({ sheetPassage }) => sheetPassage === passage.id)
          .map(({ of, value, sentence }) => ({ of, value, sentence })),
        score,
      };
    }),
  };
}

/** The judgements that count of a sheet: of who evaluated, as the decisions on it changed them; of the person themselves apart. */
export function judgementsOf({ passages }: Pick<SheetRecord, 'passages'>): {
  readonly own: readonly Judgement[];
  readonly given: readonly Judgement[];
} {
  const own = passages.findLast(({ passage }) => passage === 'evaluate-self')?.judgements ?? [];
  const first = passages.findLastIndex(({ passage }) => passage === 'evaluate');
  const given = new Map<string, Judgement>();
  for (const { passage, judgements } of first < 0 ? [] : passages.slice(first))
    if (passage !== 'evaluate-self') for (const one of judgements) given.set(one.of, one);
  return { own, given: [...given.values()] };
}

/** The score of a sheet as it stands; undefined before it is evaluated, and once its evaluation was sent back. */
export function scoreNow({ passages }: Pick<SheetRecord, 'passages'>): ScoreTrace | undefined {
  const back = passages.findLastIndex(({ passage }) => passage === 'return-proposal' || passage === 'take-up-again');
  return passages.slice(back + 1).findLast(({ score }) => score !== undefined)?.score;
}

const SHEET = [
  'id',
  'cycle',
  'person',
  'evaluatedGroup',
  'fromDay',
  'toDay',
  'evaluatorPerson',
  'evaluatorRole',
  'simulated',
] as const;

const PASSAGE = [
  ...(['id', 'sheet', 'passage', 'stage', 'text', 'outcome', 'actNumber', 'actDate', 'heldOn'] as const),
  ...(['absentDays', 'actor', 'actingFor', 'at'] as const),
] as const;

function summaryOf(
  row: Row<'sheets', (typeof SHEET)[number]>,
  passages: readonly Pick<PassageRecord, 'passage' | 'stage' | 'actor' | 'at'>[],
): SheetSummary {
  const { id, cycle, person, evaluatedGroup, fromDay, toDay, evaluatorPerson, evaluatorRole, simulated } = row;
  const last = passages.at(-1);
  if (last === undefined) throw new Error(`sheet ${id} has no passage`);
  return {
    id,
    cycle,
    person,
    group: evaluatedGroup,
    from: fromDay,
    to: toDay,
    evaluator:
      evaluatorRole === null
        ? { kind: 'person', person: evaluatorPerson ?? '' }
        : { kind: 'role', role: evaluatorRole },
    stage: last.stage,
    since: last.at,
    made: passages.map(({ passage, at, actor }) => ({ passage, on: romeDate(at), own: actor === person })),
    simulated,
  };
}
