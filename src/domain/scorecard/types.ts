import type { IndicatorAssessment, Rollup, TrafficLight } from '../achievement/types.js';
import type { CivilDate } from '../calendar/types.js';
import type { DecimalText } from '../targets/types.js';

/** A decision of a person over a computed result. It never replaces the computation: both are kept and shown. */
export type Override = {
  readonly indicator: string;
  readonly by: string;
  readonly on: CivilDate;
  readonly reason: string;
  /** The act that carries it: `Delibera di Giunta n. 12 del 15/02/2017`. */
  readonly act: string;
} & (
  | { readonly kind: 'forced' /** Percent, within the policy's floor and cap. */; readonly value: DecimalText }
  | { readonly kind: 'neutralised' }
);

/** Why an override is refused, in Italian. */
export interface OverrideProblem {
  readonly indicator: string;
  readonly field: 'indicator' | 'by' | 'reason' | 'act' | 'value';
  readonly message: string;
}

/** An override at work, beside what was computed without it. */
export interface AppliedOverride {
  readonly override: Override;
  /** Of the forced value; a neutralised indicator has none. */
  readonly light: TrafficLight;
  readonly computed: Pick<IndicatorAssessment, 'state' | 'achievement' | 'uncapped' | 'light'>;
}

/** What a child brings to its parent's achievement. Points of all children add up to it exactly, as printed too. */
export interface Contribution {
  readonly node: string;
  readonly title: string;
  /** Share of the parent's counted weight, percent, exact fraction. */
  readonly share: string;
  /** Percentage points, rounded so that they add up. */
  readonly points: DecimalText;
  /** The same, exact fraction. */
  readonly exact: string;
}

export interface ScorecardNode extends Rollup {
  /** The achievement as an exact fraction. */
  readonly exact?: string;
  /** Weight after what is not assessable or neutralised left. */
  readonly effectiveWeight: DecimalText;
  /** Indicators below, by what is known of them. */
  readonly counts: {
    readonly assessed: number;
    readonly missing: number;
    readonly notYet: number;
    readonly doubtful: number;
    readonly notAssessable: number;
  };
  readonly contributions: readonly Contribution[];
  /** Overrides at work below. */
  readonly overrides: readonly AppliedOverride[];
  readonly children: readonly ScorecardNode[];
}

/** All the ways the same assessments are summed. */
export interface Scorecard {
  readonly policy: { readonly id: string; readonly version: string };
  /** Entity → areas → objectives → programmes → indicators. */
  readonly entity: ScorecardNode;
  /** Perspectives → objectives → programmes → indicators, as the printed scorecard. */
  readonly perspectives: readonly ScorecardNode[];
  readonly areas: readonly ScorecardNode[];
  readonly offices: readonly ScorecardNode[];
  /** *Missione/programma* of the PIRA. */
  readonly missioni: readonly ScorecardNode[];
  /** One per role, with their objectives. */
  readonly individual: readonly ScorecardNode[];
  /** One per programme sheet, over its own indicators. */
  readonly sheets: readonly ScorecardNode[];
  readonly overrides: readonly AppliedOverride[];
}

/** Titles of what a plan names by id only. */
export interface Titles {
  readonly office?: (id: string) => string;
  readonly role?: (id: string) => string;
  /** Of a *missione/programma*, by its code; undefined where nobody says it. */
  readonly missione?: (code: string) => string | undefined;
}
