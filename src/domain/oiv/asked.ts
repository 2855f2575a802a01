import { OIV } from '../entity.js';

/**
 * What the OIV is asked at a step before it: to validate the Relazione (D.Lgs. 150/2009, art. 14, c. 4, lett. c), or its opinion on the
 * yearly update of the Sistema (art. 7, c. 1).
 */
export type OivTask = 'validation' | 'opinion';

/** A step whose work is done at the OIV's desk: what is asked of it, or its yearly report (art. 14, c. 4, lett. a). */
type DeskWork = OivTask | 'report';

/** Kind of the document in which the OIV says how the whole system works. */
export const OIV_REPORT = 'relazione-oiv';

interface BeforeOiv {
  readonly kind: string;
  readonly board?: string | undefined;
  readonly document?: string | undefined;
  /** The document a task is about. */
  readonly prepares?: string | undefined;
}

/** What the OIV is asked at a step; undefined where it is not the board, or the document is another one. */
export function oivTaskOf({ kind, board, document }: BeforeOiv): OivTask | undefined {
  if (kind !== 'approval' || board !== OIV) return undefined;
  if (document === 'relazione') return 'validation';
  return document === 'smvp' ? 'opinion' : undefined;
}

/** What of a step is done at the OIV's desk; undefined for every other step. */
export const deskWorkOf = (step: BeforeOiv): DeskWork | undefined =>
  step.kind === 'task' && step.prepares === OIV_REPORT ? 'report' : oivTaskOf(step);
