import { fileURLToPath } from 'node:url';
import type { Plan } from '../../../src/domain/plan.js';
import type { Result } from '../../../src/domain/result.js';
import { loadImprovement, loadTransparency } from '../../../src/seeds/annexes.js';
import { loadPlan } from '../../../src/seeds/plan.js';
import { loadBeside } from '../../../src/seeds/plan-beside.js';
import { formatSeedError, type SeedError } from '../../../src/seeds/read-yaml.js';

/** The reference body's folder. */
export const SEED = fileURLToPath(new URL('../../../seeds/massa-carrara-2016/', import.meta.url));

export function read<T>(result: Result<T, readonly SeedError[]>): T {
  if (result.ok) return result.value;
  throw new Error(result.error.map(formatSeedError).join('\n'));
}

export const seedPlan = (): Plan => read(loadPlan(SEED)).plan;
export const seedBeside = () => read(loadBeside(SEED));
export const seedTransparency = () => read(loadTransparency(SEED));
export const seedImprovement = () => read(loadImprovement(SEED));
