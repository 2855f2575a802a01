import { DAY, day, decimal, keyOf, NUMBER, QUOTED, THE, UNIT, unit, unquote } from './read-pieces.js';
import { relative } from './read-relative.js';
import { ACCUMULATION, DIRECTION, OPERATOR, PERIODS } from './sentence.js';
import type { Accumulation, Band, Reading } from './types.js';
import { sameUnit } from './units.js';

type Of<K extends Reading['kind']> = Extract<Reading, { kind: K }>;

const OBJECT = `(?:, per (${QUOTED}))?`;
const DIRECTIONS = Object.values(DIRECTION).join('|');

const THRESHOLD = new RegExp(
  `^(${Object.values(OPERATOR).join('|')}) (${NUMBER})(${UNIT})${OBJECT}(?:, entro ${THE}(${DAY}))?: (${DIRECTIONS})(?:; (${plain(Object.values(ACCUMULATION)).join('|')}))?$`,
);
const RANGE = new RegExp(`^da (${NUMBER})(${UNIT}) a (${NUMBER})(${UNIT}), estremi compresi$`);
const BY_DATE = new RegExp(`^(entro|prima) (?:il |l'|del |dell')(${DAY}), (compreso|escluso)${OBJECT}$`);
const WITHIN = new RegExp(`^entro ([1-9][0-9]{0,4}) ([a-z ]{3,20}) da (${QUOTED})${OBJECT}$`);
const THROUGHOUT = new RegExp(`^per tutto il periodo (?:dal |dall')(${DAY}) (?:al |all')(${DAY})$`);
const YES_NO = new RegExp(`^(sì: deve|no: non deve) risultare (fatto|${QUOTED})$`);
const BAND = new RegExp(
  `^(?:ogni valore|(?:da (${NUMBER})(${UNIT}) (compreso|escluso))? ?(?:fino a (${NUMBER})(${UNIT}) (compreso|escluso))?) vale (${NUMBER})%$`,
);
/** Apostrophes as `normalise` leaves them. */
function plain(texts: readonly string[]): readonly string[] {
  return texts.map((t) => t.replaceAll('’', "'"));
}

/** What one of the forms above must hold: most targets hold none, and no form is tried on them. */
const CONFIRMED = /: (?:più|meno)|compres|esclus|«|^per tutto|^(?:sì|no): |^a fasce: /;

/**
 * Reads a sentence written by `sentence`, and nothing else: its closing words mark a reading a person has confirmed,
 * so no context is needed and nothing is left to interpret.
 * @param text normalised text
 */
export function readSentence(text: string): Reading | undefined {
  if (!CONFIRMED.test(text)) return undefined;
  return (
    threshold(text) ??
    spanned(text) ??
    byDate(text) ??
    within(text) ??
    throughout(text) ??
    accumulating(text) ??
    yesNo(text)
  );
}

const spanned = (text: string) => range(text) ?? relative(text) ?? bands(text);

const ACCUMULATES = new RegExp(`; (${plain(Object.values(ACCUMULATION)).join('|')})$`);

/** A range, bands or a change, with whether the measure accumulates said last. */
function accumulating(text: string): Reading | undefined {
  const said = ACCUMULATES.exec(text);
  const accumulation = keyOf(ACCUMULATION, said?.[1]?.replaceAll("'", '’'));
  const reading = said === null ? undefined : spanned(text.slice(0, said.index));
  return reading === undefined || accumulation === undefined ? undefined : { ...reading, accumulation };
}

function threshold(text: string): Of<'threshold'> | undefined {
  const m = THRESHOLD.exec(text);
  if (m === null) return undefined;
  const operator = keyOf(OPERATOR, m[1]);
  const direction = keyOf(DIRECTION, m[6]);
  const by = m[5] === undefined ? undefined : day(m[5]);
  if (operator === undefined || direction === undefined || (m[5] !== undefined && by === undefined)) return undefined;
  const accumulation = keyOf(ACCUMULATION, m[7]?.replaceAll("'", '’')) satisfies Accumulation | undefined;
  return {
    kind: 'threshold',
    operator,
    value: decimal(m[2]),
    unit: unit(m[3]),
    direction,
    accumulation,
    by,
    what: object(m[4]),
  };
}

function range(text: string): Of<'range'> | undefined {
  const m = RANGE.exec(text);
  return m === null || !sameUnit(unit(m[2]), unit(m[4]))
    ? undefined
    : { kind: 'range', from: decimal(m[1]), to: decimal(m[3]), unit: unit(m[2]) };
}

function byDate(text: string): Of<'by-date'> | undefined {
  const m = BY_DATE.exec(text);
  const by = m === null ? undefined : day(m[2] ?? '');
  if (m === null || by === undefined || (m[1] === 'prima') !== (m[3] === 'escluso')) return undefined;
  return { kind: 'by-date', by, strict: m[3] === 'escluso', what: object(m[4]) };
}

function within(text: string): Of<'within-period'> | undefined {
  const m = WITHIN.exec(text);
  if (m === null) return undefined;
  const amount = Number(m[1]);
  const found = Object.entries(PERIODS).find(([, names]) => names[amount === 1 ? 0 : 1] === m[2]);
  if (found === undefined) return undefined;
  // The keys of the table are the units; `Object.entries` forgets it.
  const period = found[0] as keyof typeof PERIODS;
  return { kind: 'within-period', amount, unit: period, event: unquote(m[3]), what: object(m[4]) };
}

function throughout(text: string): Of<'throughout'> | undefined {
  const m = THROUGHOUT.exec(text);
  const from = day(m?.[1] ?? '');
  const to = day(m?.[2] ?? '');
  return from === undefined || to === undefined ? undefined : { kind: 'throughout', from, to };
}

function yesNo(text: string): Of<'yes-no'> | undefined {
  const m = YES_NO.exec(text);
  if (m === null) return undefined;
  return { kind: 'yes-no', expected: m[1] === 'sì: deve', what: m[2] === 'fatto' ? undefined : unquote(m[2]) };
}

function bands(text: string): Of<'bands'> | undefined {
  if (!text.startsWith('a fasce: ')) return undefined;
  const found: Band[] = [];
  let shared: string | undefined;
  // A quoted noun may hold a semicolon of its own.
  for (const piece of text.slice('a fasce: '.length).match(/(?:[^;«»]|«[^«»]*»)+/g) ?? []) {
    const m = BAND.exec(piece.trim());
    if (m === null) return undefined;
    const spoken = m[2] ?? m[5];
    if (spoken !== undefined && shared !== undefined && !sameUnit(unit(spoken), unit(shared))) return undefined;
    shared = spoken ?? shared;
    found.push({
      from: m[1] === undefined ? undefined : decimal(m[1]),
      fromInclusive: m[3] === 'compreso',
      to: m[4] === undefined ? undefined : decimal(m[4]),
      toInclusive: m[6] === 'compreso',
      score: decimal(m[7]),
    });
  }
  return { kind: 'bands', unit: unit(shared), bands: found };
}

const object = (quoted: string | undefined): string | undefined => (quoted === undefined ? undefined : unquote(quoted));
