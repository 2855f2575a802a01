import type { RangeClause } from './clause.js';
import { certain, type Draft, doubtful } from './draft.js';
import { turnedDown } from './nouns.js';
import { compareDecimals } from './numbers.js';
import { operatorClosing } from './operators.js';
import type { Reason } from './outcome.js';
import { excerpt } from './phrases.js';
import { reason } from './reasons.js';
import { remainder } from './remainder.js';
import { hasWords } from './roles.js';
import type { Reading, Unit } from './types.js';
import type { Span, Work } from './work.js';

/** Reads `tra 5 e 7`, `da 90% a 95%`, `90-95%`. */
export function range(
  work: Work,
  clause: RangeClause,
  at: Span,
  before: Span | undefined,
  after: Span | undefined,
): Draft {
  const doubts: Reason[] = [];
  const shown = work.show(at);
  const { hints } = work;
  const path = clause.path || (clause.fromTo && couldBePath(work, clause, after));
  if (path || hints.change !== undefined) doubts.push(reason('range-or-path', shown));
  // Of what goes below zero the sign is part of the level; of the rest it may be a change that is meant.
  if (clause.signed === true && !hints.signed) doubts.push(reason('signed-value'));
  if (hints.counter && clause.unit?.kind === 'percent') doubts.push(reason('unit-against-name'));
  if (hints.percent && clause.unit !== undefined && clause.unit.kind !== 'percent')
    doubts.push(reason('unit-unknown', shown));
  if (before !== undefined && hasWords(work.tokens, ...before))
    doubts.push(reason('not-understood', work.show(before)));
  const said = after === undefined ? undefined : operatorClosing(work.tokens, after);
  const noun = after === undefined ? '' : excerpt(work.text, work.tokens, after[0], said?.from ?? after[1]);
  // `da 10 a 20 in su`: an interval that does not end.
  if (said !== undefined) doubts.push(reason('not-understood', work.text));
  const rest = after === undefined || said !== undefined ? undefined : remainder(work.tokens, ...after);
  if (rest?.kind === 'spoils') doubts.push(reason('not-understood', noun));
  if (rest?.kind === 'second') doubts.push(reason('several-targets'));
  if (noun !== '' && clause.unit !== undefined) doubts.push(reason('not-understood', noun));
  const unit: Unit = clause.unit ?? (noun === '' ? (hints.unit ?? { kind: 'number' }) : { kind: 'count', noun });
  const supposed = clause.unit === undefined && noun === '' && hints.unit !== undefined;
  if (hints.percent && clause.unit === undefined) doubts.push(reason('unit-unknown', shown));
  if (clause.dash && clause.unit === undefined && noun === '' && couldBeDate(clause))
    doubts.push(reason('date-or-number', shown));
  // `20-30 sopralluoghi` is seldom meant to punish the thirty-first, nor `80-90%` the ninety-first.
  const rough = clause.dash;
  if (rough) doubts.push(reason('range-or-least', shown));
  const notes = [
    ...(supposed ? [reason('unit-from-name')] : []),
    ...(rest?.kind === 'loose' || turnedDown(noun) ? [reason('words-around', noun)] : []),
  ];
  const draft = ends(clause, unit, shown, doubts, notes);
  const reached = arrival(clause, unit);
  // From more to less it can only be a path.
  const falls = reached.some((r) => r.kind === 'threshold' && r.operator === '<=');
  if (path || (falls && !rough))
    return {
      ...draft,
      readings:
        hints.change === undefined && !falls ? [...draft.readings, ...reached] : [...reached, ...draft.readings],
    };
  return rough
    ? {
        ...draft,
        readings: [
          ...draft.readings,
          ...oneEnd(
            draft.readings,
            hints.leaning ?? (['days', 'hours', 'months'].includes(unit.kind) ? 'less' : 'more'),
          ),
        ],
      }
    : draft;
}

/** `da 40 a 50`, of which nothing is said; `da 40% a 50%` of what only has to grow, or to fall. */
function couldBePath({ hints, tokens }: Work, { unit }: RangeClause, after: Span | undefined): boolean {
  if (unit === undefined) return after === undefined || !hasWords(tokens, ...after);
  return unit.kind === 'percent' && hints.direction !== undefined;
}

/** At least the lower end, or at most the upper one, as the name leans. */
const oneEnd = (readings: readonly Reading[], leaning: 'more' | 'less'): readonly Reading[] =>
  readings.slice(0, 1).flatMap((r): readonly Reading[] => {
    if (r.kind !== 'range') return [];
    const { unit, from, to } = r;
    const least = { kind: 'threshold', operator: '>=', value: from, unit, direction: 'more-is-better' } as const;
    const most = { kind: 'threshold', operator: '<=', value: to, unit, direction: 'less-is-better' } as const;
    return leaning === 'less' ? [most, least] : [least, most];
  });

/** `dal 60% al 70%`: the level to be reached. */
export function arrival({ low, high }: RangeClause, unit: Unit): readonly Reading[] {
  const [[from], [value]] = [low.values, high.values];
  if (from === undefined || value === undefined) return [];
  return compareDecimals(from, value) < 0
    ? [{ kind: 'threshold', operator: '>=', value, unit, direction: 'more-is-better' }]
    : [{ kind: 'threshold', operator: '<=', value, unit, direction: 'less-is-better' }];
}

const couldBeDate = ({ low, high }: RangeClause): boolean =>
  Number(low.values[0]) <= 31 && Number(high.values[0]) <= 12;

function ends(
  { low, high }: RangeClause,
  unit: Unit,
  shown: string,
  doubts: Reason[],
  notes: readonly Reason[],
): Draft {
  const [from] = low.values;
  const [to] = high.values;
  for (const end of [low, high]) {
    if (end.doubt !== undefined) doubts.push(reason(end.doubt === 'malformed' ? 'malformed-number' : end.doubt, shown));
    if (end.needsEuro && unit.kind !== 'euro') doubts.push(reason('scale-unclear', shown));
  }
  if (from === undefined || to === undefined) return doubtful(doubts);
  if (compareDecimals(from, to) >= 0) {
    doubts.push(reason('range-reversed'));
    return doubtful(doubts, compareDecimals(from, to) === 0 ? [] : [{ kind: 'range', from: to, to: from, unit }]);
  }
  const reading: Reading = { kind: 'range', from, to, unit };
  return doubts.length === 0 ? certain(reading, notes) : doubtful(doubts, [reading]);
}
