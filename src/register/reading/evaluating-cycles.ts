import { sql } from 'kysely';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Entity } from '../../domain/entity.js';
import type { Db } from '../database.js';
import { type Holders, holdersIn } from '../holders.js';
import type { Row } from '../row.js';
import { type StepRecord, stepRecords } from '../steps.js';
import { groupBy } from './group.js';
import { recordersOfBoards } from './people.js';
import { type SheetSummary, sheetsOfAll } from './sheets.js';

/** A running cycle whose rules say how people are evaluated, with what of its body says when it reminds. */
export type EvaluatingCycle = Row<'cycles', 'id' | 'entity' | 'exercise' | 'simulated' | 'policy'> &
  Pick<Entity, 'name' | 'notices' | 'patronSaint'>;

/** Every one of them: the people of one exercise are evaluated while the next one runs. One query. */
export async function evaluatingCycles(db: Db): Promise<readonly EvaluatingCycle[]> {
  return await db
    .selectFrom('cycles as c')
    .innerJoin('entities as e', 'e.id', 'c.entity')
    .select(['c.id', 'c.entity', 'c.exercise', 'c.simulated', 'c.policy', 'e.name'])
    .select([
      sql<Entity['notices']>`e.data -> 'notices'`.as('notices'),
      sql<Entity['patronSaint']>`e.data -> 'patronSaint'`.as('patronSaint'),
    ])
    .where('c.status', '=', 'running')
    .where(sql<boolean>`c.policy ? 'individual'`)
    .orderBy('c.id')
    .execute();
}

/** What the register says of the evaluation of people in a cycle on a day. */
export interface EvaluationFacts {
  /** Those that wait for sheets, in the order of the calendar. */
  readonly steps: readonly StepRecord[];
  readonly sheets: readonly SheetSummary[];
  /** Everybody of the body's files, to see who has no sheet. */
  readonly people: Entity['people'];
  /** For each board, the role that records what it decides. */
  readonly recorders: ReadonlyMap<string, string>;
  readonly acting: Holders;
  readonly told: Told;
}

/** The same of many cycles, each by its own. Ten queries for all of them. @param step where in the ledger its notices stand */
export async function evaluationFacts(
  db: Db,
  cycles: readonly Pick<EvaluatingCycle, 'id' | 'entity'>[],
  step: string,
  on: CivilDate,
): Promise<(cycle: Pick<EvaluatingCycle, 'id' | 'entity'>) => EvaluationFacts> {
  const ids = cycles.map(({ id }) => id);
  const entities = [...new Set(cycles.map(({ entity }) => entity))];
  const [steps, sheets, people, recorders, acting, told] = await Promise.all([
    stepsWithSheets(db, ids),
    sheetsOfAll(db, ids),
    peopleOf(db, entities),
    recordersOfBoards(db, entities),
    holdersIn(db, entities, on),
    toldOf(db, ids, step, on),
  ]);
  const [stepsOf, sheetsOf] = [groupBy(steps, ({ cycle }) => cycle), groupBy(sheets, ({ cycle }) => cycle)];
  return ({ id, entity }) => ({
    steps: stepsOf.get(id) ?? [],
    sheets: sheetsOf.get(id) ?? [],
    people: people.get(entity) ?? [],
    recorders: recorders.get(entity) ?? new Map(),
    acting: acting(entity),
    told: told.get(id) ?? NOTHING_TOLD,
  });
}

async function stepsWithSheets(db: Db, cycles: readonly string[]): Promise<readonly StepRecord[]> {
  return await stepRecords(db)
    .where('steps.cycle', 'in', cycles)
    .where(sql<boolean>`steps.planned ? 'sheets'`)
    .orderBy('steps.ordinal')
    .execute();
}

async function peopleOf(db: Db, entities: readonly string[]): Promise<ReadonlyMap<string, Entity['people']>> {
  const rows = await db
    .selectFrom('entities')
    .select('id')
    .select(sql<Entity['people']>`data -> 'people'`.as('people'))
    .where('id', 'in', entities)
    .execute();
  return new Map(rows.map(({ id, people }) => [id, people]));
}

/** What was told in the evaluation of a cycle. */
export interface Told {
  /** Who was last told of what, by person and by what is asked; without what never left on an earlier day. */
  readonly asks: ReadonlyMap<string, ReadonlyMap<string, CivilDate>>;
  /** Whether there is something of an earlier day that has not left. */
  readonly stale: boolean;
}

const NOTHING_TOLD: Told = { asks: new Map(), stale: false };

/** What was told in the evaluation of a cycle, as a day finds it. One query. */
export async function toldIn(db: Db, cycle: string, step: string, on: CivilDate): Promise<Told> {
  return (await toldOf(db, [cycle], step, on)).get(cycle) ?? NOTHING_TOLD;
}

async function toldOf(
  db: Db,
  cycles: readonly string[],
  step: string,
  on: CivilDate,
): Promise<ReadonlyMap<string, Told>> {
  const rows = await db
    .selectFrom('notices')
    .select(['cycle', 'person', 'onDate'])
    .select(
      sql<readonly string[]>`array(select item ->> 'ask' from jsonb_array_elements(message -> 'items') item)`.as(
        'asks',
      ),
    )
    .select((e) => e.and([e('state', 'in', ['planned', 'uncertain']), e('onDate', '<', on)]).as('stale'))
    .where('cycle', 'in', cycles)
    .where('step', '=', step)
    .where('state', '<>', 'withdrawn')
    .orderBy('onDate')
    .execute();
  return new Map(
    [...groupBy(rows, ({ cycle }) => cycle)].map(([cycle, notices]) => {
      const asks = new Map<string, Map<string, CivilDate>>();
      for (const { person, onDate, asks: asked } of notices.filter(({ stale }) => !stale)) {
        const own = asks.get(person) ?? new Map<string, CivilDate>();
        asks.set(person, own);
        for (const ask of asked) own.set(ask, onDate);
      }
      return [cycle, { asks, stale: notices.some(({ stale }) => stale) }];
    }),
  );
}
