import type { GeneratedAlways } from 'kysely';
import type { DecimalText } from '../domain/targets/types.js';
import type { Written } from './column-types.js';

/** The tables of `065_rewards.sql`. */
export interface RewardTables {
  rewardImports: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    fileHash: string;
    fileName: string;
    simulated: boolean;
  };
  rewardAmounts: {
    import: number;
    evaluatedGroup: string;
    allocated: DecimalText;
    paid: DecimalText;
  };
}
