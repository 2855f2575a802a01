import { loadConfig } from '../../config.js';
import { err, ok, type Result } from '../../domain/result.js';
import { collectSeries, type SeriesReport } from '../../office/collect-series.js';
import { LIMITS } from '../../office/sources/limits.js';
import { Failure } from '../../platform/errors.js';
import { presentIn } from '../../register/clock.js';
import { PRODUCTION_SCHEMA } from '../../register/names.js';
import { loadBodies } from '../../seeds/bodies.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import { seriesSourceWords as words } from '../../words/context.js';
import { sourceWords } from '../../words/sources.js';
import { systemWords } from '../../words/system.js';
import { withRegister } from './with-register.js';

export interface CollectSeriesRequest {
  readonly entity: string;
  readonly of: number;
  /** Space of the register to record in; absent: `ciclo`, or the latest rehearsal. */
  readonly space?: string;
}

/**
 * Reads a year of a body's series from their automatic sources now.
 * @returns what each gave, or what is wrong in the request
 * @throws Failure when the configuration, the data files or the register do not let it
 */
export async function collectSeriesNow({
  entity,
  of: year,
  space,
}: CollectSeriesRequest): Promise<Result<readonly SeriesReport[], string>> {
  const config = loadConfig();
  const loaded = loadBodies(config.seedsDir);
  if (!loaded.ok) throw new Failure(2, systemWords.badFiles, ...loaded.error.map((e) => `  ${formatSeedError(e)}`));
  const known = loaded.value.entities.map(({ id }) => id);
  if (!known.includes(entity)) return err(sourceWords.cli.noEntity(entity, known));
  const { seriesSources = [] } = loaded.value.beside(entity);
  if (seriesSources.length === 0) return err(words.none);
  const reader = { connections: config.connections, limits: LIMITS, signal: AbortSignal.timeout(LIMITS.totalMs) };
  return await withRegister(config, space, entity, async ({ db, schema }) => {
    const at = await presentIn(db);
    return ok(
      await collectSeries(db, seriesSources, { entity, year, at, simulated: schema !== PRODUCTION_SCHEMA }, reader),
    );
  });
}
