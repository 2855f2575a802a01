import type { Plan } from '../plan.js';
import type { Series } from '../series.js';
import { type Finding, finding } from './finding.js';
import { printedNumber } from './number.js';
import { datesIn, isSpreadsheetZero, shapeOf } from './text.js';
import { allIndicators, readingAt, resultText, scorecardIndicators, targetText } from './walk.js';

/** Result cells against their targets, and indicators against the history the document itself prints. */
export function checkResults(plan: Plan, series: Series | undefined): readonly Finding[] {
  return [...units(plan), ...allZero(plan), ...(series === undefined ? [] : history(plan, series))];
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
      const fact = `Il risultato ${year} è «${text}» (${KIND[found] ?? found}), il target è «${target}» (${KIND[expected] ?? expected}).`;
      return [finding('result-unit-differs', place, [...path, 'results', year], fact, node.source)];
    });
  });
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
    if (cells.length < 2 || !cells.every(isZero)) return [];
    const forms = [...new Set(cells)].map((text) => `«${text}»`).join(', ');
    const fact = `Tutte le ${cells.length} celle del risultato ${year} valgono zero (${forms}): sono segnaposto, non valori rilevati.`;
    return [finding('results-all-zero', `piano, risultato ${year}`, ['areas'], fact)];
  });
}

function isZero(cell: string): boolean {
  return printedNumber(cell)?.value.isZero() ?? datesIn(cell).some(isSpreadsheetZero);
}

function history(plan: Plan, series: Series): readonly Finding[] {
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
    const promised = printedNumber(target.replace(/^[<>=≤≥\s]+/, ''))?.value;
    const reached = last === undefined ? undefined : printedNumber(last.text)?.value;
    if (last !== undefined && promised !== undefined && reached !== undefined && row.better !== undefined) {
      const worse = row.better === 'more' ? promised.lessThan(reached) : promised.greaterThan(reached);
      if (worse) {
        const fact = `Il target «${target}» chiede meno di quanto già ottenuto nel ${last.year}: ${last.text}.`;
        found.push(
          finding('target-worse-than-history', place, [...path, 'targets', plan.exercise], fact, table.source),
        );
      }
    }
    return found;
  });
}
