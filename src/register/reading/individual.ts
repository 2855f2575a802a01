import { daysBetween } from '../../domain/calendar/civil-date.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type Aggregates, aggregatesOf, type Ended } from '../../domain/individual/aggregates.js';
import type { IndividualRules } from '../../domain/individual/types.js';
import { rational } from '../../domain/rational.js';
import { policyOf } from '../cycles.js';
import type { Db } from '../database.js';
import { rewardsOf } from '../rewards.js';
import { lastTraces } from './score-traces.js';
import { type SheetSummary, sheetsOf } from './sheets.js';

/** How the evaluation of people ended in an exercise, as far as it may be said to anybody. */
export type IndividualAggregates =
  /** The body's rules do not say how people are evaluated, or nobody has a sheet. */
  | { readonly kind: 'none'; readonly why: 'rules' | 'sheets' }
  /** Some sheets have not ended: told now and again later, what changes would be theirs. */
  | { readonly kind: 'open'; readonly open: number; readonly sheets: number }
  | {
      readonly kind: 'ended';
      readonly rules: IndividualRules;
      /** What the body calls its rules. */
      readonly system: string;
      readonly aggregates: Aggregates;
      /** Sheets that ended without an evaluation. */
      readonly unevaluated: number;
    };

/** Aggregates of the evaluation of people in an exercise, guarded against small groups; the same whoever reads them. */
export async function individualAggregates(db: Db, entity: string, exercise: number): Promise<IndividualAggregates> {
  const cycle = cycleId({ entity, exercise });
  const policy = await policyOf(db, cycle);
  const rules = policy.individual;
  if (rules === undefined) return { kind: 'none', why: 'rules' };
  const sheets = await sheetsOf(db, cycle);
  if (sheets.length === 0) return { kind: 'none', why: 'sheets' };
  const open = sheets.filter(({ stage }) => stage !== 'signed-off' && stage !== 'not-evaluated').length;
  if (open > 0) return { kind: 'open', open, sheets: sheets.length };
  const signed = sheets.filter(({ stage }) => stage === 'signed-off');
  const scores = await lastTraces(
    db,
    signed.map(({ id }) => id),
  );
  const ended = onePerPerson(signed).flatMap(({ id, person, group }): readonly Ended[] => {
    const { score, band } = scores.get(id) ?? {};
    // What does not stand on everything has no band, and is in no count.
    return score === undefined || band === undefined ? [] : [{ person, group, score: rational(score), band: band.id }];
  });
  return {
    kind: 'ended',
    rules,
    system: policy.title,
    aggregates: aggregatesOf(rules.groups, ended, await rewardsOf(db, entity, exercise), rules.differentiation),
    unevaluated: sheets.length - signed.length,
  };
}

/** Who changed post counts once, where they were longest; of equal stays, the later. */
function onePerPerson(sheets: readonly SheetSummary[]): readonly SheetSummary[] {
  const longest = new Map<string, SheetSummary>();
  for (const sheet of sheets) {
    const before = longest.get(sheet.person);
    if (before === undefined || daysBetween(before.from, before.to) <= daysBetween(sheet.from, sheet.to))
      longest.set(sheet.person, sheet);
  }
  return [...longest.values()];
}
