import type { ColumnType, GeneratedAlways } from 'kysely';
import type { CivilDate, Instant } from '../domain/calendar/types.js';

interface Recorded {
  cycle: string;
  /** Who recorded it, and for whom. */
  person: string;
  actingFor: string | null;
  at: Instant;
  recordedAt: ColumnType<Instant, never, never>;
}

/** Indicators that who answers for them has given to a colleague. */
export interface DelegationTables {
  delegations: Recorded & {
    id: GeneratedAlways<number>;
    key: string;
    checkpoint: string;
    indicator: string;
    delegator: string;
    delegate: string;
    /** Null: for this checkpoint alone. */
    until: CivilDate | null;
  };
  delegationEndings: Recorded & { delegation: number };
}
