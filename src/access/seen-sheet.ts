import type { ScoreTrace } from '../domain/individual/score.js';
import type { Passage } from '../domain/individual/stages.js';
import type { Judgement } from '../domain/individual/types.js';
import type { SheetSummary } from '../register/reading/sheets.js';
import {
  judgementsOf,
  type PassageRecord,
  type SheetRecord,
  scoreNow,
  type VersionRecord,
} from '../register/reading/sheets.js';
import type { SheetPart } from './individual-sight.js';

/** A sheet as somebody may see it: what they may not see is not there. */
export interface SeenSheet extends SheetSummary {
  readonly parts: ReadonlySet<SheetPart>;
  readonly objectives?: SheetRecord['objectives'];
  readonly versions?: readonly VersionRecord[];
  readonly own?: readonly Judgement[];
  readonly given?: readonly Judgement[];
  readonly score?: Pick<ScoreTrace, 'score' | 'coverage' | 'band' | 'pay'>;
  readonly trace?: ScoreTrace;
  /** What was done: of what is not to be seen, that it was, when and by whom alone. */
  readonly passages: readonly PassageRecord[];
}

/** Which part the words and judgements of a passage are of. */
const PART_OF: Readonly<Record<Passage, SheetPart>> = {
  propose: 'objectives',
  // What the person answered to who proposed: words between the two.
  accept: 'talks',
  object: 'talks',
  assign: 'objectives',
  change: 'objectives',
  'note-talk': 'talks',
  'evaluate-self': 'self-evaluation',
  evaluate: 'evaluation',
  observe: 'contest',
  'ask-second-instance': 'contest',
  'decide-second-instance': 'contest',
  'ask-conciliation': 'contest',
  'conclude-conciliation': 'contest',
  'withdraw-request': 'contest',
  'return-proposal': 'contest',
  'sign-off': 'score',
  'leave-unevaluated': 'contest',
  'take-up-again': 'contest',
};

/** Leaves of a sheet what somebody may see. Undefined for who may see nothing: then there is no such sheet. */
export function seenSheet(sheet: SheetRecord, parts: ReadonlySet<SheetPart>): SeenSheet | undefined {
  if (!parts.has('stage')) return undefined;
  const { objectives, versions, passages, ...summary } = sheet;
  const sees = (part: SheetPart): boolean => parts.has(part);
  const { own, given } = judgementsOf(sheet);
  const score = scoreNow(sheet);
  return {
    ...summary,
    parts,
    objectives: sees('objectives') ? objectives : undefined,
    versions: sees('objectives') ? versions : undefined,
    own: sees('self-evaluation') ? own : undefined,
    given: sees('evaluation') ? given : undefined,
    score:
      sees('score') && score !== undefined
        ? { score: score.score, coverage: score.coverage, band: score.band, pay: score.pay }
        : undefined,
    trace: sees('trace') && score !== undefined ? score : undefined,
    passages: passages.flatMap((one): readonly PassageRecord[] => {
      const { score: traced, ...passage } = one;
      const shown = sees(PART_OF[one.passage]);
      // That somebody contests is part of what is contested.
      if (!shown && PART_OF[one.passage] === 'contest') return [];
      const trace = traced !== undefined && sees('trace') ? { score: traced } : {};
      return shown ? [{ ...passage, ...trace }] : [{ ...passage, ...SILENT, ...trace }];
    }),
  };
}

const SILENT = { text: '', outcome: null, heldOn: null, absentDays: null, judgements: [] } as const;
