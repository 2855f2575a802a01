import type { CivilDate, Instant } from '../../domain/calendar/types.js';
import { instantOfMs, msOfInstant } from '../../domain/clock.js';
import { ADMINISTRATOR } from '../../domain/entity.js';
import { ON_FIRST_PAGE, type Trouble, type TroubleKind } from '../../domain/trouble.js';
import { troublesOf } from '../../domain/troubles-of.js';
import { troubleReason } from '../../words/troubles.js';
import type { Db } from '../database.js';
import { individualCodes, namesAny } from '../log-reader.js';
import { holdersOf } from '../people.js';
import { countTroubles, endedTroubles, openTroubles, type TroubleRecord } from '../troubles.js';
import { lookAtSchema, lookAtWorkers } from './installation.js';

/** A trouble as a page shows it. */
export interface TroubleShown extends Pick<TroubleRecord, 'kind' | 'reason' | 'detail' | 'attempts'> {
  /** Absent when nobody noted its beginning. */
  readonly since?: Instant;
}

/** What is stuck in a body, what has been mended lately, and what is stuck in the installation. */
export interface TroublesShown {
  readonly own: readonly TroubleRecord[];
  readonly ended: readonly TroubleRecord[];
  readonly installation: readonly TroubleShown[];
}

const LATELY_DAYS = 14;

/** Who reads: whether they keep the machines, and whether they may see what is about individual objectives. */
interface TroubleReader {
  readonly keepsMachines: boolean;
  readonly individual: boolean;
}

export async function troublesShown(
  db: Db,
  entity: string,
  now: Instant,
  { keepsMachines, individual }: TroubleReader,
): Promise<TroublesShown> {
  const since = instantOfMs(msOfInstant(now) - LATELY_DAYS * 86_400_000);
  const [own, ended, installation] = await Promise.all([
    openTroubles(db, { entity }),
    endedTroubles(db, { entity }, since),
    keepsMachines ? installationTroubles(db) : [],
  ]);
  if (individual) return { own, ended, installation };
  const hidden = await hiddenCodes(db, entity);
  const names = namesAny(hidden);
  const mayBeSeen = ({ detail, reason }: TroubleRecord): boolean =>
    !names(reason) && !indicatorsOf(detail).some((code) => hidden.includes(code));
  return { own: own.filter(mayBeSeen), ended: ended.filter(mayBeSeen), installation };
}

/** The indicators that a trouble is about. */
function indicatorsOf(trouble: Trouble): readonly string[] {
  if (trouble.kind === 'source-failing') return [trouble.indicator];
  return trouble.kind === 'not-computed' ? trouble.indicators : [];
}

/** Codes of individual objectives and their indicators, in any exercise of a body. */
async function hiddenCodes(db: Db, entity: string): Promise<readonly string[]> {
  const cycles = await db.selectFrom('cycles').select('exercise').where('entity', '=', entity).execute();
  return (await Promise.all(cycles.map(({ exercise }) => individualCodes(db, entity, exercise)))).flat();
}

/** What is looked at here and now: nobody keeps a list of it while no worker is there, or while its own version is at stake. */
const LOOKED_AT: readonly TroubleKind[] = ['worker-absent', 'migration-pending'];

async function installationTroubles(db: Db): Promise<readonly TroubleShown[]> {
  const [recorded, workers, schema] = await Promise.all([
    openTroubles(db, 'installation'),
    lookAtWorkers(db),
    lookAtSchema(db),
  ]);
  const shown = (trouble: Trouble): TroubleShown => {
    const since = recorded.find(({ kind }) => kind === trouble.kind)?.since;
    return {
      kind: trouble.kind,
      reason: troubleReason(trouble),
      detail: trouble,
      attempts: null,
      since,
    };
  };
  const live = [workers, schema].flatMap((facts) => troublesOf(facts).troubles);
  return [...live.map(shown), ...recorded.filter(({ kind }) => !LOOKED_AT.includes(kind))];
}

/** Whether some person administers a body on a day; where none does, who steers its cycle is told in their place. */
export async function isAdministered(db: Db, entity: string, on: CivilDate): Promise<boolean> {
  return (await holdersOf(db, entity, ADMINISTRATOR, on)).length > 0;
}

/** What a first page says at once, of an exercise or of all bodies: what their people are to do themselves. One query. */
export async function saidAtOnce(
  db: Db,
  of: 'all' | { readonly entity: string; readonly exercise: number },
): Promise<readonly TroubleRecord[]> {
  const open = await openTroubles(db, of === 'all' ? of : { entity: of.entity });
  const exercise = of === 'all' ? undefined : of.exercise;
  return open.filter(
    ({ kind, detail }) =>
      ON_FIRST_PAGE.includes(kind) &&
      (exercise === undefined || !('exercise' in detail) || detail.exercise === exercise),
  );
}

/** How many there are in a body now. One query. */
export async function howManyTroubles(db: Db, entity: string): Promise<number> {
  return [...(await countTroubles(db, { entity })).values()].reduce((sum, n) => sum + n, 0);
}
