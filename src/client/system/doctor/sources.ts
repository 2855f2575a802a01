import type { Config } from '../../../config.js';
import { connectionVariable } from '../../../platform/connections.js';
import { loadBodies } from '../../../seeds/bodies.js';
import { sourceWords } from '../../../words/sources.js';
import { bad, type Check, good, note } from './check.js';

const say = sourceWords.doctor;

/** Whether every automatic source has its connection. Reads nothing from them: `ciclo collect --dry-run` does. */
export function checkSources({ seedsDir, connections }: Config): Check {
  const bodies = loadBodies(seedsDir);
  if (!bodies.ok) return bad(say.what, say.unreadable, say.fixFiles);
  const sources = bodies.value.entities.flatMap((entity) => bodies.value.sources(entity.id));
  if (sources.length === 0) return good(say.what, say.none);
  const without = sources.filter((source) => !connections.has(source.connection));
  if (without.length === 0) return good(say.what, say.configured(sources.length));
  const variables = [...new Set(without.map((source) => connectionVariable(source.connection)))];
  return note(say.what, say.missing(without.map((s) => `${s.id} (${s.indicator})`)), say.set(variables));
}
