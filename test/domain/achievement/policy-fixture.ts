import { join } from 'node:path';
import type { Policy } from '../../../src/domain/policy.js';
import { seedsFolder } from '../../../src/seeds/locate.js';
import { loadPolicy } from '../../../src/seeds/policy.js';
import { formatSeedError } from '../../../src/seeds/read-yaml.js';

const loaded = loadPolicy(join(seedsFolder(), 'policies', 'smvp-2016.yaml'));
if (!loaded.ok) throw new Error(loaded.error.map(formatSeedError).join('\n'));
const SEED_POLICY = loaded.value.value;

/** The policy on file for 2016, as every test starts from it. */
export const seedPolicy = (): Policy => SEED_POLICY;

/** The seed policy with some rules changed. */
export const policyWith = (changes: Partial<Policy>): Policy => ({ ...seedPolicy(), ...changes });

/** The seed policy with one formula changed. */
export const withFormulas = (formulas: Partial<Policy['formulas']>): Policy => {
  const policy = seedPolicy();
  return { ...policy, formulas: { ...policy.formulas, ...formulas } };
};

export const YEAR_END = { exercise: 2016, at: '2016-12-31' } as const;
export const END_OF_APRIL = { exercise: 2016, at: '2016-04-30' } as const;
