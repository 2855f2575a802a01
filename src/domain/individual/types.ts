import type { DecimalText } from '../targets/types.js';

/**
 * How a body evaluates its people (SMVP, D.Lgs. 150/2009, art. 9), as data of its policy: a body without it evaluates nobody here.
 * All percentages are on 100: `'66.67'`.
 */
export interface IndividualRules {
  readonly dictionaries: readonly Dictionary[];
  /** In the order somebody is looked for: the first that fits is theirs. */
  readonly groups: readonly EvaluatedGroup[];
  readonly partYear: PartYearRule;
  /** Highest share of the people of a group that may be in its first band; absent: no rule (D.Lgs. 150/2009, art. 19). */
  readonly differentiation?: Differentiation;
}

/** Behaviours expected of a group, and the scale they are judged on. */
export interface Dictionary {
  readonly id: string;
  readonly title: string;
  readonly behaviours: readonly Behaviour[];
  /** In rising order. */
  readonly scale: readonly ScaleStep[];
}

interface Behaviour {
  readonly id: string;
  readonly title: string;
  /** What somebody sees who does it well. */
  readonly descriptor: string;
  /** Weights of a dictionary sum to 100. */
  readonly weight: DecimalText;
}

export interface ScaleStep {
  readonly id: string;
  readonly title: string;
  readonly descriptor: string;
  /** What it is worth, on 100. */
  readonly score: DecimalText;
}

export interface EvaluatedGroup {
  readonly id: string;
  readonly title: string;
  readonly who: GroupMembership;
  readonly evaluator: Evaluator;
  /** Role that hears a second instance; never one that evaluates. */
  readonly secondInstance: string;
  /** Role that holds the conciliazione after it; never one that has judged before. */
  readonly conciliation: string;
  /** Weights sum to 100. */
  readonly parts: readonly ScorePart[];
  /** In falling order, covering 0–100 without overlap: a band holds from its `from`, included, to the one before's. */
  readonly bands: readonly PayBand[];
  /** Whether the objectives belong in the Piano (dirigenti: D.Lgs. 150/2009, art. 10, c. 1, lett. a). */
  readonly inPlan: boolean;
  /** Days a person has for each answer, by stage. */
  readonly terms: StageTerms;
}

type GroupMembership =
  | { readonly kind: 'role'; readonly role: string }
  /** Whoever holds an office and is in no group before. */
  | { readonly kind: 'everybody-else' };

/** Who evaluates: the superior in the organisation, or a body's role that proposes to a board that decides. */
type Evaluator =
  | { readonly kind: 'superior' }
  | { readonly kind: 'board'; readonly proposes: string; readonly decides: string };

export type ScorePart =
  /** The result of the body's scorecard, or of the programmes of the person's office. */
  | { readonly kind: 'organisational'; readonly weight: DecimalText; readonly of: 'entity' | 'office' }
  | { readonly kind: 'objectives'; readonly weight: DecimalText }
  | { readonly kind: 'behaviours'; readonly weight: DecimalText; readonly dictionary: string };

export interface PayBand {
  readonly id: string;
  readonly title: string;
  readonly from: DecimalText;
  /** Share of the result pay, on 100. */
  readonly pay: DecimalText;
}

export interface StageTerms {
  /** To accept what is proposed or object to it. */
  readonly acceptance: number;
  /** From the end of the period, to evaluate oneself. */
  readonly selfEvaluation: number;
  /** To write observations on the evaluation. */
  readonly observations: number;
  /** To ask for the second instance. */
  readonly secondInstance: number;
  /** To ask for the conciliazione after it. */
  readonly conciliation: number;
}

export interface PartYearRule {
  /** Days in post within the exercise under which nobody is evaluated. */
  readonly minimumDays: number;
  /** Share of the pay of who was there for a part of it: by days, or whole. */
  readonly pay: 'by-days' | 'whole';
  /** Kinds of absence that count as days in post. */
  readonly countedAbsences: readonly string[];
}

export interface Differentiation {
  readonly group: string;
  readonly band: string;
  readonly atMost: DecimalText;
}

/** Who evaluates: a person, or where a board decides the role that proposes. */
export type SheetEvaluator =
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'role'; readonly role: string };

export interface AssignedObjective {
  /** Within the sheet: `1`. */
  readonly id: string;
  readonly title: string;
  /** Those of a sheet sum to 100. */
  readonly weight: DecimalText;
  readonly result: ObjectiveResult;
}

/** Where the result of an objective comes from. */
export type ObjectiveResult =
  /** Computed from the plan: a programme or an indicator, by code. */
  | { readonly kind: 'programme'; readonly code: string }
  | { readonly kind: 'indicator'; readonly code: string }
  /** An objective of chapter 5, by code: its indicators are measured like the plan's. */
  | { readonly kind: 'individual-objective'; readonly code: string }
  /** The evaluator says it, with a reason. */
  | { readonly kind: 'own'; readonly expected: string };

/** Where a sheet stands; each passage is an act on record (`stages.ts`). */
export const SHEET_STAGES = [
  'proposed',
  'objected',
  'accepted',
  'assigned',
  'talked',
  'self-evaluated',
  'evaluated',
  'observed',
  'second-instance',
  'reviewed',
  'conciliation',
  'conciliated',
  'signed-off',
  'not-evaluated',
] as const;
export type SheetStage = (typeof SHEET_STAGES)[number];

/** How one behaviour, or an objective of one's own, was judged. */
export interface Judgement {
  /** Id of a behaviour, or of an objective. */
  readonly of: string;
  /** Id of a step of the scale; of an objective a percentage. */
  readonly value: string;
  readonly sentence: string;
}
