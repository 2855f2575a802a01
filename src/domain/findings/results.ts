import { parseActual } from '../achievement/parse-actual.js';
import { readValue } from '../measured/read-value.js';
import type { Indicator, Plan } from '../plan.js';
import { compare, divide, HUNDRED, isZero, multiply, type Rational, rational, ZERO } from '../rational.js';
import type { Series } from '../series.js';
import { type Finding, finding } from './finding.js';
import { percent, printedNumber } from './number.js';
import { type Level, levelAt, providedThat, type ReadTarget, readingsAt } from './readings.js';
import { datesIn, isoOf, isSpreadsheetZero, shapeOf } from './text.js';
import { allIndicators, originalOf, readingAt, resultText, scorecardIndicators, targetText } from './walk.js';
import { isWorse } from './worsening.js';

/** Result cells against their targets, and indicators against the history the document itself prints. */
export function checkResults(plan: Plan, series: Series | undefined, readTarget: ReadTarget): readonly Finding[] {
  const known = series === undefined ? [] : history(plan, series, readTarget);
  const told = new Set(known.filter((f) => f.code === 'target-worse-than-history').map((f) => f.place));
  return [
    ...units(plan),
    ...allZero(plan),
    ...emptyColumns(plan),
    ...known,
    ...belowResult(plan, readTarget).filter((f) => !told.has(f.place)),
  ];
}

function units(plan: Plan): readonly Finding[] {
  return allIndicators(plan).flatMap(({ node, place, path }) => {
    const target = targetText(node, plan.exercise);
    const expected = shapeOf(target).kind;
    return (node.results ?? []).flatMap(({ year, text }) => {
      const found = shapeOf(text).kind;
      const comparable = ['number', 'percent', 'date'].includes(expected) && found !== 'empty' && found !== 'words';
      // A change in percent is of what the result is a number of.
      if (!comparable || found === expected || readingAt(node, plan.exercise)?.kind === 'relative') return [];
      // The zero of a spreadsheet is told as such.
      if (datesIn(text).some(isSpreadsheetZero)) return [];
      // A part of a whole is a share, however it is written.
      if (expected === 'percent' && isPartOfWhole(text)) return [];
      const fact = `Il risultato ${year} è «${text}» (${KIND[found] ?? found}), il target è «${target}» (${KIND[expected] ?? expected}).`;
      return [finding('result-unit-differs', place, [...path, 'results', year], fact, node.source)];
    });
  });
}

function isPartOfWhole(cell: string): boolean {
  const read = parseActual(cell);
  return read.ok && read.value.actual.kind === 'ratio';
}

const KIND: Readonly<Record<string, string>> = {
  number: 'un numero',
  percent: 'una percentuale',
  date: 'una data',
  change: 'una variazione',
};

/** A column of results where every cell is zero was filled by a spreadsheet, not measured. */
function allZero(plan: Plan): readonly Finding[] {
  const indicators = scorecardIndicators(plan);
  const years = [...new Set(indicators.flatMap((i) => (i.node.results ?? []).map((r) => r.year)))];
  return years.flatMap((year) => {
    const cells = indicators.map((i) => resultText(i.node, year)).filter((text) => text !== '');
    if (cells.length < 2 || !cells.every(holdsZero)) return [];
    const forms = [...new Set(cells)].map((text) => `«${text}»`).join(', ');
    const fact = `Tutte le ${cells.length} celle del risultato ${year} valgono zero (${forms}): sono segnaposto, non valori rilevati.`;
    return [finding('results-all-zero', `piano, risultato ${year}`, ['areas'], fact)];
  });
}

/** A column of results of years gone by in which no cell holds anything: the years before are the measure of a promise. */
function emptyColumns(plan: Plan): readonly Finding[] {
  const indicators = scorecardIndicators(plan);
  const years = [...new Set(indicators.flatMap((i) => (i.node.results ?? []).map((r) => r.year)))];
  return years.flatMap((year) => {
    const holding = indicators.filter((i) => i.node.results?.some((r) => r.year === year));
    const isEmpty = holding.length > 2 && holding.every((i) => resultText(i.node, year) === '');
    if (year >= plan.exercise || !isEmpty) return [];
    const fact = `La colonna «Risultato ${year}» è vuota in tutte le ${holding.length} righe: nessun target si può confrontare con l’anno prima.`;
    return [finding('results-column-empty', `piano, risultato ${year}`, ['areas'], fact)];
  });
}

/** A target that asks less than the result printed beside it for a year before. A zero there is more often a blank. */
function belowResult(plan: Plan, readTarget: ReadTarget): readonly Finding[] {
  const strategic = scorecardIndicators(plan);
  return allIndicators(plan).flatMap((placed) => {
    const { node, place, path } = placed;
    if (originalOf(strategic, placed)?.node.results !== undefined) return [];
    const printed = (node.results ?? [])
      .filter((r) => r.year < plan.exercise && r.text.trim() !== '')
      .sort((a, b) => b.year - a.year)[0];
    if (printed === undefined) return [];
    const at = [...path, 'targets', plan.exercise];
    if (isLaterInTheYear(node, plan.exercise, printed, readTarget)) {
      const fact = `Il termine «${targetText(node, plan.exercise)}» è più avanti nell’anno di quando si è finito nel ${printed.year}: ${printed.text}.${heaviest(plan, node)}`;
      return [finding('target-worse-than-history', place, at, fact, node.source)];
    }
    const level = levelAt(node, plan.exercise, readTarget);
    if (level === undefined) return [];
    const reached = reachedIn(printed.text, node.name, level);
    if (reached === undefined || isZero(reached)) return [];
    if (!isWorse({ ...level, value: rational(level.value) }, reached)) return [];
    const fact = providedThat(
      [level],
      `Il target «${level.text}» chiede meno di quanto già ottenuto nel ${printed.year}: ${printed.text}.${heaviest(plan, node)}`,
    );
    return [finding('target-worse-than-history', place, at, fact, node.source)];
  });
}

/** A term on a later day of the year than the one on which the same was done the year before. */
function isLaterInTheYear(
  node: Indicator,
  exercise: number,
  printed: { readonly year: number; readonly text: string },
  readTarget: ReadTarget,
): boolean {
  const [reading, ...others] = readingsAt(node, exercise, readTarget);
  const [done, ...more] = datesIn(printed.text).map(isoOf);
  if (reading?.kind !== 'by-date' || others.length > 0 || done === undefined || more.length > 0) return false;
  const isOfItsYear = reading.by.startsWith(`${exercise}-`) && done.startsWith(`${printed.year}-`);
  return isOfItsYear && reading.by.slice(5) > done.slice(5);
}

/** The value a result cell holds in the unit of a level, with its unit or without: `30`, `n. 30`, `30 incontri`, `5 gg`, `17 su 20`. */
function reachedIn(cell: string, name: string, { unit }: Level): Rational | undefined {
  const read = readValue(cell, { name, unit });
  const printed = printedNumber(cell)?.value;
  if (read.ok && read.value.kind === 'ratio' && unit.kind === 'percent') {
    return multiply(divide(rational(read.value.numerator), rational(read.value.denominator)), HUNDRED);
  }
  // A share without its sign may be written in hundredths or as a part of one.
  if ((shapeOf(cell).kind === 'percent') !== (unit.kind === 'percent')) return undefined;
  return read.ok && read.value.kind === 'number' ? rational(read.value.value) : printed;
}

/** Said of an indicator that weighs more than any other. */
function heaviest(plan: Plan, indicator: Indicator): string {
  const others = scorecardIndicators(plan).filter((i) => i.node.code !== indicator.code);
  const weight = indicator.weight === undefined ? undefined : rational(indicator.weight);
  if (weight === undefined || others.length === 0) return '';
  return others.every((o) => compare(weight, o.node.weight === undefined ? ZERO : rational(o.node.weight)) > 0)
    ? ` È l’indicatore che pesa di più (${percent(weight)}).`
    : '';
}

function holdsZero(cell: string): boolean {
  const printed = printedNumber(cell);
  return printed === undefined ? datesIn(cell).some(isSpreadsheetZero) : isZero(printed.value);
}

function history(plan: Plan, series: Series, readTarget: ReadTarget): readonly Finding[] {
  return allIndicators(plan).flatMap(({ node, place, path }) => {
    const [tableId, rowId] = node.history?.split('/') ?? [];
    const table = series.tables.find((t) => t.id === tableId);
    const row = table?.rows.find((r) => r.id === rowId);
    if (table === undefined || row === undefined) return [];
    const found: Finding[] = [];
    const observed = table.columns
      .map((column, i) => ({ ...column, text: row.cells[i] ?? '' }))
      .filter((c) => c.subject === plan.entity && c.year < plan.exercise && printedNumber(c.text) !== undefined)
      .sort((a, b) => b.year - a.year);
    for (const { year, text } of observed) {
      if (node.results?.some((r) => r.year === year) && resultText(node, year) === '') {
        const fact = `Il risultato ${year} è vuoto, ma la tabella «${table.title}» lo dà: ${text}.`;
        found.push(finding('known-result-missing', place, [...path, 'results', year], fact, table.source));
      }
    }
    const [last] = observed;
    const target = targetText(node, plan.exercise);
    const level = levelAt(node, plan.exercise, readTarget);
    const promised =
      printedNumber(target.replace(/^[<>=≤≥\s]+/, ''))?.value ??
      (level === undefined || reachedIn(last?.text ?? '', node.name, level) === undefined
        ? undefined
        : rational(level.value));
    const reached = last === undefined ? undefined : printedNumber(last.text)?.value;
    if (last !== undefined && promised !== undefined && reached !== undefined && row.better !== undefined) {
      const worse = row.better === 'more' ? compare(promised, reached) < 0 : compare(promised, reached) > 0;
      if (worse) {
        const fact = `Il target «${target}» chiede meno di quanto già ottenuto nel ${last.year}: ${last.text}.${heaviest(plan, node)}`;
        found.push(
          finding('target-worse-than-history', place, [...path, 'targets', plan.exercise], fact, table.source),
        );
      }
    }
    return found;
  });
}
