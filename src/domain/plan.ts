import type { CivilDate } from './calendar/types.js';
import type { DecimalText, Reading } from './targets/types.js';

type Perspective = string;

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

/** The same thing under another name elsewhere in the document. */
export interface OtherTitle {
  readonly title: string;
  readonly source: SourcePlace;
}

export interface Indicator {
  /** Stable within the plan: `1.1.1-01` in the scorecard, `1.1.1-s01` in a sheet, `SG-1-01` of a person. */
  readonly code: string;
  readonly name: string;
  /** Percent of the whole scorecard; absent for operational indicators of a programme sheet. */
  readonly weight?: DecimalText;
  readonly perspective?: Perspective;
  /** Office that answers for it. */
  readonly office: string;
  /** True when the document names no single office for it and this one was chosen. */
  readonly attributed?: boolean;
  /** Code of the scorecard indicator this row states again: one measurement serves both. */
  readonly repeats?: string;
  /** From when its value can be known: collections and accounts that close after the period they speak of. Absent: at once. */
  readonly knownFrom?: CivilDate;
  /** Row of a historical series that observes the same measure: `quality/101`. */
  readonly history?: string;
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
  readonly otherTitles?: readonly OtherTitle[];
  readonly indicators: readonly Indicator[];
  readonly source: SourcePlace;
}

/** What an objective weighs under one perspective. */
export interface ObjectiveWeight {
  readonly perspective: Perspective;
  readonly weight: DecimalText;
  readonly missioneProgramma?: string;
  readonly source?: SourcePlace;
}

export interface StrategicObjective {
  readonly code: string;
  readonly title: string;
  /** One weight per perspective the objective appears under, as the seed's scorecard prints it. */
  readonly weights: readonly ObjectiveWeight[];
  readonly otherTitles?: readonly OtherTitle[];
  /** Roles and offices (`ufficio:<id>`) that answer for it over its years. */
  readonly owners?: readonly string[];
  readonly programmes: readonly Programme[];
  readonly source: SourcePlace;
}

export interface StrategicArea {
  readonly code: string;
  readonly title: string;
  readonly otherTitles?: readonly OtherTitle[];
  readonly objectives: readonly StrategicObjective[];
  readonly source: SourcePlace;
}

/** A programme sheet (scheda di programmazione): actions, resources, offices and operational indicators. */
export interface ProgrammeSheet {
  readonly programme: string;
  readonly title: string;
  readonly offices: readonly string[];
  /** *Soggetto responsabile* as the document writes it, offices separated by commas in the order of `offices`. */
  readonly officesAsWritten?: string;
  /** *Azioni*: what the programme is going to do, a title each. */
  readonly actions?: readonly string[];
  /** *Risultati attesi*: what it is done for, a title each. */
  readonly expectedResults?: readonly string[];
  /** Whether actions and expected results are shorter here than in the document they come from: then whoever reads them is told. */
  readonly abridged?: boolean;
  readonly resources: {
    readonly total: DecimalText;
    readonly parts: readonly { readonly name: string; readonly amount: DecimalText }[];
    readonly planned: DecimalText;
    readonly spent?: DecimalText;
    /** The cell as written when it holds no amount: `€ -`. */
    readonly spentAsWritten?: string;
    readonly source?: SourcePlace;
  };
  readonly indicators: readonly Indicator[];
  readonly source: SourcePlace;
}

/** Individual objectives of one person (chapter 5). */
export interface IndividualObjective {
  readonly code: string;
  readonly title?: string;
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
  /** The column *Note*. */
  readonly note?: string;
  readonly source: SourcePlace;
}

export interface BudgetTotal {
  /** Code of the programme, objective or area; `totale`. */
  readonly of: string;
  readonly level: 'programme' | 'objective' | 'area' | 'total';
  readonly title?: string;
  readonly amount: DecimalText;
  readonly source: SourcePlace;
}

/** What money is for: what a year consumes, or what stays. */
export type ResourceNature = 'cost' | 'investment';

/** A line of resources that Allegato 2 does not list: investments, other years, what only a sheet gives. */
export interface ResourceLine {
  readonly programme: string;
  readonly nature: ResourceNature;
  readonly year: number;
  readonly description: string;
  readonly amount: DecimalText;
  readonly function?: string;
  readonly costCentre?: string;
  readonly product?: string;
  readonly note?: string;
  readonly source: SourcePlace;
}

/** Why one strategic objective brings another about: an arrow of the strategic map. */
export interface ObjectiveLink {
  /** Codes of objectives: the cause, the effect. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** The plan of the year before, which this one was begun from. */
export interface PlanStart {
  readonly exercise: number;
  /** Version of that plan; absent: it came as a workbook. */
  readonly version?: number;
  /** What was not taken over, and why. */
  readonly dropped: readonly { readonly code: string; readonly name: string; readonly reason: string }[];
}

/** One budget line broken down into items. */
export interface BudgetDetail {
  /** The heading under which the detail table puts the line. */
  readonly heading: string;
  readonly activity: string;
  readonly function: string;
  readonly costCentre: string;
  readonly product: string;
  readonly description: string;
  readonly amount: DecimalText;
  readonly note?: string;
  readonly items: readonly {
    readonly description: string;
    readonly amount: DecimalText;
    readonly note?: string;
    readonly source: SourcePlace;
  }[];
  readonly source: SourcePlace;
}

/** A decision of a board that the document cites. */
export interface Act {
  readonly id: string;
  readonly title: string;
  readonly board: string;
  readonly number: string;
  readonly date: CivilDate;
  /** By when it had to be taken, and where that is said. */
  readonly due?: { readonly date: CivilDate; readonly norm: string };
  readonly source: SourcePlace;
}

/** A span of years, or its beginning alone, that the document gives to one thing. */
interface StatedPeriod {
  /** Periods that must agree share the same `of`. */
  readonly of: string;
  readonly title: string;
  readonly from: number;
  readonly to?: number;
  readonly source: SourcePlace;
}

/** The document says in words that some indicators stand under a perspective. */
interface StatedPlacement {
  readonly about: string;
  readonly perspective: Perspective;
  readonly indicators: readonly string[];
  readonly source: SourcePlace;
}

/** What the document states as the body's mission or vision, the beginning of it, in one place. */
interface StatedIdentity {
  readonly of: 'mission' | 'vision';
  readonly text: string;
  readonly source: SourcePlace;
}

/** A class of the traffic-light legend, as written; `threshold` is what stands after the label. */
interface LegendEntry {
  readonly label: string;
  readonly threshold: string;
}

/** The measurable content of one Piano: what checkpoints freeze and assess. */
export interface Plan {
  readonly entity: string;
  readonly exercise: number;
  readonly title: string;
  readonly perspectives: readonly {
    readonly id: Perspective;
    readonly title: string;
    readonly weight?: DecimalText;
    readonly otherTitles?: readonly OtherTitle[];
    readonly source?: SourcePlace;
  }[];
  /** The act that approved the plan. */
  readonly approval?: Act;
  /** Acts the plan rests on: RPP, multi-year programme. */
  readonly acts?: readonly Act[];
  readonly periods?: readonly StatedPeriod[];
  readonly placements?: readonly StatedPlacement[];
  readonly identity?: readonly StatedIdentity[];
  readonly legend?: { readonly entries: readonly LegendEntry[]; readonly source: SourcePlace };
  readonly areas: readonly StrategicArea[];
  readonly sheets: readonly ProgrammeSheet[];
  readonly individual: readonly IndividualObjective[];
  readonly budget: {
    readonly lines: readonly BudgetLine[];
    readonly totals: readonly BudgetTotal[];
    readonly details?: readonly BudgetDetail[];
  };
  /** Resources beside the economic interventions of `budget`. */
  readonly resources?: { readonly lines: readonly ResourceLine[] };
  /** Causes and effects among strategic objectives. */
  readonly links?: readonly ObjectiveLink[];
  readonly startedFrom?: PlanStart;
}
