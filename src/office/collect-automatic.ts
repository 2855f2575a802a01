import type { Logger } from 'pino';
import { type CycleRef, SYSTEM } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { CollectionOutcome } from '../domain/checkpoint-progress.js';
import { cycleId } from '../domain/cycle-id.js';
import type { Measure } from '../domain/measured/measure.js';
import { err, type Result } from '../domain/result.js';
import type { Connections } from '../platform/connections.js';
import { type CheckpointRef, checkpointOf, frozenIndicators } from '../register/checkpoints.js';
import { type CollectedOutcome, collectedKeys, collectedOf } from '../register/collected.js';
import type { Db } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { missingIndicators } from '../register/measurements.js';
import type { SourcePeriod } from '../seeds/source-period.js';
import type { Source } from '../seeds/sources.js';
import { sourceWords } from '../words/sources.js';
import { collectSurveyed } from './collect-surveyed.js';
import type { Deps } from './deps.js';
import { keepReading } from './keep-reading.js';
import { LIMITS, type Limits } from './sources/limits.js';
import { type ReadValue, readSource } from './sources/read-source.js';

/** What collecting is done with. */
export interface Collector {
  readonly connections: Connections;
  readonly limits: Limits;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** What became of one source. */
export interface SourceReport {
  readonly source: Source;
  /** Absent when the indicator had a value already: there was nothing to propose. */
  readonly result?: CollectedOutcome;
}

/** The checkpoint's automatic sources, read once at its opening: what the officers are asked by hand starts from it. */
export async function collectAutomatic(
  { register, bodies, connections, log }: Pick<Deps, 'register' | 'bodies' | 'connections' | 'log'>,
  ref: CycleRef,
  step: DatedStep,
  run: number,
  at: Instant,
): Promise<CollectionOutcome> {
  const sources = bodies.sources(ref.entity);
  const target = { cycle: cycleId(ref), checkpoint: step.id };
  // What stakeholders were asked goes first: somebody has said that it measures the indicator, and no source is asked for it again.
  const surveyed = await collectSurveyed(register.db, target, ref, at);
  if (sources.length === 0) return countedOutcomes(surveyed.length, surveyed);
  const collector = { connections: connections ?? new Map(), limits: LIMITS, log };
  const reports = await collectCheckpoint(register.db, target, sources, {
    ...collector,
    exercise: ref.exercise,
    occasion: String(run),
    at,
  });
  const outcomes = reports.flatMap(({ result }) => result ?? []);
  return countedOutcomes(sources.length + surveyed.length, [...outcomes, ...surveyed]);
}

const countedOutcomes = (sources: number, outcomes: readonly CollectedOutcome[]): CollectionOutcome => ({
  sources,
  read: outcomes.filter(({ outcome }) => outcome === 'read').length,
  failed: outcomes.filter(({ outcome }) => outcome === 'failed').length,
});

/** When and why a checkpoint's sources are read. */
export interface Collection extends Collector {
  readonly exercise: number;
  /** Tells apart two collections of the same checkpoint: its run, or the moment somebody asked for one. */
  readonly occasion: string;
  readonly at: Instant;
}

/**
 * Reads the sources of what a checkpoint still lacks and puts on record what each gave. What needs no confirmation is
 * submitted. Idempotent by occasion: what is on record is not read again.
 * @throws when the checkpoint is not in the register
 */
export async function collectCheckpoint(
  db: Db,
  target: CheckpointRef,
  sources: readonly Source[],
  collection: Collection,
): Promise<readonly SourceReport[]> {
  const checkpoint = await checkpointOf(db, target);
  if (checkpoint === undefined)
    throw new Error(`checkpoint ${target.checkpoint} of ${target.cycle} is not in the register`);
  const frozen = new Map((await frozenIndicators(db, target)).map((i) => [i.indicator, i]));
  const missing = new Set((await missingIndicators(db, target)).map((i) => i.indicator));
  const keyOf = (s: Source): string => `${target.cycle}/${target.checkpoint}/${s.indicator}/${collection.occasion}`;
  const recorded = await collectedKeys(db, sources.map(keyOf));
  const { from, to } = checkpoint;
  const moment = { exercise: collection.exercise, at: to, today: romeDate(collection.at) };
  await readAll(
    sources.filter((s) => missing.has(s.indicator) && !recorded.has(keyOf(s))),
    { exercise: collection.exercise, from, to },
    new Map([...frozen].map(([code, one]) => [code, { ...one, moment }])),
    collection,
    (source, read) =>
      keepReading(
        db,
        target,
        { source, measure: { ...frozen.get(source.indicator), moment } },
        read,
        keyOf(source),
        collection.at,
      ),
  );
  const collected = await collectedOf(db, target);
  const reports = sources.flatMap((source): readonly SourceReport[] => {
    if (!frozen.has(source.indicator)) return [];
    const found = collected.get(source.indicator);
    // The last reading is of another occasion when this one had nothing to ask.
    const now = recorded.has(keyOf(source)) || missing.has(source.indicator);
    return [{ source, result: now ? found : undefined }];
  });
  await logCollection(db, target, collection, reports);
  return reports;
}

/** Reads sources a few at a time, all within the time there is, and hands each result on as it comes. */
export async function readAll(
  sources: readonly Source[],
  period: SourcePeriod,
  frozen: ReadonlyMap<string, Measure>,
  { connections, limits, log }: Collector,
  take: (source: Source, result: CollectedOutcome) => Promise<void>,
): Promise<void> {
  const waiting = [...sources];
  const reader = { connections, limits, signal: AbortSignal.timeout(limits.totalMs) };
  const readNext = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const read = await readSafely(source, period, frozen.get(source.indicator), reader, log);
      await take(
        source,
        read.ok
          ? { outcome: 'read', value: read.value.actual, raw: read.value.raw }
          : { outcome: 'failed', reason: read.error },
      );
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: limits.together }, readNext));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** One source with a fault nobody foresaw must not keep the others, and the officers, waiting. */
async function readSafely(
  source: Source,
  period: SourcePeriod,
  expected: Measure | undefined,
  reader: Parameters<typeof readSource>[3],
  log: Collector['log'],
): Promise<Result<ReadValue, string>> {
  if (expected === undefined) return err(sourceWords.failed.notMeasured);
  try {
    const read = await readSource(source, period, expected, reader);
    log.info({ source: source.id, indicator: source.indicator, read: read.ok }, 'automatic source');
    return read;
  } catch (cause) {
    // The error's own words could hold a connection's secrets: what it is and where it arose is enough to look for it.
    const stack = cause instanceof Error ? cause.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined;
    log.error(
      { source: source.id, error: cause instanceof Error ? cause.name : typeof cause, stack },
      'automatic source broke',
    );
    return err(sourceWords.failed.unforeseen);
  }
}

async function logCollection(
  db: Db,
  target: CheckpointRef,
  { occasion, at }: Collection,
  reports: readonly SourceReport[],
): Promise<void> {
  const codes = (outcome: CollectedOutcome['outcome']): readonly string[] =>
    reports.filter((r) => r.result?.outcome === outcome).map((r) => r.source.indicator);
  await appendLog(db, {
    key: `${target.cycle}/${target.checkpoint}/collected/${occasion}`,
    at,
    actor: SYSTEM,
    action: 'values-collected',
    subject: target.checkpoint,
    cycle: target.cycle,
    step: target.checkpoint,
    detail: { read: codes('read'), failed: codes('failed') },
  });
}
