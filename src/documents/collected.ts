import type { AssessmentState } from '../domain/achievement/types.js';
import { documentWords } from '../words/documents.js';
import type { CheckpointContent } from './checkpoint-content.js';
import { type Block, paragraph } from './content.js';

const words = documentWords.monitoring;

/** On what the results of a checkpoint stand: how many indicators are judged, what the others lack, and why it was closed by hand. */
export function collectedBlocks({ indicators, closedByHand }: CheckpointContent): readonly Block[] {
  const states = indicators.flatMap(({ repeated, assessment }) => (repeated === true ? [] : [assessment.state]));
  if (states.length === 0) return [];
  const inState = (...some: readonly AssessmentState[]): number => states.filter((one) => some.includes(one)).length;
  return [
    paragraph(
      words.collected(states.length, {
        assessed: inState('assessed'),
        missing: inState('missing', 'not-computed'),
        later: inState('not-yet'),
        doubtful: inState('doubtful'),
        out: inState('not-assessable'),
      }),
    ),
    ...(closedByHand === undefined ? [] : [paragraph(words.closedByHand(closedByHand.on, closedByHand.reason))]),
  ];
}
