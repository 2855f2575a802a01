import {
  ALTERNATIVE,
  BAD,
  BEFORE_PRESS,
  COMPLIANCE,
  DURATION,
  EACH,
  HAPPENS,
  has,
  INCREASE,
  NOT_OPINION,
  NOT_SHARE,
  NOT_TIME,
  OPEN,
  OPINION,
  OUTPUT,
  OVER,
  POSITIVE,
  pair,
  REALISATION,
  REDUCTION,
  RESOLVED,
  respects,
  SATISFACTION,
  SCALES,
  SHARE_NAME,
  SHARE_NOUN,
  STANDING,
  TIME_OF,
  TOTAL,
  TURNED,
  wordsOf,
} from './name-words.js';
import { head, isOutput, timelyShare } from './nouns.js';
import type { Accumulation, Unit } from './types.js';

/** What an indicator's name says for certain about its measure. Silence means: ask. */
export interface NameHints {
  readonly direction?: 'more' | 'less';
  /** The values the direction holds for: a share of realisation says nothing about a naked `3`. */
  readonly holdsFor?: 'any' | 'percent' | 'count' | 'time';
  /** The name announces a change rather than a level: `Riduzione …`, `Incremento …`. */
  readonly change?: 'reduction' | 'increase';
  /** The measure is a share of a whole: it is written in percent and can not pass 100. */
  readonly share: boolean;
  /** The name counts something (`N. …`): its value is no percentage. */
  readonly counter: boolean;
  /** Percent, whatever the sign in the cell. */
  readonly percent: boolean;
  readonly unit?: Unit;
  readonly accumulation?: Accumulation;
}

const NOTHING: NameHints = { share: false, counter: false, percent: false };

/** Reads an indicator's name. Only what holds whatever the office meant is answered. */
export function nameHints(name: string | undefined): NameHints {
  if (name === undefined || name.trim() === '') return NOTHING;
  const words = wordsOf(name);
  const [first = ''] = words;
  if (has([first], REDUCTION)) {
    return { ...NOTHING, change: 'reduction' };
  }
  if (has([first], INCREASE)) {
    return { ...NOTHING, change: 'increase' };
  }
  const bad = has(words, BAD) || pair(words, 'non', 'conformita');
  const turned = has(words, TURNED);
  const ratio = isRatio(words);
  const time = timeHints(words);
  if (time !== undefined) return time;
  const unit = pair(words, 'in', 'giorni') || pair(words, 'in', 'gg') ? ({ kind: 'days' } as const) : undefined;
  const counter = countsAt(words) >= 0 && !words.includes('%') && !has([first], SHARE_NOUN);
  if (bad) return badHints(words, counter, ratio);
  const shareName = has([first], SHARE_NAME);
  if (counter && !ratio) return counterHints(words, turned || has(words, OPEN));
  return { ...shareHints(words, turned, shareName), ...(unit === undefined ? {} : { unit }) };
}

/** `eventi a pagamento/totale` is a ratio; `corsi/seminari`, `ispettore/assistente` and `190/2012` are not. */
function isRatio(words: readonly string[]): boolean {
  if (words.includes('%') || (has(words, TOTAL) && has(words, OVER))) return true;
  return words.some((word, i) => {
    const after = words[i + 1] ?? '';
    if (word !== '/' || /^[0-9]/.test(after) || words[i - 1] === 'e') return false;
    return !has([after], OUTPUT) && !has([after], ALTERNATIVE);
  });
}

/** Where the name starts counting: `N.`, `n°`, `n.ro`, `numero`, `Numeri di`. */
const countsAt = (words: readonly string[]): number =>
  words.findIndex((w) => ['n', 'nr', 'num', 'numero', 'numeri'].includes(w));

/** `Tempo medio di lavorazione`, `Tempi di pagamento (in giorni)`, `Durata media dei procedimenti`. */
function timeHints(words: readonly string[]): NameHints | undefined {
  const [first = '', second = ''] = words;
  const names =
    ['tempo', 'tempi', 'durata'].includes(first) ||
    (['giorni', 'gg'].includes(first) && ['medi', 'medio'].includes(second));
  const rest = words.slice(1);
  if (!names || !has(rest, TIME_OF) || has(words, NOT_TIME)) return undefined;
  const days = words.includes('giorni') || words.includes('gg') || words.includes('giornate');
  const hours = words.includes('ore');
  return {
    ...NOTHING,
    direction: 'less',
    holdsFor: 'time',
    accumulation: 'level',
    ...(days && !hours
      ? { unit: { kind: 'days' } as const }
      : hours && !days
        ? { unit: { kind: 'hours' } as const }
        : {}),
  };
}

function badHints(words: readonly string[], counter: boolean, ratio: boolean): NameHints {
  const percent = ['percentuale', '%', 'tasso'].includes(words[0] ?? '');
  const base: NameHints = { ...NOTHING, counter: counter && !ratio, percent, share: percent };
  if (has(words, RESOLVED) || respects(words) >= 0) return base;
  const days = words.some((w, i) => w === 'giorni' && ['di', "d'"].includes(words[i + 1] ?? ''));
  return { ...base, direction: 'less', holdsFor: 'any', ...(days ? { unit: { kind: 'days' } as const } : {}) };
}

/** In words. */
const LONGEST_HEAD = 8;

function counterHints(words: readonly string[], open: boolean): NameHints {
  const after = words.slice(countsAt(words) + 1);
  const base: NameHints = { ...NOTHING, counter: true };
  // What is counted stands at the start: `N. giorni per la pubblicazione` counts days, not publications.
  const counted = head(after).slice(0, LONGEST_HEAD);
  const time = has(counted.slice(0, 3), DURATION);
  const good = !time && isOutput(counted, 5, false);
  const average = words.some(
    (w, i) => /^(medi|medio|medie|mediamente)$/.test(w) || (w === 'media' && !BEFORE_PRESS.has(words[i - 1] ?? '')),
  );
  const each = after.some((w, i) => w === 'per' && has([after[i + 1] ?? ''], EACH));
  const happens = !time && has(counted, HAPPENS) && !has(after, STANDING) && !average && !each;
  const accumulation: Accumulation | undefined = open
    ? undefined
    : happens
      ? 'accumulates'
      : words.includes('medio')
        ? 'level'
        : undefined;
  return {
    ...base,
    ...(good && !open ? { direction: 'more' as const, holdsFor: 'count' as const } : {}),
    ...(accumulation === undefined ? {} : { accumulation }),
  };
}

function shareHints(words: readonly string[], turned: boolean, shareName: boolean): NameHints {
  const percent = ['percentuale', '%', 'quota'].includes(words[0] ?? '');
  const base: NameHints = { ...NOTHING, percent, share: percent };
  const level = { ...base, accumulation: 'level' } as const;
  if (turned) return percent ? level : base;
  // What the share is of stands at its beginning: `Risorse reperite per la realizzazione / spese` is no realisation.
  const [first = ''] = words;
  const opening = words.slice(0, 5);
  const opinion = has(words, SATISFACTION) || (has(words, OPINION) && has(words, POSITIVE));
  const burden = has(words, NOT_OPINION);
  if (opinion && !burden && (shareName || has([first], SCALES))) {
    return { ...level, direction: 'more', holdsFor: 'any', share: true };
  }
  const respect = respects(words);
  const complies =
    respect === 0 || (shareName && respect > 0 && respect < 4) || (shareName && has(opening, COMPLIANCE));
  const timely = timelyShare(words) && !has([first], NOT_SHARE);
  if (complies || timely) return { ...level, direction: 'more', holdsFor: 'percent', share: true };
  // How far a project has come grows along the year, but not evenly: whether it accumulates is asked.
  if (has([first], REALISATION) || (shareName && has(opening, REALISATION))) {
    return { ...base, direction: 'more', holdsFor: 'percent', share: true };
  }
  return percent ? level : base;
}
