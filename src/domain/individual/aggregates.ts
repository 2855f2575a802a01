import { add, compare, divide, fromInteger, HUNDRED, multiply, type Rational, rational, ZERO } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import type { Differentiation, EvaluatedGroup, PayBand } from './types.js';

/** Of fewer people than these nothing is said: who knows them would know of each. */
export const FEWEST = 5;

/** How the evaluation of one person ended: each person is in one group. */
export interface Ended {
  readonly person: string;
  readonly group: string;
  /** Exact, on 100. */
  readonly score: Rational;
  readonly band: string;
}

/** What a body sets aside and pays for results to a group, in euro. */
export interface GroupAmount {
  readonly group: string;
  readonly allocated: DecimalText;
  readonly paid: DecimalText;
}

/** Figures of some groups together, never of fewer than `FEWEST` people. */
export interface AggregateRow {
  /** Ids of groups, in the order of the rules. */
  readonly groups: readonly string[];
  readonly people: number;
  /** Mean score, exact. */
  readonly mean: Rational;
  /** People in each band, from the highest; absent where the groups of the row have bands of their own each. */
  readonly bands?: readonly { readonly band: PayBand; readonly people: number }[];
  /** Of all the groups of the row; absent where one of them is not on record. */
  readonly amounts?: { readonly allocated: Rational; readonly paid: Rational };
}

/** What may be said in public of how the people of a body were evaluated (D.Lgs. 33/2013, art. 20). */
export type Aggregates =
  /** Fewer than `FEWEST` people in all: nothing can be said. */
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'told';
      readonly rows: readonly AggregateRow[];
      /** All rows together. */
      readonly total: AggregateRow;
      /** Where the rules put a limit on the first band and the group has a row of its own. */
      readonly differentiation?: {
        readonly group: string;
        readonly band: PayBand;
        /** Percent of the people of the group that are in the band, exact. */
        readonly share: Rational;
        readonly atMost: Rational;
        readonly held: boolean;
      };
    };

/**
 * Counts evaluations so that nobody can be told from the figures, nor from the difference of any of them. Groups of fewer than
 * `FEWEST` people are told together; where together they are still too few, with the smallest of the others. Each person is then in one
 * row, each row has enough people, and so has whatever is left when rows are taken from the total.
 * @param groups in the order of the rules
 * @throws Error on a person counted twice, or in a group or a band that the rules do not have
 */
export function aggregatesOf(
  groups: readonly EvaluatedGroup[],
  ended: readonly Ended[],
  amounts: readonly GroupAmount[] = [],
  limit?: Differentiation,
): Aggregates {
  check(groups, ended);
  if (ended.length < FEWEST) return { kind: 'too-few' };
  const of = (members: readonly EvaluatedGroup[]): AggregateRow => rowOf(members, ended, amounts);
  const rows = together(groups, ended).map(of);
  return {
    kind: 'told',
    rows,
    total: of(groups.filter(({ id }) => ended.some(({ group }) => group === id))),
    differentiation: limit && differentiationOf(rows, limit),
  };
}

function check(groups: readonly EvaluatedGroup[], ended: readonly Ended[]): void {
  if (new Set(ended.map(({ person }) => person)).size < ended.length) throw new Error('a person is counted twice');
  for (const { group, band } of ended) {
    const bands = groups.find(({ id }) => id === group)?.bands;
    if (bands?.some(({ id }) => id === band) !== true) throw new Error(`no band ${band} of a group ${group}`);
  }
}

/** Groups that are told in one row, in the order of the first of each. */
function together(groups: readonly EvaluatedGroup[], ended: readonly Ended[]): readonly (readonly EvaluatedGroup[])[] {
  const size = (group: EvaluatedGroup): number => ended.filter((one) => one.group === group.id).length;
  const sized = groups.map((group) => ({ group, people: size(group) })).filter(({ people }) => people > 0);
  const small = sized.filter(({ people }) => people < FEWEST);
  const others = sized.filter(({ people }) => people >= FEWEST).toSorted((a, b) => a.people - b.people);
  const few = small.reduce((sum, { people }) => sum + people, 0);
  const joined = few > 0 && few < FEWEST ? [...small, ...others.splice(0, 1)] : small;
  const inOrder = (members: readonly { readonly group: EvaluatedGroup }[]) =>
    groups.filter((one) => members.some(({ group }) => group === one));
  return [joined, ...others.map((one) => [one])]
    .map(inOrder)
    .filter((members) => members.length > 0)
    .toSorted((a, b) => firstOf(groups, a) - firstOf(groups, b));
}

const firstOf = (groups: readonly EvaluatedGroup[], members: readonly EvaluatedGroup[]): number =>
  groups.findIndex((group) => members.includes(group));

function rowOf(
  members: readonly EvaluatedGroup[],
  ended: readonly Ended[],
  amounts: readonly GroupAmount[],
): AggregateRow {
  const people = ended.filter(({ group }) => members.some(({ id }) => id === group));
  const [first] = members;
  const common = first !== undefined && members.every(({ bands }) => sameBands(first.bands, bands));
  const found = members.flatMap(({ id }) => amounts.find(({ group }) => group === id) ?? []);
  return {
    groups: members.map(({ id }) => id),
    people: people.length,
    mean: divide(sum(people.map(({ score }) => score)), fromInteger(people.length)),
    bands: common
      ? first.bands.map((band) => ({ band, people: people.filter((one) => one.band === band.id).length }))
      : undefined,
    amounts:
      found.length === members.length
        ? {
            allocated: sum(found.map(({ allocated }) => rational(allocated))),
            paid: sum(found.map(({ paid }) => rational(paid))),
          }
        : undefined,
  };
}

/** Bands that differ would tell which group somebody is of. */
const sameBands = (a: readonly PayBand[], b: readonly PayBand[]): boolean =>
  a.length === b.length &&
  a.every(({ id, title, from, pay }, i) => {
    const other = b[i];
    return other?.id === id && other.title === title && other.from === from && other.pay === pay;
  });

function differentiationOf(rows: readonly AggregateRow[], limit: Differentiation) {
  const row = rows.find(({ groups }) => groups.length === 1 && groups[0] === limit.group);
  const found = row?.bands?.find(({ band }) => band.id === limit.band);
  if (row === undefined || found === undefined) return undefined;
  const share = divide(multiply(fromInteger(found.people), HUNDRED), fromInteger(row.people));
  const atMost = rational(limit.atMost);
  return { group: limit.group, band: found.band, share, atMost, held: compare(share, atMost) <= 0 };
}

const sum = (all: readonly Rational[]): Rational => all.reduce(add, ZERO);
