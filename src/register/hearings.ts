import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { isSettling } from '../domain/decision.js';
import type { Db } from './database.js';
import { type DecisionRecord, decisionsOf } from './decisions.js';
import type { StepRecord } from './steps.js';

/** A document as it went before a board. */
export interface BeforeBoard {
  readonly hash: string;
  readonly title: string;
  readonly mime: string;
  readonly frozenAt: Instant;
  readonly frozenOn: CivilDate;
  readonly preparedBy: readonly string[];
  /** Plan version it is written from. */
  readonly planVersion?: number;
}

/** Where the matter of a step before a board stands, as the register shows it. */
type Matter =
  /** Nothing is before the board: the preparers, or nobody yet, are at work. An amendment may have been taken back. */
  | { readonly phase: 'preparing'; readonly withdrawnAt?: Instant }
  | { readonly phase: 'before-board'; readonly round: number; readonly document: BeforeBoard }
  | { readonly phase: 'to-revise'; readonly round: number; readonly rejection: DecisionRecord }
  | { readonly phase: 'settled'; readonly decision: DecisionRecord }
  | { readonly phase: 'closed' };

/** A matter with what led to it. */
export interface Hearing {
  readonly matter: Matter;
  /** In the order they were recorded. */
  readonly decisions: readonly DecisionRecord[];
  /** Document of each round, the first one first; of the step alone, or the one another board approved. */
  readonly documents: readonly (BeforeBoard & { readonly round: number })[];
  /** What the preparers wrote the last time: of an amendment why they propose it, else what they changed after a rejection. */
  readonly note?: string;
  /** The decision of another board on the same document. */
  readonly approvedBefore?: DecisionRecord;
}

/** Reads where the matter of an approval or an amendment stands. Two queries. */
export async function hearingOf(db: Db, step: StepRecord): Promise<Hearing> {
  const [all, heard] = await Promise.all([decisionsOf(db, step.cycle), hearingsOf(db, step.cycle, step.id)]);
  const decisions = all.filter((d) => d.step === step.id);
  const last = heard.at(-1);
  const note =
    step.planned.kind === 'amendment'
      ? heard.findLast((one) => one.reason !== null)?.reason
      : heard.findLast((one) => one.revision !== null)?.revision;
  // A step that brings to its board what another one approved freezes nothing of its own: the OIV's validation.
  const approvedBefore =
    step.planned.kind === 'approval'
      ? all.findLast((d) => d.step !== step.id && d.outcome === 'approved' && d.documentHash === last?.hash)
      : undefined;
  return {
    decisions,
    documents: heard.map(beforeBoard),
    matter: matterOf(
      step,
      last,
      decisions.find((d) => d.key === last?.decision),
    ),
    note: note ?? undefined,
    approvedBefore,
  };
}

function matterOf(step: StepRecord, last: HeardDocument | undefined, settled: DecisionRecord | undefined): Matter {
  if (last === undefined) return { phase: step.status === 'cancelled' ? 'closed' : 'preparing' };
  if (settled === undefined) {
    if (last.withdrawnAt !== null) return { phase: 'preparing', withdrawnAt: last.withdrawnAt };
    if (step.status === 'cancelled') return { phase: 'closed' };
    return step.status === 'waiting'
      ? { phase: 'preparing' }
      : { phase: 'before-board', round: last.round, document: beforeBoard(last) };
  }
  if (isSettling(settled.outcome) || step.planned.kind === 'amendment') return { phase: 'settled', decision: settled };
  return last.resubmittedAt === null
    ? { phase: 'to-revise', round: last.round, rejection: settled }
    : { phase: 'preparing' };
}

/** A document that came before a board, with what became of it. */
export interface HeardDocument {
  readonly round: number;
  readonly hash: string;
  readonly title: string;
  readonly mime: string;
  readonly frozenAt: Instant;
  readonly preparedBy: readonly string[];
  readonly planVersion: number | null;
  readonly reason: string | null;
  /** Key of the decision that settled it. */
  readonly decision: string | null;
  readonly resubmittedAt: Instant | null;
  readonly revision: string | null;
  /** When who proposed it took it back, before the board had decided. */
  readonly withdrawnAt: Instant | null;
}

/** In which round each step of a cycle is before its board, of those that have come before one. One query. */
export async function roundsOf(db: Db, cycle: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('hearings')
    .select('step')
    .select((e) => e.fn.max<number>('round').as('round'))
    .where('cycle', '=', cycle)
    .groupBy('step')
    .execute();
  return new Map(rows.map(({ step, round }) => [step, round]));
}

/** What came before the board of a step, round by round. One query. */
export async function hearingsOf(db: Db, cycle: string, step: string): Promise<readonly HeardDocument[]> {
  return (
    db
      .selectFrom('hearings as h')
      .innerJoin('documents as d', (join) =>
        join.onRef('d.cycle', '=', 'h.cycle').onRef('d.hash', '=', 'h.documentHash'),
      )
      .select(['h.round', 'd.hash', 'd.title', 'd.mime', 'd.frozenAt', 'd.preparedBy'])
      .select((e) => e.fn.coalesce('h.planVersion', 'd.planVersion').as('planVersion'))
      .select(['h.reason', 'h.decision', 'h.resubmittedAt', 'h.revision', 'h.withdrawnAt'])
      .where('h.cycle', '=', cycle)
      .where('h.step', '=', step)
      // The same bytes may have been frozen twice: they are one document.
      .distinctOn('h.round')
      .orderBy('h.round')
      .orderBy('d.version')
      .execute()
  );
}

const beforeBoard = ({ round, hash, title, mime, frozenAt, preparedBy, planVersion }: HeardDocument) => ({
  round,
  hash,
  title,
  mime,
  frozenAt,
  frozenOn: romeDate(frozenAt),
  preparedBy,
  planVersion: planVersion ?? undefined,
});
