import { absolute, add, compare, equal, isZero, type Rational, rational, subtract } from '../rational.js';
import type { RowReference, Series, SeriesRelation } from '../series.js';
import { type Finding, finding } from './finding.js';
import { italian } from './number.js';
import { label, named, observedIn, sourceOf, titleOf, total, yearsOfAll } from './series-rows.js';

/** Two values written each in the place of the other, which make two totals wrong by as much, one up and one down. */
interface Swaps {
  readonly findings: readonly Finding[];
  /** Whether a relation is broken by a swap alone, and has nothing else to say. */
  readonly told: (relation: number) => boolean;
}

interface Broken {
  readonly index: number;
  readonly relation: SeriesRelation & { kind: 'equation' };
  readonly year: number;
  /** What the parts are over their total. */
  readonly by: Rational;
}

/** Finds, among the sums of one table that do not come out, pairs that one swap of two cells of a row puts right. */
export function swapsIn(series: Series): Swaps {
  const broken = series.relations.flatMap((relation, index): readonly Broken[] =>
    relation.kind === 'equation' && oneTable(relation) ? brokenYears(series, relation, index) : [],
  );
  const findings: Finding[] = [];
  const explained = new Set<Broken>();
  for (const [i, a] of broken.entries()) {
    for (const b of broken.slice(i + 1)) {
      if (a.year !== b.year || !isZero(add(a.by, b.by)) || tableOf(a) !== tableOf(b)) continue;
      const rows = a.relation.left.flatMap((ref) => {
        const twin = b.relation.left.find((other) => other.row === ref.row && other.subject !== ref.subject);
        return twin !== undefined && swapped(series, ref, twin, a) ? [{ ref, twin }] : [];
      });
      const [only] = rows;
      if (only === undefined || rows.length > 1) continue;
      explained.add(a).add(b);
      findings.push(tell(series, only.ref, only.twin, a, b));
    }
  }
  const told = new Set(
    series.relations.flatMap((_, i) => {
      const mine = broken.filter((b) => b.index === i);
      return mine.length > 0 && mine.every((b) => explained.has(b)) ? [i] : [];
    }),
  );
  return { findings, told: (relation) => told.has(relation) };
}

function brokenYears(series: Series, relation: Broken['relation'], index: number): readonly Broken[] {
  const { left, right, constant, tolerance } = relation;
  return yearsOfAll(series, [...left, ...right]).flatMap((year) => {
    const [l, r] = [total(series, left, year), total(series, right, year)];
    if (l === undefined || r === undefined) return [];
    const by = subtract(subtract(l, rational(constant ?? '0')), r);
    return compare(absolute(by), rational(tolerance ?? '0')) <= 0 ? [] : [{ index, relation, year, by }];
  });
}

/** The swap must mend both sums, and be what another year of the same two cells looks like. */
function swapped(series: Series, ref: RowReference, twin: RowReference, { year, by }: Broken): boolean {
  const [here, there] = [valueAt(series, ref, year), valueAt(series, twin, year)];
  if (here === undefined || there === undefined || !equal(subtract(here, there), by)) return false;
  const is = (of: RowReference, other: number, value: Rational): boolean => {
    const printed = valueAt(series, of, other);
    return printed !== undefined && equal(printed, value);
  };
  return yearsOfAll(series, [ref, twin]).some(
    (other) => other !== year && is(ref, other, there) && is(twin, other, here),
  );
}

function tell(series: Series, ref: RowReference, twin: RowReference, a: Broken, b: Broken): Finding {
  const { year } = a;
  const value = (of: RowReference): string => italian(valueAt(series, of, year) ?? '0');
  const totals = [a, b].map(
    ({ relation }) =>
      `${relation.right.map((r) => named(series, r)).join(' + ')} ${italian(total(series, relation.right, year) ?? '0')}`,
  );
  const fact = `${year}, «${titleOf(series, ref)}»: ${named(series, ref)} è ${value(ref)} e ${named(series, twin)} ${value(twin)}, al contrario degli altri anni; scambiati, tornano i due totali stampati (${totals.join(' e ')}).`;
  const place = `serie ${label(ref)} ${label(twin)}, ${year}`;
  return finding('cells-swapped', place, ['relations', a.index], fact, sourceOf(series, ref));
}

const valueAt = (series: Series, ref: RowReference, year: number): Rational | undefined =>
  observedIn(series, ref, year)?.printed.value;

const tableOf = ({ relation }: Broken): string | undefined => relation.left[0]?.table;

const oneTable = ({ left, right }: Broken['relation']): boolean =>
  new Set([...left, ...right].map((ref) => ref.table)).size === 1;
