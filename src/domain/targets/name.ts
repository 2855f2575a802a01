import { ASPECTS, accumulates } from './names/accumulation.js';
import { evidenceOf, spelt } from './names/evidence.js';
import { unitInName } from './names/units.js';
import { type View, viewOf } from './names/view.js';
import { partsOf, wordsOf } from './names/words.js';
import type { Reason } from './outcome.js';
import { remembered } from './remembered.js';
import type { Accumulation, Unit } from './types.js';

/** What an indicator's name says about its measure. All of it is evidence for a proposal; silence means: ask. `nameEvidence` says why. */
export interface NameHints {
  /** Strong: one way, said by the name. */
  readonly direction: 'more' | 'less' | undefined;
  /** The values the direction holds for: a share of realisation says nothing about a naked `3`. */
  readonly holdsFor: 'any' | 'percent' | 'count' | 'time' | undefined;
  /** The likelier way, strong or weak; absent where neither is likelier. */
  readonly leaning: 'more' | 'less' | undefined;
  /** The name announces a change rather than a level: `Riduzione …`, `Incremento …`. */
  readonly change: 'reduction' | 'increase' | undefined;
  /** The measure is a share of a whole: it is written in percent and can not pass 100. */
  readonly share: boolean;
  /** The measure is an opinion: its value may be a mark. */
  readonly opinion: boolean;
  /** The name counts something (`N. …`): its value is no percentage. */
  readonly counter: boolean;
  /** Percent, whatever the sign in the cell. */
  readonly percent: boolean;
  /** Below zero it still makes sense: balances, deviations, days before a payment is due. */
  readonly signed: boolean;
  /** What is measured is paid or used up. */
  readonly cost: boolean;
  /** Neither way is likelier: balances, acts of authority, ratios of two neutral things. */
  readonly open: boolean;
  readonly unit: Unit | undefined;
  readonly accumulation: Accumulation | undefined;
  /** How the name was taken apart; absent without a name. */
  readonly view: View | undefined;
}

const NOTHING: NameHints = {
  direction: undefined,
  holdsFor: undefined,
  leaning: undefined,
  change: undefined,
  share: false,
  opinion: false,
  counter: false,
  percent: false,
  signed: false,
  cost: false,
  open: false,
  unit: undefined,
  accumulation: undefined,
  view: undefined,
};

/** Words that open the name of a reduction. */
const REDUCTION = /^(?:riduzion|diminuzion|conteniment|decrement|abbattiment|risparmi|ridurre|contenere|calo$)/;
/** Words that open the name of a change, usually a rise. */
const INCREASE = /^(?:increment|aument|crescit|migliorament|variazion|migliorare)/;
const COUNTER = /^(?:n|nr|num|nro|numer[oi])$/;

/** Reads an indicator's name: which way its measure should go and how surely, its unit, whether it adds up. */
export function nameHints(name: string | undefined): NameHints {
  return name === undefined || name.trim() === '' ? NOTHING : hintsOf(name);
}

const hintsOf = remembered((name: string): NameHints => {
  const words = wordsOf(name);
  const [first = ''] = words;
  const parts = partsOf(words);
  const { measured, aside } = parts;
  const ratio = parts.ratio || aside.some((bracket) => partsOf(bracket).ratio);
  const view = viewOf(words, parts);
  const stated = unitInName(words, aside, measured);
  const percent = view.measure.percent || stated?.kind === 'percent';
  // Few of a hundred: a low figure for a share of trouble is percent, whatever it is.
  const unit = stated ?? (percent && view.sense === 'less' ? ({ kind: 'percent' } as const) : undefined);
  const counts = words.findIndex((w) => COUNTER.test(w));
  const counter = counts >= 0 && !percent && !ratio && !view.measure.grade;
  const change = REDUCTION.test(first) ? 'reduction' : INCREASE.test(first) ? 'increase' : undefined;
  const way = change === undefined ? direction(view, counter) : UNSAID;
  // Every field each time: objects of one shape are made and read fastest, and one is made for every name.
  return {
    direction: way.direction,
    holdsFor: way.holdsFor,
    leaning: way.leaning,
    change,
    share: percent || view.timely || ASPECTS.test(view.steps[0]?.shown ?? ''),
    opinion: view.role === 'opinion',
    counter,
    percent,
    signed: view.role === 'range' || (view.role === 'elapsed' && view.time === undefined),
    cost: view.role === 'cost',
    open: change === undefined && view.sense === undefined,
    unit,
    accumulation: change === undefined ? accumulates(view, counter, counter ? words.slice(counts + 1) : []) : undefined,
    view,
  };
});

/** What was seen in the name that tells which way its measure goes, in a sentence; nothing without a name. */
export const nameEvidence = (name: string | undefined): readonly Reason[] =>
  name === undefined ? [] : evidenceIn(name);

const evidenceIn = remembered((name: string): readonly Reason[] => {
  const { view } = nameHints(name);
  return view === undefined ? [] : [spelt(evidenceOf(view), name)];
});

type Way = Pick<NameHints, 'direction' | 'holdsFor' | 'leaning'>;

const UNSAID: Way = { direction: undefined, holdsFor: undefined, leaning: undefined };

function direction(view: View, counter: boolean): Way {
  const { sense, trust } = view;
  if (sense === undefined) return UNSAID;
  if (trust === 'weak') return { direction: undefined, holdsFor: undefined, leaning: sense };
  const share = trust === 'share' || ASPECTS.test(view.steps[0]?.shown ?? '');
  const holdsFor =
    view.time !== undefined
      ? 'time'
      : view.role === 'opinion'
        ? 'any'
        : share
          ? 'percent'
          : counter && sense === 'more'
            ? 'count'
            : 'any';
  return { direction: sense, holdsFor, leaning: sense };
}
