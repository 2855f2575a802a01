import {
  absolute,
  add,
  compare,
  divide,
  fromInteger,
  HUNDRED,
  isNegative,
  isZero,
  multiply,
  negate,
  type Rational,
  rational,
  rounded,
  smaller,
  subtract,
  ZERO,
} from '../rational.js';
import { never } from '../result.js';
import type { RowReference, Series, SeriesRelation } from '../series.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { italian, type PrintedNumber, percent } from './number.js';
import {
  label,
  named,
  observed,
  observedIn,
  pairs,
  rowOf,
  sourceOf,
  titleOf,
  total,
  yearsOfAll,
} from './series-rows.js';
import { swapsIn } from './series-swaps.js';

/**
 * Contradictions in the historical tables, by the relations that must hold in them.
 * A year counts only where every cell a relation needs holds a number: `nd` contradicts nothing.
 */
export function checkSeries(series: Series): readonly Finding[] {
  const swaps = swapsIn(series);
  const found = series.relations.flatMap((relation, i) =>
    swaps.told(i) ? [] : oneRelation(check(series, relation, ['relations', i])),
  );
  return [...swaps.findings, ...found];
}

/** What one relation finds in several years has one cause: told once, with all the years. */
function oneRelation(findings: readonly Finding[]): readonly Finding[] {
  return [...new Set(findings.map((f) => f.code))].flatMap((code) => {
    const mine = findings.filter((f) => f.code === code);
    const [first, ...others] = mine;
    if (first === undefined) return [];
    // Classes are told by name, not by year.
    if (others.length === 0 || !/, \d{4}$/.test(first.place)) return mine;
    const years = mine.map((f) => f.place.slice(-4));
    return [
      { ...first, place: `${first.place.slice(0, -4)}${years.join(', ')}`, fact: mine.map((f) => f.fact).join(' ') },
    ];
  });
}

function check(series: Series, relation: SeriesRelation, path: FindingPath): readonly Finding[] {
  switch (relation.kind) {
    case 'equation':
      return equation(series, relation, path);
    case 'composition':
      return composition(series, relation.rows, path);
    case 'not-above':
      return notAbove(series, relation, path);
    case 'never-falls':
      return neverFalls(series, relation.row, path);
    case 'positive':
      return positive(series, relation.row, path);
    case 'steady':
      return steady(series, relation, path);
    case 'classes':
      return classes(series, relation.rows, path);
    default:
      return never(relation);
  }
}

function equation(
  series: Series,
  relation: SeriesRelation & { kind: 'equation' },
  path: FindingPath,
): readonly Finding[] {
  const { left, right } = relation;
  return yearsOfAll(series, [...left, ...right]).flatMap((year) => {
    const [all, r] = [total(series, left, year), total(series, right, year)];
    if (all === undefined || r === undefined) return [];
    const l = subtract(all, rational(relation.constant ?? '0'));
    if (isWithin(subtract(l, r), rational(relation.tolerance ?? '0'))) return [];
    const place = `serie ${right.map(label).join(' + ') || left.map(label).join(' + ')}, ${year}`;
    const within = oneTable([...left, ...right]);
    const code = within ? 'sum-differs' : 'tables-differ';
    const fact = within
      ? `${year}, «${titleOf(series, left[0])}»: ${side(series, left)} fa ${italian(l)}, ${side(series, right)} è ${italian(r)}.`
      : `${year}: ${side(series, left)} in «${titlesOf(series, left)}» fa ${italian(l)}, ${side(series, right)} in «${titlesOf(series, right)}» è ${italian(r)}.`;
    return [finding(code, place, path, fact, sourceOf(series, right[0] ?? left[0]))];
  });
}

function composition(series: Series, rows: readonly RowReference[], path: FindingPath): readonly Finding[] {
  return yearsOfAll(series, rows).flatMap((year) => {
    const parts = rows.map((ref) => observedIn(series, ref, year)?.printed);
    if (parts.some((p) => p === undefined)) return [];
    const known = parts.filter((p): p is PrintedNumber => p !== undefined);
    const all = known.reduce((s, p) => add(s, p.value), ZERO);
    const rounding = known.reduce((s, p) => add(s, p.halfUnit), ZERO);
    if (isWithin(subtract(all, HUNDRED), rounding)) return [];
    const [first] = rows;
    const place = `serie ${first?.table ?? ''}${first?.subject === undefined ? '' : `@${first.subject}`}, ${year}`;
    const source = sourceOf(series, first);
    const isFar = !isWithin(subtract(all, HUNDRED), FAR);
    // A few points away, a small part with the other sign would mend any sum.
    const signs = rows.filter((_, i) => {
      const part = known[i];
      if (!isFar || part === undefined) return false;
      return isWithin(subtract(subtract(all, multiply(part.value, TWO)), HUNDRED), rounding);
    });
    const [wrong] = signs;
    if (wrong !== undefined && signs.length === 1) {
      const value = known[rows.indexOf(wrong)]?.value ?? ZERO;
      const fact = `${year}, «${titleOf(series, first)}»: ${named(series, wrong)} è ${percent(value)}, ma le voci sommano a 100% solo con ${percent(negate(value))} (così come sono fanno ${percent(all)}): il segno è sbagliato.`;
      return [finding('sign-missing', place, path, fact, source)];
    }
    const code = isFar ? 'composition-far-from-hundred' : 'composition-not-hundred';
    const fact = `${year}: le ${rows.length} voci di «${titleOf(series, first)}» sommano a ${percent(all)} invece di 100%, più di quanto l’arrotondamento spieghi.`;
    return [finding(code, place, path, fact, source)];
  });
}

/** Points away from 100 beyond which no part left out by choice explains the sum. */
const FAR = fromInteger(10);
const TWO = fromInteger(2);

/** Whether a difference is not above this, either way. */
const isWithin = (difference: Rational, most: Rational): boolean => compare(absolute(difference), most) <= 0;

function notAbove(
  series: Series,
  relation: SeriesRelation & { kind: 'not-above' },
  path: FindingPath,
): readonly Finding[] {
  const { rows, ceiling } = relation;
  return yearsOfAll(series, [...rows, ...ceiling]).flatMap((year) => {
    const [part, whole] = [total(series, rows, year), total(series, ceiling, year)];
    if (part === undefined || whole === undefined || compare(part, whole) <= 0) return [];
    const fact = `${year}: ${side(series, rows)} (${italian(part)}) supera ${side(series, ceiling)} (${italian(whole)}), che lo comprende.`;
    const code = oneTable([...rows, ...ceiling]) ? 'part-above-whole' : 'tables-differ';
    return [finding(code, `serie ${rows.map(label).join(' ')}, ${year}`, path, fact, sourceOf(series, rows[0]))];
  });
}

function neverFalls(series: Series, row: RowReference, path: FindingPath): readonly Finding[] {
  return pairs(observed(series, row)).flatMap(([before, after]) => {
    if (compare(after.printed.value, before.printed.value) >= 0) return [];
    const fact = `${named(series, row)} è una consistenza che può solo crescere, ma scende da ${italian(before.printed.value)} (${before.year}) a ${italian(after.printed.value)} (${after.year}).`;
    return [finding('stock-falls', `serie ${label(row)}, ${after.year}`, path, fact, sourceOf(series, row))];
  });
}

function positive(series: Series, row: RowReference, path: FindingPath): readonly Finding[] {
  const all = observed(series, row);
  const [first, ...others] = all.filter((o) => !isZero(o.printed.value)).map((o) => o.printed.value);
  if (first === undefined) return [];
  const least = others.reduce(smaller, first);
  return all.flatMap((o) => {
    if (!isZero(o.printed.value)) return [];
    const fact = `${o.year}: ${named(series, row)} vale 0, in ogni altro anno almeno ${italian(least)}: probabile dato mancante scritto come zero.`;
    return [finding('zero-for-missing', `serie ${label(row)}, ${o.year}`, path, fact, sourceOf(series, row))];
  });
}

function steady(series: Series, relation: SeriesRelation & { kind: 'steady' }, path: FindingPath): readonly Finding[] {
  const { rows } = relation;
  const [first] = rows;
  if (first === undefined) return [];
  const name = relation.title ?? rows.map((ref) => named(series, ref)).join(' + ');
  const values = yearsOfAll(series, rows).flatMap((year) => {
    const value = total(series, rows, year);
    return value === undefined ? [] : [{ year, value }];
  });
  return pairs(values).flatMap(([before, after]) => {
    if (isZero(before.value)) return [];
    const change = multiply(divide(subtract(after.value, before.value), before.value), HUNDRED);
    if (isWithin(change, rational(relation.percent))) return [];
    const sign = isNegative(change) ? '' : '+';
    const fact = `${name}: da ${italian(before.value)} (${before.year}) a ${italian(after.value)} (${after.year}), ${sign}${percent(rounded(change, { decimals: 1, mode: 'half-up' }))} in un anno: è probabile che sia cambiato ciò che si conta.`;
    return [
      finding('series-jumps', `serie ${rows.map(label).join(' ')}, ${after.year}`, path, fact, sourceOf(series, first)),
    ];
  });
}

function classes(series: Series, rows: readonly RowReference[], path: FindingPath): readonly Finding[] {
  const bounds = rows.flatMap((ref) => {
    const name = rowOf(series, ref)?.name ?? '';
    const match = /^(\d+)(?:\s*[-–]\s*(\d+)| e oltre)$/.exec(name);
    if (match === null) return [];
    return [
      { ref, name, from: Number(match[1]), to: match[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]) },
    ];
  });
  return pairs(bounds).flatMap(([before, after]) => {
    const place = `serie ${label(before.ref)} ${label(after.ref)}`;
    if (after.from <= before.to) {
      const fact = `Le classi «${before.name}» e «${after.name}» di «${titleOf(series, before.ref)}» si sovrappongono.`;
      return [finding('classes-overlap', place, path, fact, sourceOf(series, before.ref))];
    }
    if (after.from === before.to + 1) return [];
    const fact = `Fra le classi «${before.name}» e «${after.name}» di «${titleOf(series, before.ref)}» resta un vuoto.`;
    return [finding('classes-gap', place, path, fact, sourceOf(series, before.ref))];
  });
}

/** A table that contradicts itself is wrong; two tables that disagree may be counting different things. */
function oneTable(refs: readonly RowReference[]): boolean {
  return new Set(refs.map((ref) => ref.table)).size === 1;
}

function side(series: Series, refs: readonly RowReference[]): string {
  const [only] = refs;
  if (only === undefined) return 'il resto';
  return refs.length === 1 ? named(series, only) : `la somma di ${refs.map((ref) => named(series, ref)).join(', ')}`;
}

function titlesOf(series: Series, refs: readonly RowReference[]): string {
  return [...new Set(refs.map((ref) => titleOf(series, ref)))].join('» e «');
}
