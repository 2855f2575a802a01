import type { CivilDate, Instant } from '../domain/calendar/types.js';
import type { CheckpointRef } from './checkpoints.js';
import { type Db, inTransaction } from './database.js';
import type { Row } from './row.js';

/** What an officer means to do about an indicator far from its target. */
interface CorrectiveAction extends CheckpointRef {
  /** Given by the caller so that the same form sent twice counts once. */
  readonly key: string;
  readonly indicator: string;
  readonly officer: string;
  readonly actingFor?: string;
  readonly text: string;
  readonly at: Instant;
  readonly simulated: boolean;
  /** How the body follows it; absent where it is nobody else's business: an individual objective. */
  readonly follow?: CorrectiveFollow;
}

/** What the body follows of a corrective action, as its other actions. */
export interface CorrectiveFollow {
  readonly entity: string;
  readonly exercise: number;
  /** Name of the indicator. */
  readonly name: string;
  /** Title of the checkpoint that found the result. */
  readonly heading: string;
  /** The result it is about, in words. */
  readonly source: string;
  /** `ufficio:<id>` */
  readonly owner: string;
  readonly dueOn: CivilDate;
}

/** Under which id what is done about an indicator's result at a checkpoint is followed: `2016-monitoraggio-1/1-1-1-s03`. */
export const correctiveItem = (exercise: number, checkpoint: string, indicator: string): string =>
  [`${exercise}-${checkpoint}`, indicator].map(slug).join('/');

/** The exercise whose result a followed corrective action is about. */
export const exerciseOfCorrective = (item: string): number => Number.parseInt(item, 10);

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export type CorrectiveActionRecord = Row<'correctiveActions', (typeof COLUMNS)[number]>;

const COLUMNS = ['indicator', 'officer', 'actingFor', 'text', 'at'] as const;

/**
 * Puts proposals on record. Each counts once by its key. From the first proposal on the body follows what is
 * done about it; a later one changes what is promised, not how it stands.
 */
export async function addCorrectiveActions(db: Db, actions: readonly CorrectiveAction[]): Promise<void> {
  if (actions.length === 0) return;
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('correctiveActions')
      .values(actions.map(({ follow: _, ...action }) => ({ ...action, actingFor: action.actingFor ?? null })))
      .onConflict((c) => c.column('key').doNothing())
      .execute();
    for (const action of actions) await follow(tx, action);
  });
}

/** What is proposed now for each indicator of a checkpoint that has a proposal. */
export async function correctiveActionsOf(
  db: Db,
  ref: CheckpointRef,
): Promise<ReadonlyMap<string, CorrectiveActionRecord>> {
  const rows = await db
    .selectFrom('correctiveActions')
    .distinctOn('indicator')
    .select(COLUMNS)
    .where('cycle', '=', ref.cycle)
    .where('checkpoint', '=', ref.checkpoint)
    .orderBy('indicator')
    .orderBy('id', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.indicator, row]));
}

/** What is proposed for an indicator at each checkpoint of a cycle that has a proposal, in the order they were made. */
export async function correctiveActionsFor(
  db: Db,
  cycle: string,
  indicator: string,
): Promise<readonly (CorrectiveActionRecord & { readonly checkpoint: string })[]> {
  const rows = await db
    .selectFrom('correctiveActions')
    .distinctOn('checkpoint')
    .select(['id', 'checkpoint', ...COLUMNS])
    .where('cycle', '=', cycle)
    .where('indicator', '=', indicator)
    .orderBy('checkpoint')
    .orderBy('id', 'desc')
    .execute();
  return rows.toSorted((a, b) => a.id - b.id);
}

async function follow(tx: Db, { follow, checkpoint, indicator, text }: CorrectiveAction): Promise<void> {
  if (follow === undefined) return;
  const { entity, exercise, name, heading, source, owner, dueOn } = follow;
  const promised = { heading, text: `${indicator} ${name}: ${text}`, source, owner, dueOn };
  await tx
    .insertInto('followed')
    .values({
      entity,
      kind: 'corrective',
      id: correctiveItem(exercise, checkpoint, indicator),
      // In the order of exercises; within one, in that of their ids.
      ordinal: exercise,
      ...promised,
      norm: null,
      stated: '',
      statedOn: null,
      everyMonths: null,
      origin: 'console',
      current: true,
    })
    .onConflict((c) => c.columns(['entity', 'kind', 'id']).doUpdateSet(promised))
    .execute();
}
