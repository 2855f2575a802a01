import type { RowReference } from '../series.js';
import type { Formula } from './formula.js';

/** An amount of a year that the analysis is made from. */
export interface AccountDefinition {
  readonly id: string;
  readonly title: string;
  /** The heading it stands under: *Conto economico*. */
  readonly group: string;
  /** What it is the sum of: then nobody need enter it, and what is entered is compared with it. */
  readonly formula?: Formula;
  /** The row of a series that has it for the years of the Piano; negative where the series prints costs below zero. */
  readonly series?: RowReference;
}

export type IndexUnit = 'percent' | 'ratio' | 'euro';

/** A figure computed from accounts. */
export interface IndexDefinition {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly formula: Formula;
  readonly unit: IndexUnit;
  /** Figures after the comma, as it is printed. */
  readonly decimals: number;
  readonly better?: 'more' | 'less';
  /** How it is read, in a sentence. */
  readonly reading?: string;
  /** The row of a series that prints it. */
  readonly series?: RowReference;
}

/** A line of the table of value added; a total stands out. */
interface ValueAddedLine extends Omit<IndexDefinition, 'unit' | 'decimals' | 'better' | 'reading'> {
  readonly total?: boolean;
}

/** What a financial analysis is made of: accounts, and what is computed from them. */
export interface FinancialDefinitions {
  readonly version: string;
  readonly source: string;
  readonly accounts: readonly AccountDefinition[];
  readonly indices: readonly IndexDefinition[];
  readonly valueAdded: readonly ValueAddedLine[];
}
