import type { GeneratedAlways } from 'kysely';
import type { CivilDate } from '../domain/calendar/types.js';
import type { Written } from './column-types.js';

type Recorded = Written<'person'> & { cycle: string };

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
