import { isPeriod } from '../rhythm.js';
import type { Unit } from '../types.js';

const count = (noun: string): Unit => ({ kind: 'count', noun });

/** Units as names write them, in folded words. */
const SPELLINGS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:giorni|gg) (?:lavorativi|lav|feriali)\b/, count('giorni lavorativi')],
  [/^(?:giorni|giorno|gg)(?! (?:uomo|persona))\b/, { kind: 'days' }],
  [/^(?:ore|h)\b/, { kind: 'hours' }],
  [/^(?:mesi|mese)\b/, { kind: 'months' }],
  [/^(?:minuti|min)\b/, count('minuti')],
  [/^secondi\b/, count('secondi')],
  [/^settimane\b/, count('settimane')],
  [/^anni\b/, count('anni')],
  [/^(?:migliaia di (?:euro|€)|migliaia €)/, count('migliaia di euro')],
  [/^(?:milioni di (?:euro|€)|mln di (?:euro|€)|mln (?:euro|€))/, count('milioni di euro')],
  [/^(?:euro\b|€)/, { kind: 'euro' }],
  [/^(?:%|percentuale$)/, { kind: 'percent' }],
  [/^(?:mq\b|metri quadr[iao]t?i?\b)/, count('mq')],
  [/^kwh\b/, count('kWh')],
  [/^mwh\b/, count('MWh')],
  [/^(?:kg|chilogrammi)\b/, count('kg')],
  [/^(?:km|chilometri)\b/, count('km')],
  [/^(?:ettari|ha)\b/, count('ettari')],
  [/^(?:tonnellate|t)$/, count('tonnellate')],
  [/^tonnellate\b/, count('tonnellate')],
];

const FIRST =
  /^(?:g|ore|h|mes|min|second|settiman|ann|mi|mln|euro|€|%|percentuale|mq|metri|kwh|mwh|kg|chil|km|ettari|ha|t)/;

/** The words a unit may be reached by at the start of a bracket: `(in giorni)`, `(valori in euro)`, `(n. giorni)`. */
const LEADING = /^(?:in|n|nr|numero|di|unita|misura|valor[ei]|espress[oaie]|dato|:)$/;
const COUNTING = /^(?:n|nr|num|nro|ro|o|°|numer[oi]|media|di|dei|delle|totale)$/;
/** Letters that are units in a bracket only. */
const MIN = /^(?:min|t|ha|h)$/;

const unitFrom = (words: readonly string[]): Unit | undefined => {
  if (!FIRST.test(words[0] ?? '')) return undefined;
  const text = words.slice(0, 3).join(' ');
  const unit = SPELLINGS.find(([spelling]) => spelling.test(text))?.[1];
  const [, slash, of = ''] = words;
  // `kWh/mq`: a quantity for each of something else; for each year or month it is the quantity itself, and when.
  return unit?.kind === 'count' && slash === '/' && /^\p{L}{2,}/u.test(of) && !isPeriod(of)
    ? count(`${unit.noun}/${of}`)
    : unit;
};

/** The unit a name states: in brackets, after `in`, as what it counts, or as the scale of a mark. */
export function unitInName(
  words: readonly string[],
  aside: readonly (readonly string[])[],
  measured: readonly string[],
): Unit | undefined {
  const scale = scaleIn(words);
  if (scale !== undefined) return { kind: 'score', outOf: scale };
  for (const bracket of aside) {
    const at = bracket.findIndex((w) => !LEADING.test(w));
    const unit = at < 0 ? undefined : unitFrom(bracket.slice(at));
    if (unit !== undefined) return unit;
  }
  for (const [i, word] of words.entries()) {
    const after = words[i + 1] ?? '';
    if (word !== 'in' && !word.startsWith('tempestivit')) continue;
    if (word === 'in' && !MIN.test(after) && after !== '%') {
      const unit = unitFrom(words.slice(i + 1));
      if (unit !== undefined) return unit;
    }
    if (/^tempestivit/.test(word) && words.slice(i + 1, i + 4).some((w) => /^pagament/.test(w)))
      return { kind: 'days' };
  }
  const thing = measured.findIndex((w) => !COUNTING.test(w));
  return thing < 0 || MIN.test(measured[thing] ?? '') ? undefined : unitFrom(measured.slice(thing));
}

const OPINION = /^(?:scala|vot[oi]|punteggi|giudizi|gradiment|soddisf|valutazion|benessere|customer|likert|qualit)/;
const ENDS: ReadonlySet<string> = new Set(['4', '5', '6', '7', '10', '20', '30', '100', '110']);
const ORDINALS: Readonly<Record<string, string>> = {
  decimi: '10',
  trentesimi: '30',
  centesimi: '100',
  ventesimi: '20',
};

/** The top of the scale marks are given on: `scala 1-5`, `da 1 a 10`, `voto su 10`, `in trentesimi`. */
function scaleIn(words: readonly string[]): string | undefined {
  if (!words.some((w) => OPINION.test(w))) return undefined;
  for (const [i, word] of words.entries()) {
    const [next = '', second = '', third = ''] = words.slice(i + 1, i + 4);
    if (word === 'in' && ORDINALS[next] !== undefined) return ORDINALS[next];
    if (/^[01]$/.test(word)) {
      const top = ENDS.has(next) ? next : /^[-–—/a]$/.test(next) && ENDS.has(second) ? second : undefined;
      const unitAfter = top === next ? second : third;
      if (top !== undefined && !/^(?:giorn|gg|ore|mesi|anni|minut|%)/.test(unitAfter)) return top;
    }
    if ((word === 'su' || word === '/') && ENDS.has(next) && !/^[a-z]/.test(second)) return next;
  }
  return undefined;
}
