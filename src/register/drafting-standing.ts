import type { Db } from './database.js';
import type { DecisionRecord } from './decisions.js';
import type { DraftedRef } from './drafting.js';
import { transmissionsOf } from './drafting-transmissions.js';
import { hearingOf } from './hearings.js';
import { type StepRecord, stepsOf } from './steps.js';

/** Where the work on a document stands. */
export type DraftStanding = {
  /** The step that takes it to its board; undefined for a document that goes before none. */
  readonly step: StepRecord | undefined;
  /** Rounds it has been transmitted. */
  readonly round: number;
} & (
  | { readonly phase: 'writing' /** Why it came back. */; readonly rejected?: DecisionRecord | undefined }
  /** Transmitted: what is written now would not be what the board reads. */
  | { readonly phase: 'with-board' }
  /** `amendable`: it changes by the amendment that is open. */
  | { readonly phase: 'approved'; readonly amendable: boolean }
);

/** Where a document stands on its way to its board, from the steps and their hearings. */
export async function draftStanding(db: Db, { cycle, document }: DraftedRef): Promise<DraftStanding> {
  const steps = await stepsOf(db, cycle);
  const step = steps.find(({ planned }) => planned.transmits === true && planned.document === document);
  if (step === undefined) return { phase: 'writing', step, round: 0 };
  const [{ matter, documents }, transmitted] = await Promise.all([
    hearingOf(db, step),
    transmissionsOf(db, cycle, step.id),
  ]);
  const round = transmitted.at(-1)?.round ?? 0;
  const heard = documents.at(-1)?.round ?? 0;
  switch (matter.phase) {
    case 'settled': {
      // Begun anew after its board had approved it.
      if (isOpen(step)) return { phase: round > heard ? 'with-board' : 'writing', step, round };
      const amends = (one: StepRecord): boolean =>
        one.planned.kind === 'amendment' && one.planned.document === document && isOpen(one);
      return { phase: 'approved', step, round, amendable: steps.some(amends) };
    }
    case 'before-board':
      return { phase: 'with-board', step, round };
    case 'to-revise':
      return round > heard
        ? { phase: 'with-board', step, round }
        : { phase: 'writing', step, round, rejected: matter.rejection };
    case 'preparing':
    case 'closed':
      return round > heard ? { phase: 'with-board', step, round } : { phase: 'writing', step, round };
    default:
      return matter satisfies never;
  }
}

const isOpen = ({ status }: StepRecord): boolean => status === 'open' || status === 'late';
