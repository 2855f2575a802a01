import { pino } from 'pino';
import { loadConfig } from '../../config.js';
import { withSupposed } from '../../domain/confirmed-readings.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok, type Result } from '../../domain/result.js';
import { type Collector, collectCheckpoint, readAll, type SourceReport } from '../../office/collect-automatic.js';
import { freeze, monitoredIndicators } from '../../office/frozen-indicators.js';
import { LIMITS } from '../../office/sources/limits.js';
import { Failure } from '../../platform/errors.js';
import { checkpointOf } from '../../register/checkpoints.js';
import { presentIn } from '../../register/clock.js';
import type { Register } from '../../register/database.js';
import { type Bodies, loadBodies } from '../../seeds/bodies.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import type { SourcePeriod } from '../../seeds/source-period.js';
import { sourceWords } from '../../words/sources.js';
import { systemWords } from '../../words/system.js';
import { withRegister } from './with-register.js';

const words = sourceWords.cli;

/** What `ciclo collect` read. */
export interface Collected {
  readonly checkpoint: string;
  readonly period: SourcePeriod;
  readonly dryRun: boolean;
  readonly reports: readonly SourceReport[];
}

export interface CollectRequest {
  readonly entity: string;
  readonly year: number;
  readonly checkpoint: string;
  /** Space of the register to record in; absent: `ciclo`, or the latest rehearsal. */
  readonly space?: string;
  /** Read without a register: the plan and the calendar on file say what is measured and when. */
  readonly dryRun?: boolean;
}

/**
 * Reads a checkpoint's automatic sources now.
 * @returns what each gave, or what is wrong in the request
 * @throws Failure when the configuration, the data files or the register do not let it
 */
export async function collectNow(request: CollectRequest): Promise<Result<Collected, string>> {
  const config = loadConfig();
  const loaded = loadBodies(config.seedsDir);
  if (!loaded.ok) throw new Failure(2, systemWords.badFiles, ...loaded.error.map((e) => `  ${formatSeedError(e)}`));
  const bodies = loaded.value;
  const known = bodies.entities.map((e) => e.id);
  if (!known.includes(request.entity)) return err(words.noEntity(request.entity, known));
  const log = pino({ level: 'error' }, pino.destination(2));
  const collector: Collector = { connections: config.connections, limits: LIMITS, log };
  return request.dryRun === true
    ? await tryOut(request, bodies, collector)
    : await withRegister(
        config,
        request.space,
        request.entity,
        (db) => record(request, bodies, collector, db),
        LIMITS.together,
      );
}

async function tryOut(
  { entity, year, checkpoint }: CollectRequest,
  bodies: Bodies,
  collector: Collector,
): Promise<Result<Collected, string>> {
  const calendar = bodies.calendar(entity, year);
  if (!calendar.ok)
    throw new Failure(1, systemWords.noCalendar(entity, year), ...calendar.error.map((p) => `  ${p.message}`));
  const checkpoints = calendar.value.steps.filter((s) => s.checkpoint !== undefined);
  const dates = checkpoints.find((s) => s.id === checkpoint)?.checkpoint;
  if (dates === undefined) {
    return err(
      words.noCheckpoint(
        checkpoint,
        checkpoints.map((s) => s.id),
      ),
    );
  }
  const plan = bodies.plan(entity, year);
  if (plan === undefined) return err(words.noPlan(entity, year));
  const frozen = new Map(monitoredIndicators(withSupposed(plan).plan).map((i) => [i.code, freeze(i, year)]));
  const period = { exercise: year, from: dates.from, to: dates.to };
  const sources = bodies.sources(entity);
  const results = new Map<string, SourceReport['result']>();
  await readAll(sources, period, frozen, collector, async (source, result) => {
    results.set(source.id, result);
  });
  const reports = sources.map((source): SourceReport => {
    const result = results.get(source.id);
    return result === undefined ? { source } : { source, result };
  });
  return ok({ checkpoint, period, dryRun: true, reports });
}

async function record(
  { entity, year, checkpoint }: CollectRequest,
  bodies: Bodies,
  collector: Collector,
  { db }: Register,
): Promise<Result<Collected, string>> {
  const target = { cycle: cycleId({ entity, exercise: year }), checkpoint };
  const open = await checkpointOf(db, target);
  if (open?.state !== 'collecting') throw new Failure(1, words.notOpen(checkpoint));
  const at = await presentIn(db);
  const reports = await collectCheckpoint(db, target, bodies.sources(entity), {
    ...collector,
    exercise: year,
    // Asked for by hand: the moment on the wall tells it apart from any other, at any speed of the calendar.
    occasion: `a-mano/${new Date().toISOString()}`,
    at,
  });
  return ok({ checkpoint, period: { exercise: year, from: open.from, to: open.to }, dryRun: false, reports });
}
