import type { GeneratedAlways } from 'kysely';
import type { Instant } from '../domain/calendar/types.js';
import type { DecimalText } from '../domain/targets/types.js';
import type { RecordedAt } from './column-types.js';

/** The tables of `065_rewards.sql`. */
export interface RewardTables {
  rewardImports: {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    fileHash: string;
    fileName: string;
    actor: string;
    actingFor: string | null;
    at: Instant;
    simulated: boolean;
    recordedAt: RecordedAt;
  };
  rewardAmounts: {
    import: number;
    evaluatedGroup: string;
    allocated: DecimalText;
    paid: DecimalText;
  };
}
