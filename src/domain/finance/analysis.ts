import { printedNumber } from '../findings/number.js';
import { HUNDRED, multiply, type Rational, rational, roundedText } from '../rational.js';
import type { RowReference, SeriesTable } from '../series.js';
import type { DecimalText } from '../targets/types.js';
import type { AccountDefinition, FinancialDefinitions, IndexDefinition, IndexUnit } from './definitions.js';
import { type Evaluated, evaluate, type Formula, formulaText, namesIn } from './formula.js';

/** The amounts of a year, by account, in euro. */
export type Amounts = ReadonlyMap<string, DecimalText>;

/** An amount as the analysis of a year takes it. */
export interface AmountFound {
  readonly account: AccountDefinition;
  readonly value: Rational | undefined;
  /** Entered or printed by the Piano, or summed from others. */
  readonly from: 'entered' | 'series' | 'computed' | undefined;
  /** What its parts give, where they give something else than what was entered. */
  readonly differs?: Rational;
}

/** A figure of the analysis of a year, with what explains it. */
export interface Figure<D> {
  readonly definition: D;
  /** In its own unit: a percent on 100. */
  readonly result: Evaluated;
  /** `(Oneri correnti 6.386.262,40 − …) / …`, or what is missing. */
  readonly trace: string;
  /** What the series prints for the year, where it is another figure. */
  readonly printed?: { readonly text: string; readonly differs: boolean };
}

export interface Analysis {
  readonly year: number;
  readonly accounts: readonly AmountFound[];
  readonly indices: readonly Figure<IndexDefinition>[];
  readonly valueAdded: readonly Figure<IndexDefinition>[];
}

/** What is written of an amount, a figure or a formula: words stay with who shows it. */
export interface AnalysisWords {
  readonly missing: (titles: readonly string[]) => string;
  readonly noDivisor: string;
  /** An exact amount or figure in its unit. */
  readonly shown: (value: DecimalText, unit: IndexUnit) => string;
}

/**
 * The analysis of a year: every figure computed exactly from the amounts there are, explained, and compared with the one the
 * series prints. An account nobody entered is what its parts sum to, or what the series has; else it is missing, never zero.
 * @param entity whose columns of the series are looked at, where a reference names no other
 */
export function analysisOf(
  { accounts, indices, valueAdded }: FinancialDefinitions,
  { entity, year, entered, tables }: AnalysisInput,
  words: AnalysisWords,
): Analysis {
  const printed = (reference: RowReference | undefined) => printedIn(tables, entity, year, reference);
  const found = new Map<string, AmountFound>();
  // Accounts are defined before those that are made of them.
  for (const account of accounts) {
    const amountOf = (name: string) => found.get(name)?.value;
    const parts = account.formula && evaluate(account.formula, amountOf);
    const sum = parts?.kind === 'computed' ? parts.value : undefined;
    const own = entered.get(account.id);
    const series = printed(account.series)?.value;
    const given = own === undefined ? series : rational(own);
    const from = own !== undefined ? 'entered' : series !== undefined ? 'series' : sum && 'computed';
    const differs = given !== undefined && sum !== undefined && cents(given) !== cents(sum);
    found.set(account.id, { account, value: given ?? sum, from, differs: differs ? sum : undefined });
  }
  const figures = computed(found, words, printed);
  return {
    year,
    accounts: [...found.values()],
    indices: indices.map((one) => figures.of(one)),
    valueAdded: valueAdded.map((one) => figures.of({ ...one, unit: 'euro', decimals: 2 })),
  };
}

interface AnalysisInput {
  readonly entity: string;
  readonly year: number;
  readonly entered: Amounts;
  readonly tables: readonly SeriesTable[];
}

type Printed = { readonly text: string; readonly value: Rational; readonly half: Rational };

/** Figures may be made of the ones before them. */
function computed(
  found: ReadonlyMap<string, AmountFound>,
  words: AnalysisWords,
  printed: (reference: RowReference | undefined) => Printed | undefined,
) {
  const made = new Map<string, { readonly title: string; readonly value: Rational | undefined }>();
  const amountOf = (name: string) => made.get(name)?.value ?? found.get(name)?.value;
  const titleOf = (name: string) => made.get(name)?.title ?? found.get(name)?.account.title ?? name;
  return {
    of(definition: IndexDefinition): Figure<IndexDefinition> {
      const raw = evaluate(definition.formula, amountOf);
      const result: Evaluated =
        raw.kind === 'computed' && definition.unit === 'percent'
          ? { kind: 'computed', value: multiply(raw.value, HUNDRED) }
          : raw;
      made.set(definition.id, { title: definition.title, value: raw.kind === 'computed' ? raw.value : undefined });
      const there = printed(definition.series);
      return {
        definition,
        result,
        trace: traceOf(definition, result, words, amountOf, titleOf, missingIn(definition.formula, found, made)),
        printed: there ? { text: there.text, differs: isOther(result, there) } : undefined,
      };
    },
  };
}

/** The accounts without which a formula gives nothing: the parts of a sum rather than the sum. */
function missingIn(
  formula: Formula,
  found: ReadonlyMap<string, AmountFound>,
  made: ReadonlyMap<string, { readonly title: string; readonly value: Rational | undefined }>,
): readonly string[] {
  const missing = namesIn(formula).flatMap((name): readonly string[] => {
    if (made.has(name)) return made.get(name)?.value === undefined ? [made.get(name)?.title ?? name] : [];
    const one = found.get(name);
    return one?.value === undefined ? [one?.account.title ?? name] : [];
  });
  return [...new Set(missing)];
}

function traceOf(
  { formula, unit, decimals }: IndexDefinition,
  result: Evaluated,
  words: AnalysisWords,
  amountOf: (name: string) => Rational | undefined,
  titleOf: (name: string) => string,
  missing: readonly string[],
): string {
  switch (result.kind) {
    case 'missing':
      return words.missing(missing);
    case 'no-divisor':
      return words.noDivisor;
    case 'computed': {
      const amount = (name: string): string => {
        const value = amountOf(name);
        return value === undefined
          ? titleOf(name)
          : `${titleOf(name)} ${words.shown(roundedText(value, CENTS), 'ratio')}`;
      };
      return `${formulaText(formula, amount)} = ${words.shown(figureText(result.value, decimals), unit)}`;
    }
  }
}

const CENTS = { decimals: 2, mode: 'half-up' } as const;
const cents = (value: Rational): DecimalText => roundedText(value, CENTS);

/** A figure as it is printed. */
export const figureText = (value: Rational, decimals: number): DecimalText =>
  roundedText(value, { decimals, mode: 'half-up' });

/** Whether what was computed is not what is printed, beyond what rounding hides. What can not be computed is not another. */
function isOther(result: Evaluated, { value, half }: Printed): boolean {
  if (result.kind !== 'computed') return false;
  const [n, d] = [result.value.n * value.d - value.n * result.value.d, result.value.d * value.d];
  return (n < 0n ? -n : n) * half.d > half.n * d;
}

function printedIn(
  tables: readonly SeriesTable[],
  entity: string,
  year: number,
  reference: RowReference | undefined,
): Printed | undefined {
  const table = tables.find(({ id }) => id === reference?.table);
  const subject = reference?.subject ?? entity;
  const at = table?.columns.findIndex((one) => one.year === year && one.subject === subject) ?? -1;
  const text = table?.rows.find(({ id }) => id === reference?.row)?.cells[at];
  const read = text === undefined ? undefined : printedNumber(text);
  if (text === undefined || read === undefined) return undefined;
  const { value, halfUnit: half } = read;
  return {
    text,
    value: reference?.negative === true ? { n: -value.n, d: value.d } : value,
    half,
  };
}
