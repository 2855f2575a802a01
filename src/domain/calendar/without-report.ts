import type { DatedStep } from './types.js';

/** A step that brings before a board what a checkpoint has found. */
interface Reporting {
  readonly step: DatedStep;
  readonly checkpoint: DatedStep;
}

/**
 * The steps that would wait for ever: the checkpoint whose report they bring before a board was done before Ciclo, and has none here.
 * @param earlier ids of the steps done before Ciclo
 */
export const withoutReport = (steps: readonly DatedStep[], earlier: ReadonlySet<string>): readonly Reporting[] =>
  steps.flatMap((step) => {
    const checkpoint = steps.find(({ id, kind }) => kind === 'checkpoint' && id === step.document);
    return checkpoint !== undefined && earlier.has(checkpoint.id) && !earlier.has(step.id)
      ? [{ step, checkpoint }]
      : [];
  });
