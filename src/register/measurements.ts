import { sql } from 'kysely';
import { formatItalian } from '../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Measure } from '../domain/measured/measure.js';
import { refuseActual } from '../domain/measured/refuse-actual.js';
import { err, ok, type Result } from '../domain/result.js';
import { registerWords } from '../words/register.js';
import { refuseText } from './accept.js';
import { type CheckpointRef, checkpointOf } from './checkpoints.js';
import type { Db } from './database.js';
import { frozenOf } from './frozen.js';
import { type Arrival, type Arriving, Inbox, ownKey } from './inbox.js';
import type { Row } from './row.js';
import type { MeasurementRow, Submission } from './submission.js';
import { viaNow } from './via.js';

/** Proof that a form is in the register. */
export interface Receipt {
  readonly submission: number;
  readonly indicators: readonly string[];
  readonly at: Instant;
}

/** Why a form was refused, in Italian; nothing of it is in the register. */
export interface SubmissionRefusal {
  readonly reason: 'closed' | 'unknown-checkpoint' | 'invalid' | 'empty';
  readonly message: string;
  /** One entry per wrong row. */
  readonly rows: readonly { readonly indicator: string; readonly message: string }[];
}

/**
 * Takes an officer's form into the register, whole or not at all, and marks it untaken for the checkpoint's workflow.
 * The rows are validated against the readings the checkpoint froze; a checkpoint being closed at the same moment either
 * sees the form or refuses it. That the officer may answer for these indicators is for the caller to know.
 */
export async function submitMeasurements(db: Db, submission: Submission): Promise<Result<Receipt, SubmissionRefusal>> {
  const form = await checked(db, submission);
  if (!form.ok) return form;
  return outcomeOf(db, form.value, await inboxOf(db).take(form.value));
}

/**
 * As `submitMeasurements`, for an officer who answers for the offices of these indicators on a day in their own right:
 * one statement in all. Nothing is taken when they do not, or when a substitution touches them.
 * @returns `'not-by-membership'` when they may be entitled only otherwise
 */
export async function submitByMembership(
  db: Db,
  submission: Submission,
  who: { readonly entity: string; readonly on: CivilDate },
): Promise<Result<Receipt, SubmissionRefusal> | 'not-by-membership'> {
  const form = await checked(db, submission);
  if (!form.ok) return form;
  const frozen = await frozenOf(db, submission);
  const offices = new Set(submission.rows.flatMap((row) => frozen.get(row.indicator)?.office ?? []));
  const arrival = await inboxOf(db).take({ ...form.value, byMembership: { ...who, offices: [...offices] } });
  return arrival === 'not-by-membership' ? arrival : outcomeOf(db, form.value, arrival);
}

/** The form with a key, once everything that can be said of it without writing has been. */
async function checked(db: Db, submission: Submission): Promise<Result<Arriving, SubmissionRefusal>> {
  if (submission.rows.length === 0) return err({ reason: 'empty', message: registerWords.form.empty, rows: [] });
  const unreadable = refuseText(submission.lateReason);
  if (unreadable !== undefined) return err({ reason: 'invalid', message: unreadable, rows: [] });
  const wrong = refuseRows(await frozenOf(db, submission), submission.rows, romeDate(submission.at));
  if (wrong.length > 0) return err(await invalidRefusal(db, submission, wrong));
  const via = submission.via ?? viaNow();
  return ok({ ...submission, key: submission.key ?? ownKey(), via });
}

async function outcomeOf(db: Db, form: Arriving, arrival: Arrival): Promise<Result<Receipt, SubmissionRefusal>> {
  if (typeof arrival === 'object') {
    return ok({ ...arrival, indicators: form.rows.map((row) => row.indicator), at: form.at });
  }
  return (await earlierReceipt(db, form)) ?? err(await closedRefusal(db, form));
}

const inboxes = new WeakMap<Db, Inbox>();

/** The inbox of a register; inside a transaction, one of its own. */
function inboxOf(db: Db): Inbox {
  if (db.isTransaction) return new Inbox(db);
  const inbox = inboxes.get(db) ?? new Inbox(db);
  inboxes.set(db, inbox);
  return inbox;
}

/** The value an indicator has now at a checkpoint, and whose it is. */
export interface CurrentMeasurement
  extends Row<'measurements', 'indicator' | 'actual' | 'note' | 'cause' | 'next' | 'evidence'>,
    Row<'submissions', 'officer' | 'actingFor' | 'at' | 'simulated' | 'channel'> {
  readonly measurement: number;
}

/**
 * The last value of each indicator, unless it has been returned: a returned value does not bring back the one before,
 * which its officer had already replaced.
 */
export async function currentMeasurements(db: Db, ref: CheckpointRef): Promise<readonly CurrentMeasurement[]> {
  return db
    .with('latest', (w) =>
      w
        .selectFrom('measurements')
        .distinctOn('indicator')
        .select(['id', 'indicator', 'actual', 'note', 'cause', 'next', 'evidence', 'submission'])
        .where('cycle', '=', ref.cycle)
        .where('checkpoint', '=', ref.checkpoint)
        .orderBy('indicator')
        .orderBy('id', 'desc'),
    )
    .selectFrom('latest as m')
    .innerJoin('submissions as s', 's.id', 'm.submission')
    .leftJoin('returnedMeasurements as r', 'r.measurement', 'm.id')
    .where('r.measurement', 'is', null)
    .select(['m.id as measurement', 'm.indicator', 'm.actual', 'm.note', 'm.cause', 'm.next', 'm.evidence'])
    .select(['s.officer', 's.actingFor', 's.at', 's.simulated', 's.channel'])
    .orderBy('m.indicator')
    .execute();
}

/** An indicator with no valid value, and the remark its last one came back with. */
export interface MissingIndicator extends Row<'checkpointIndicators', 'indicator' | 'name' | 'office'> {
  readonly remark: string | null;
}

/**
 * The indicators of checkpoints, as `i`, that have no value that stands: none was sent, or the last one came back (`last`,
 * with its remark). Which checkpoints, and what of them, is for the caller to say.
 */
export const indicatorsWithoutValue = (db: Db) =>
  db
    .selectFrom('checkpointIndicators as i')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('measurements as m')
          .leftJoin('returnedMeasurements as r', 'r.measurement', 'm.id')
          .select(['m.id', 'r.measurement as returned', 'r.remark'])
          .whereRef('m.cycle', '=', 'i.cycle')
          .whereRef('m.checkpoint', '=', 'i.checkpoint')
          .whereRef('m.indicator', '=', 'i.indicator')
          .orderBy('m.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .where((e) => e.or([e('last.id', 'is', null), e('last.returned', 'is not', null)]));

/** What the checkpoint still lacks, in the plan's order. */
export async function missingIndicators(db: Db, ref: CheckpointRef): Promise<readonly MissingIndicator[]> {
  return indicatorsWithoutValue(db)
    .select(['i.indicator', 'i.name', 'i.office', 'last.remark'])
    .where('i.cycle', '=', ref.cycle)
    .where('i.checkpoint', '=', ref.checkpoint)
    .orderBy('i.ordinal')
    .execute();
}

/** A value as a form brought it. */
type SentMeasurement = Row<'measurements', 'indicator' | 'actual' | 'note'>;

/** The values that came with some forms. */
export async function measurementsOf(db: Db, submissions: readonly number[]): Promise<readonly SentMeasurement[]> {
  return db
    .selectFrom('measurements')
    .select(['indicator', 'actual', 'note'])
    .where('submission', 'in', [...submissions])
    .execute();
}

/** The receipt of the form that has this key already; a key of somebody else's form is refused. */
async function earlierReceipt(db: Db, form: Arriving): Promise<Result<Receipt, SubmissionRefusal> | undefined> {
  const row = await db
    .selectFrom('submissions as s')
    .select(['s.id as submission', 's.at', 's.officer', 's.cycle', 's.checkpoint'])
    .select(
      sql<string[]>`array(select m.indicator from measurements m where m.submission = s.id order by m.id)`.as(
        'indicators',
      ),
    )
    .where('s.key', '=', form.key)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { officer, cycle, checkpoint, ...receipt } = row;
  const own = officer === form.officer && cycle === form.cycle && checkpoint === form.checkpoint;
  return own ? ok(receipt) : err({ reason: 'invalid', message: registerWords.form.keyTaken, rows: [] });
}

/** Rows are wrong; when all are because the checkpoint is not there, that is what is said. */
async function invalidRefusal(db: Db, ref: CheckpointRef, rows: SubmissionRefusal['rows']): Promise<SubmissionRefusal> {
  if ((await checkpointOf(db, ref)) === undefined) {
    return { reason: 'unknown-checkpoint', message: registerWords.form.noCheckpoint, rows: [] };
  }
  return { reason: 'invalid', message: registerWords.form.wrongRows(rows.length), rows };
}

async function closedRefusal(db: Db, ref: CheckpointRef): Promise<SubmissionRefusal> {
  const checkpoint = await checkpointOf(db, ref);
  const closedAt = checkpoint?.closedAt ?? undefined;
  const when = closedAt && formatItalian(romeDate(closedAt));
  return {
    reason: 'closed',
    message: registerWords.form.closed(when),
    rows: [],
  };
}

function refuseRows(
  expected: ReadonlyMap<string, Measure>,
  rows: readonly MeasurementRow[],
  today: CivilDate,
): SubmissionRefusal['rows'] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const indicator = expected.get(row.indicator);
    const message = seen.has(row.indicator)
      ? registerWords.form.twice
      : indicator === undefined
        ? registerWords.form.notCollected
        : (refuseActual(row.actual, { ...indicator, moment: { today } }) ??
          [row.note, row.cause, row.next].map(refuseText).find((why) => why !== undefined));
    seen.add(row.indicator);
    return message === undefined ? [] : [{ indicator: row.indicator, message }];
  });
}
