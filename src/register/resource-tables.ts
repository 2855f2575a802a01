import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';

type RecordedAt = ColumnType<Instant, never, never>;

/** The tables of `047_spending_by_line.sql`. */
export interface ResourceTables {
  spendingImports: {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    fileHash: string;
    fileName: string;
    upTo: CivilDate;
    rows: number;
    lines: number;
    actor: string;
    actingFor: string | null;
    at: Instant;
    simulated: boolean;
    recordedAt: RecordedAt;
  };
}
