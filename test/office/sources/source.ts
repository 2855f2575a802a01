import type { Measure } from '../../../src/domain/measured/measure.js';
import type { Result } from '../../../src/domain/result.js';
import { LIMITS, type Limits } from '../../../src/office/sources/limits.js';
import { readSource } from '../../../src/office/sources/read-source.js';
import { readConnections } from '../../../src/platform/connections.js';
import type { SourcePeriod } from '../../../src/seeds/source-period.js';
import type { Source } from '../../../src/seeds/sources.js';

export const PERIOD: SourcePeriod = { exercise: 2016, from: '2016-01-01', to: '2016-04-30' };

/** Little patience, so that a test of it is quick. */
export const HASTY: Limits = { ...LIMITS, timeoutMs: 400, totalMs: 5_000, maxBytes: 100_000, attempts: 2, pauseMs: 10 };

export function aSource(read: Source['read'], rest: Partial<Source> = {}): Source {
  return {
    id: 'prova',
    title: 'Fonte di prova',
    indicator: 'A-1',
    connection: 'prova',
    unit: 'number',
    read,
    ...rest,
  };
}

/** The connections of an environment that must be right. */
export function connectionsOf(env: NodeJS.ProcessEnv) {
  const read = readConnections(env);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** What a source of the connection `prova` gives, in one word: the value, or why there is none. */
export async function reading(
  env: NodeJS.ProcessEnv,
  source: Source,
  expected: Measure = {},
  limits: Limits = HASTY,
): Promise<string> {
  const signal = new AbortController().signal;
  return told(await readSource(source, PERIOD, expected, { connections: connectionsOf(env), limits, signal }));
}

function told(read: Awaited<Result<{ actual: object; raw: string }, string>>): string {
  return read.ok ? `${JSON.stringify(read.value.actual)} (${read.value.raw})` : read.error;
}
