import { plainName } from '../domain/match-office.js';

/** What a column of an office's own table can hold, beside what is left out. */
const HELD = [
  'area',
  'obiettivo',
  'programma',
  'indicatore',
  'unità di misura',
  'peso',
  'peso del programma',
  'ufficio',
  'missione',
  'prospettiva',
] as const;

export type Held = (typeof HELD)[number];

/** What a column means: what it holds, the targets or the results of a year, or nothing that goes into a plan. */
export type Meaning =
  | { readonly kind: Held }
  | { readonly kind: 'target' | 'risultato'; readonly year: number }
  | { readonly kind: 'ignora' };

/** `target 2026`, as people choose it. */
export const meaningText = (meaning: Meaning): string =>
  'year' in meaning ? `${meaning.kind} ${meaning.year}` : meaning.kind;

/** A meaning as it is chosen; undefined of what is none. */
export function meaningOf(text: string): Meaning | undefined {
  const [, kind, year] = /^(target|risultato) ((?:19|20)\d\d)$/.exec(text.trim().toLowerCase()) ?? [];
  if (kind !== undefined) return { kind: kind === 'target' ? 'target' : 'risultato', year: Number(year) };
  const plain = text.trim().toLowerCase();
  if (plain === 'ignora') return { kind: 'ignora' };
  const held = HELD.find((one) => one === plain || plainName(one) === plain);
  return held === undefined ? undefined : { kind: held };
}

/** Every meaning a column can be given in a plan of this exercise. */
export const meaningsFor = (exercise: number): readonly string[] => [
  ...HELD,
  ...[0, 1, 2].map((on) => `target ${exercise + on}`),
  ...[1, 2].map((back) => `risultato ${exercise - back}`),
  'ignora',
];

/**
 * A heading without its years, which come again next year by another number: `Target 2026` and, of the year after, `Target 2027` are
 * both `target +0`.
 */
export const headingKey = (heading: string, exercise: number): string =>
  plainName(heading).replaceAll(/\b(?:19|20)\d\d\b/g, (year) => `+${Number(year) - exercise}`);

/**
 * What a heading means by its words, as offices call these columns.
 * @param known what somebody has said of headings, by `headingKey`, years as `+0`
 */
export function recognised(
  heading: string,
  exercise: number,
  known: ReadonlyMap<string, string> = new Map(),
): Meaning | undefined {
  const said = known.get(headingKey(heading, exercise));
  if (said !== undefined)
    return meaningOf(said.replace(/[+]-?\d+$/, (from) => String(exercise + Number(from.slice(1)))));
  const plain = plainName(heading.replaceAll(/\([^()]*\)/g, ' '));
  const year = Number(/\b(?:19|20)\d\d\b/.exec(plainName(heading))?.[0] ?? Number.NaN);
  const words = plain
    .replaceAll(/\b(?:19|20)\d\d\b/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  const found = WORDS.find(([, starts]) => starts.some((one) => words === one || words.startsWith(`${one} `)))?.[0];
  switch (found) {
    case undefined:
      return undefined;
    case 'ignora':
      return { kind: 'ignora' };
    case 'target':
      return { kind: 'target', year: Number.isNaN(year) ? exercise : year };
    case 'risultato':
      return { kind: 'risultato', year: Number.isNaN(year) ? exercise - 1 : year };
    default:
      return { kind: found };
  }
}

/** Beginnings of headings, the first that fits counts: what is said of a thing stands before the thing. */
const WORDS: readonly (readonly [Held | 'target' | 'risultato' | 'ignora', readonly string[]])[] = [
  ['peso del programma', ['peso obiettivo', 'peso dell obiettivo', 'peso programma', 'peso del programma']],
  ['peso', ['peso', 'pesatura', 'ponderazione']],
  [
    'ignora',
    [
      'note',
      'nota',
      'formula',
      'fonte',
      'tipo',
      'tipologia',
      'modalita',
      'stato',
      'codice',
      'cod',
      'n',
      'nr',
      'id',
      'stakeholder',
    ],
  ],
  ['unità di misura', ['unita di misura', 'u m', 'um', 'udm', 'misura']],
  [
    'target',
    [
      'target',
      'valore atteso',
      'valori attesi',
      'risultato atteso',
      'risultati attesi',
      'valore target',
      'livello atteso',
      'standard',
      'valore obiettivo',
    ],
  ],
  [
    'risultato',
    [
      'risultato',
      'risultati',
      'consuntivo',
      'baseline',
      'valore di partenza',
      'valore iniziale',
      'valore storico',
      'valore',
    ],
  ],
  [
    'indicatore',
    [
      'indicatore',
      'indicatori',
      'kpi',
      'descrizione indicatore',
      'descrizione dell indicatore',
      'denominazione indicatore',
    ],
  ],
  [
    'programma',
    [
      'obiettivo operativo',
      'obiettivo gestionale',
      'obiettivo esecutivo',
      'obiettivo specifico',
      'obiettivo annuale',
      'obiettivo peg',
      'programma',
      'azione',
      'processo',
    ],
  ],
  ['obiettivo', ['obiettivo', 'obiettivi']],
  [
    'area',
    [
      'area strategica',
      'indirizzo strategico',
      'linea di mandato',
      'linea programmatica',
      'linea strategica',
      'ambito',
    ],
  ],
  ['missione', ['missione']],
  ['prospettiva', ['prospettiva']],
  [
    'ufficio',
    [
      'ufficio',
      'uff',
      'struttura',
      'settore',
      'servizio',
      'responsabile',
      'centro di responsabilita',
      'cdr',
      'direzione',
      'unita organizzativa',
      'u o',
      'uo',
      'dirigente',
      'dipartimento',
      'area',
    ],
  ],
];
