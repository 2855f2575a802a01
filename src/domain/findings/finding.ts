/** How much a finding matters: an error makes figures wrong, a warning needs a decision, an information is worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Every kind of contradiction that is looked for, with its weight. */
export const SEVERITY = {
  // weights
  'weights-do-not-sum': 'error',
  'weight-impossible': 'error',
  'weight-zero': 'info',
  'weight-missing': 'info',
  'weight-without-target': 'info',
  // targets
  'no-target': 'error',
  'target-year-missing': 'warning',
  'excel-zero-date': 'error',
  'impossible-date': 'error',
  'date-without-year': 'warning',
  'date-outside-exercise': 'warning',
  'deadline-written-as-after': 'warning',
  'deadline-before-approval': 'warning',
  'range-reversed': 'error',
  'bands-overlap': 'error',
  'direction-against-name': 'warning',
  'units-differ-between-years': 'warning',
  'operators-differ-between-years': 'warning',
  'year-in-name': 'info',
  'target-worse-than-history': 'warning',
  'target-worsens': 'warning',
  'target-leaps': 'warning',
  'bands-gap': 'error',
  'target-against-name': 'warning',
  'target-impossible': 'error',
  'year-stray': 'warning',
  'baseline-missing': 'warning',
  // results
  'result-unit-differs': 'warning',
  'results-all-zero': 'warning',
  'results-column-empty': 'info',
  'known-result-missing': 'info',
  // between places
  'targets-differ': 'error',
  'programme-differs': 'warning',
  'same-name-twice': 'warning',
  'title-differs': 'info',
  'office-name-differs': 'info',
  'office-unknown': 'error',
  'code-mismatch': 'error',
  'individual-without-programme': 'error',
  'missione-differs': 'error',
  'perspective-differs': 'error',
  'programme-without-sheet': 'warning',
  'sheet-without-programme': 'error',
  'strategic-indicator-not-in-sheet': 'warning',
  'placement-contradicted': 'warning',
  'function-against-missione': 'warning',
  // money
  'sheet-parts-do-not-add-up': 'error',
  'sheet-planned-differs': 'error',
  'sheet-budget-differs': 'error',
  'sheet-amount-not-in-budget': 'warning',
  'budget-total-differs': 'error',
  'budget-total-without-lines': 'error',
  'budget-detail-differs': 'error',
  'budget-detail-heading': 'warning',
  'budget-line-misplaced': 'error',
  'resources-elsewhere': 'warning',
  'weight-without-money': 'warning',
  // document
  'act-late': 'warning',
  'act-without-number': 'info',
  'periods-differ': 'warning',
  'legend-without-thresholds': 'warning',
  'step-number-twice': 'warning',
  'state-missing': 'warning',
  'statements-differ': 'warning',
  // series
  'sum-differs': 'error',
  'tables-differ': 'warning',
  'composition-not-hundred': 'warning',
  'composition-far-from-hundred': 'error',
  'sign-missing': 'error',
  'cells-swapped': 'error',
  'part-above-whole': 'error',
  'stock-falls': 'warning',
  'zero-for-missing': 'info',
  'series-jumps': 'info',
  'classes-overlap': 'warning',
  'classes-gap': 'warning',
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof SEVERITY;

/** Where a field is in the data of the plan: `['areas', 2, 'objectives', 0, 'programmes', 1, 'indicators', 0, 'targets', 2016]`. */
export type FindingPath = readonly (string | number)[];

/** One contradiction: reported, never repaired. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Italian and short: `cruscotto 3.1.4-02`, `scheda 2.2.1`, `budget B3010303`. */
  readonly place: string;
  readonly path: FindingPath;
  /** One Italian sentence or two, with the values. */
  readonly fact: string;
  /** Where the source document says it. */
  readonly source?: string;
}

export function finding(code: FindingCode, place: string, path: FindingPath, fact: string, source?: string): Finding {
  const base = { code, severity: SEVERITY[code], place, path, fact };
  return source === undefined ? base : { ...base, source };
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** What changes a result or a sum: within its severity it is told before what only wants a decision on words. */
const CHANGES_A_FIGURE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'weights-do-not-sum',
  'weight-impossible',
  'weight-zero',
  'targets-differ',
  'bands-gap',
  'bands-overlap',
  'range-reversed',
  'no-target',
  'target-year-missing',
  'excel-zero-date',
  'impossible-date',
  'direction-against-name',
  'target-against-name',
  'target-impossible',
  'target-worsens',
  'target-leaps',
  'baseline-missing',
  'target-worse-than-history',
  'deadline-written-as-after',
  'deadline-before-approval',
  'sheet-parts-do-not-add-up',
  'sheet-planned-differs',
  'sheet-budget-differs',
  'sheet-amount-not-in-budget',
  'budget-total-differs',
  'budget-total-without-lines',
  'budget-detail-differs',
  'budget-line-misplaced',
  'resources-elsewhere',
  'sum-differs',
  'cells-swapped',
  'sign-missing',
  'composition-far-from-hundred',
  'part-above-whole',
  'tables-differ',
  'weight-without-target',
]);

const rank = ({ severity, code }: Finding): number => RANK[severity] * 2 + (CHANGES_A_FIGURE.has(code) ? 0 : 1);

/**
 * Errors first and, within a severity, what changes a result or a sum first; then the order in which they were found,
 * which is the plan's.
 */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
