import type { DecimalText, Reading } from './target/types.js';

export type Perspective = string;

/** Where in the source document a value was read: page heading or table, and row. */
export type SourcePlace = string;

/** A target as approved: the verbatim text, and its reading once a person has confirmed it. */
export interface Target {
  readonly year: number;
  /** Verbatim, including what says nothing. */
  readonly text: string;
  readonly confirmed?: Reading;
  readonly confirmedBy?: string;
}

export interface Indicator {
  /** Stable within the plan: `1.1.1-01`. */
  readonly code: string;
  readonly name: string;
  /** Percent of the whole scorecard; absent for operational indicators of a programme sheet. */
  readonly weight?: DecimalText;
  readonly perspective?: Perspective;
  /** Office that answers for it. */
  readonly office: string;
  readonly missioneProgramma?: string;
  readonly targets: readonly Target[];
  /** `Risultato 2015`, `Risultato 2016` cells as written. */
  readonly results?: readonly { readonly year: number; readonly text: string }[];
  readonly source: SourcePlace;
}

export interface Programme {
  readonly code: string;
  readonly title: string;
  readonly weight?: DecimalText;
  readonly perspective?: Perspective;
  readonly missioneProgramma?: string;
  readonly indicators: readonly Indicator[];
  readonly source: SourcePlace;
}

export interface StrategicObjective {
  readonly code: string;
  readonly title: string;
  /** One weight per perspective the objective appears under, as the seed's scorecard prints it. */
  readonly weights: readonly { readonly perspective: Perspective; readonly weight: DecimalText }[];
  readonly programmes: readonly Programme[];
  readonly source: SourcePlace;
}

export interface StrategicArea {
  readonly code: string;
  readonly title: string;
  readonly objectives: readonly StrategicObjective[];
  readonly source: SourcePlace;
}

/** A programme sheet (scheda di programmazione): resources, offices and operational indicators. */
export interface ProgrammeSheet {
  readonly programme: string;
  readonly title: string;
  readonly offices: readonly string[];
  readonly resources: {
    readonly total: DecimalText;
    readonly parts: readonly { readonly name: string; readonly amount: DecimalText }[];
    readonly planned: DecimalText;
    readonly spent?: DecimalText;
  };
  readonly indicators: readonly Indicator[];
  readonly source: SourcePlace;
}

/** Individual objectives of one person (chapter 5). */
export interface IndividualObjective {
  readonly code: string;
  readonly role: string;
  readonly area: string;
  readonly weight: DecimalText;
  readonly programme: string;
  readonly indicators: readonly Indicator[];
  readonly source: SourcePlace;
}

export interface BudgetLine {
  readonly area: string;
  readonly objective: string;
  readonly programme?: string;
  readonly heading: string;
  readonly activity: string;
  readonly function: string;
  readonly costCentre: string;
  readonly product: string;
  readonly description: string;
  readonly amount: DecimalText;
  readonly source: SourcePlace;
}

export interface BudgetTotal {
  readonly of: string;
  readonly level: 'programme' | 'objective' | 'area' | 'total';
  readonly amount: DecimalText;
  readonly source: SourcePlace;
}

/** The measurable content of one Piano: what checkpoints freeze and assess. */
export interface Plan {
  readonly entity: string;
  readonly exercise: number;
  readonly title: string;
  readonly perspectives: readonly { readonly id: Perspective; readonly title: string }[];
  readonly areas: readonly StrategicArea[];
  readonly sheets: readonly ProgrammeSheet[];
  readonly individual: readonly IndividualObjective[];
  readonly budget: { readonly lines: readonly BudgetLine[]; readonly totals: readonly BudgetTotal[] };
}
