import { sql } from 'kysely';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Entity } from '../../domain/entity.js';
import type { Db } from '../database.js';
import type { Row } from '../row.js';

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

/** Who was last told of what in the evaluation of a cycle, by what is asked. One query. */
export async function toldAsks(
  db: Db,
  cycle: string,
  step: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, CivilDate>>> {
  const rows = await db
    .selectFrom('notices')
    .select(['person', 'onDate'])
    .select(
      sql<readonly string[]>`array(select item ->> 'ask' from jsonb_array_elements(message -> 'items') item)`.as(
        'asks',
      ),
    )
    .where('cycle', '=', cycle)
    .where('step', '=', step)
    .where('state', '<>', 'withdrawn')
    .orderBy('onDate')
    .execute();
  const told = new Map<string, Map<string, CivilDate>>();
  for (const { person, onDate, asks } of rows) {
    const own = told.get(person) ?? new Map<string, CivilDate>();
    told.set(person, own);
    for (const ask of asks) own.set(ask, onDate);
  }
  return told;
}
