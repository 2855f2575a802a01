import { sql } from 'kysely';
import type { ValueStanding } from '../domain/value-standing.js';

/** Of a checkpoint `k` in a query: what its values are to the year's results; null where the cycle collects no final ones. */
export const valueStanding = sql<ValueStanding | null>`case when k.final then 'final' else (
  select case when f.planned -> 'checkpoint' ->> 'to' = k.period_to::text then 'provisional' else 'interim' end
  from steps f where f.cycle = k.cycle and f.planned -> 'checkpoint' ->> 'final' = 'true' limit 1) end`;
