import { type PlanPart, partsOf } from '../../domain/plan-outline.js';
import { planWork } from '../../domain/plan-work.js';
import { candidatesOf } from '../../domain/targets/outcome.js';
import { sentence } from '../../domain/targets/sentence.js';
import { readIn, toReadIn } from '../../domain/to-read.js';
import { planAsRead } from '../confirmed-readings.js';
import type { Db } from '../database.js';
import { listPlanVersions } from '../plans.js';

/** A target of a plan with how it may be read, or is. */
export interface ListedReading {
  readonly version: number;
  readonly inForce: boolean;
  readonly indicator: string;
  /** Its place in the plan: names it where several indicators have the code. */
  readonly key: string;
  readonly name: string;
  /** Verbatim. */
  readonly target: string;
  /** `parsed`: written in the text; `proposed`, `ambiguous`: to be chosen among the readings. */
  readonly outcome: string;
  /** What it may be read as; whoever chooses one says its number, from 1. */
  readonly readings: readonly string[];
  /** As it is confirmed; absent while it waits. */
  readonly confirmed?: string;
  /** Codes of the rows that say the same: its reading is theirs. */
  readonly followers: readonly string[];
}

/** A version whose readings can be said, with those of its targets. */
export interface ListedVersion {
  readonly version: number;
  readonly inForce: boolean;
  readonly waiting: number;
  readonly readings: readonly ListedReading[];
}

/**
 * The readings of a cycle's plan in force and of the draft that is worked on.
 * @param individual whether individual objectives are listed too
 */
export async function listedReadings(
  db: Db,
  ref: { readonly entity: string; readonly exercise: number },
  individual: boolean,
): Promise<readonly ListedVersion[]> {
  const work = planWork(await listPlanVersions(db, ref.entity, ref.exercise));
  const inForce = work.kind === 'first' ? 0 : work.inForce;
  const draft = work.kind === 'first' || work.kind === 'amending' ? work.draft : 0;
  const listed: ListedVersion[] = [];
  for (const version of [inForce, draft].filter((one) => one !== 0)) {
    const plan = await planAsRead(db, ref, version);
    const parts = partsOf(plan).filter(({ kind }) => individual || kind !== 'individual');
    const readings = readingsIn(parts, plan.exercise, { version, inForce: version === inForce });
    const waiting = readings.filter(({ confirmed }) => confirmed === undefined).length;
    listed.push({ version, inForce: version === inForce, waiting, readings });
  }
  return listed;
}

function readingsIn(
  parts: readonly PlanPart[],
  year: number,
  of: Pick<ListedReading, 'version' | 'inForce'>,
): readonly ListedReading[] {
  const confirmed = new Map(readIn(parts, year).map((one) => [one.key, sentence(one.reading)]));
  return [...toReadIn(parts, year), ...readIn(parts, year)].map(({ indicator, key, text, outcome, followers }) => ({
    ...of,
    indicator: indicator.code,
    key,
    name: indicator.name,
    target: text,
    outcome: outcome.outcome,
    readings: candidatesOf(outcome).map((one) => sentence(one.reading)),
    confirmed: confirmed.get(key),
    followers: followers.map((row) => row.indicator.code),
  }));
}
