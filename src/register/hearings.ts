import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Db } from './database.js';
import { type DecisionRecord, decisionsOf } from './decisions.js';
import { documentsOf } from './documents.js';
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
export type Matter =
  /** Nothing is before the board: the preparers, or nobody yet, are at work. */
  | { readonly phase: 'preparing' }
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

/** Reads where the matter of an approval or an amendment stands. Four queries. */
export async function hearingOf(db: Db, step: StepRecord): Promise<Hearing> {
  const [all, documents, entries] = await Promise.all([
    decisionsOf(db, step.cycle),
    documentsOf(db, step.cycle),
    db
      .selectFrom('log')
      .select(['key', 'action', 'at', 'detail'])
      .where('cycle', '=', step.cycle)
      .where('step', '=', step.id)
      .where('action', 'in', ['document-frozen', 'step-resubmitted', 'amendment-proposed'])
      .orderBy('id')
      .execute(),
  ]);
  const decisions = all.filter((d) => d.step === step.id);
  const amends = step.planned.kind === 'amendment';
  const resubmitted = entries.filter((e) => e.action === 'step-resubmitted');
  const frozen = entries
    .filter((e) => e.action === 'document-frozen')
    .flatMap((entry) => {
      const round = Number(/\/document\/(\d+)$/.exec(entry.key ?? '')?.[1]);
      const hash = fieldOf(entry.detail, 'hash');
      const document = documents.find((d) => d.hash === hash);
      if (document === undefined || !Number.isInteger(round)) return [];
      return [{ ...beforeBoard(document, entry.detail), round }];
    });
  const last = frozen.at(-1);
  const rejections = decisions.filter((d) => d.outcome === 'rejected').length;
  const settled = decisions.findLast((d) => d.outcome !== 'deferred');
  const written = entries.findLast((e) => e.action === (amends ? 'amendment-proposed' : 'step-resubmitted'));
  const note = fieldOf(written?.detail ?? {}, 'reason');
  const facts = { decisions, note };

  // A step that brings to its board what another one approved freezes nothing of its own: the OIV's validation.
  const approvedBefore = all.findLast(
    (d) =>
      d.step !== step.id &&
      d.outcome === 'approved' &&
      documents.some((doc) => doc.kind === step.planned.document && doc.hash === d.documentHash),
  );
  const borrowed = documents.find((d) => d.hash === approvedBefore?.documentHash);
  if (last === undefined && step.planned.kind === 'approval' && borrowed !== undefined) {
    const round = decisions.filter((d) => d.outcome !== 'deferred').length + 1;
    const document = beforeBoard(borrowed, {});
    const matter = matterOf(step, settled, {
      round: rejections > 0 && resubmitted.length < rejections ? round - 1 : round,
      document,
      awaitsRevision: resubmitted.length < rejections,
    });
    return {
      ...facts,
      matter,
      documents: [{ ...document, round }],
      approvedBefore,
    };
  }
  if (last === undefined) return { ...facts, documents: [], matter: idle(step) };
  const settlement = decisions.find((d) => d.round === last.round && d.outcome !== 'deferred');
  const sentAgain =
    settlement !== undefined &&
    resubmitted.some((entry) => entry.at >= settlement.at && settlement.outcome === 'rejected');
  const matter: Matter =
    settlement === undefined
      ? matterOf(step, undefined, { round: last.round, document: last, awaitsRevision: false })
      : settlement.outcome === 'approved' || step.planned.kind === 'amendment'
        ? { phase: 'settled', decision: settlement }
        : sentAgain
          ? { phase: 'preparing' }
          : { phase: 'to-revise', round: last.round, rejection: settlement };
  return { ...facts, documents: frozen, matter };
}

function matterOf(
  step: StepRecord,
  settled: DecisionRecord | undefined,
  at: { readonly round: number; readonly document: BeforeBoard; readonly awaitsRevision: boolean },
): Matter {
  if (settled?.outcome === 'approved') return { phase: 'settled', decision: settled };
  if (step.status === 'cancelled') return { phase: 'closed' };
  if (settled !== undefined && at.awaitsRevision) return { phase: 'to-revise', round: at.round, rejection: settled };
  return step.status === 'waiting'
    ? { phase: 'preparing' }
    : { phase: 'before-board', round: at.round, document: at.document };
}

const idle = (step: StepRecord): Matter => ({ phase: step.status === 'cancelled' ? 'closed' : 'preparing' });

function beforeBoard(document: Awaited<ReturnType<typeof documentsOf>>[number], detail: object): BeforeBoard {
  const version = 'planVersion' in detail && typeof detail.planVersion === 'number' ? detail.planVersion : undefined;
  const planVersion = version ?? document.planVersion ?? undefined;
  return {
    hash: document.hash,
    title: document.title,
    mime: document.mime,
    frozenAt: document.frozenAt,
    frozenOn: romeDate(document.frozenAt),
    preparedBy: document.preparedBy,
    planVersion,
  };
}

function fieldOf(detail: object, name: string): string | undefined {
  const value = Object.entries(detail).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
}
