import { MONTH_NAMES } from '../calendar/months.js';

/** A title reduced to what is said: no case, accents, apostrophes, dots or spacing. */
export function sayingOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f.'’‘`"“”«»]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Whether two titles say the same; a title cut short by its cell says the same as far as it goes. */
export function sameSaying(a: string, b: string): boolean {
  const [x, y] = [sayingOf(a), sayingOf(b)];
  if (x === y) return true;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return short.length >= 20 && long.startsWith(short);
}

/** A measure's name reduced to what is measured: `N. incontri con imprese` is `Numero di incontri con le imprese`. */
export function measureOf(name: string): string {
  return sayingOf(
    name
      .replace(/[’‘`]/g, "'")
      .replace(/(?<=\p{L})'/gu, "' ")
      .replaceAll('%', ' percentuale '),
  )
    .replace(/\b(?:d|de|dei|degli|del|dell|dello|della|delle)\b/g, 'di')
    .replace(/\b(a|da|su)(?:l|ll|i|gli|lla|lle|llo)\b/g, '$1')
    .replace(/\b(?:il|lo|la|l|i|gli|le)\b/g, '')
    .replace(/^\s*(?:n|no|nr|num|numero)\b(?:\s+(?:complessivo|totale))?(?:\s+di)?\b/, 'numero')
    .replace(/^\s*percentuale\s+di\b/, 'percentuale')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A date found in a text, as written and in parts; the year is absent when the text does not say it. */
interface WrittenDate {
  readonly text: string;
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

const NUMERIC_DATE = /(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/,%]|[.-]\d)/g;
const BEFORE_A_DATE = /\b(entro|il|al|dal|del)\s*$/i;
const NAMED_DATE = new RegExp(`(?<!\\d)(\\d{1,2})°? (${MONTH_NAMES.join('|')})(?: (\\d{4}))?`, 'gi');

/** The dates written in a text. `3.1`, `10-12`, `4/5` are not taken for dates; `entro il 31/12` is. */
export function datesIn(text: string): readonly WrittenDate[] {
  const found: (WrittenDate & { readonly at: number })[] = [];
  for (const m of text.matchAll(NUMERIC_DATE)) {
    // `4/5` may be a score or a share: without the year only a word before it makes it a date.
    if (m[4] === undefined && (m[2] !== '/' || !BEFORE_A_DATE.test(text.slice(0, m.index)))) continue;
    found.push({ at: m.index, ...dated(m[0], Number(m[1]), Number(m[3]), m[4]) });
  }
  for (const m of text.matchAll(NAMED_DATE)) {
    found.push({
      at: m.index,
      ...dated(m[0], Number(m[1]), MONTH_NAMES.findIndex((name) => name === (m[2] ?? '').toLowerCase()) + 1, m[3]),
    });
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...date }) => date);
}

function dated(text: string, day: number, month: number, year: string | undefined): WrittenDate {
  if (year === undefined) return { text, day, month };
  return { text, day, month, year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}

/** The zero of a spreadsheet shown as a date: `00/01/1900` (Excel), `00/01/00`, `30/12/1899` (LibreOffice). */
export function isSpreadsheetZero(date: WrittenDate): boolean {
  return date.day === 0 || (date.year === 1899 && date.month === 12 && date.day >= 30);
}

export function existsInCalendar(date: WrittenDate): boolean {
  if (date.month < 1 || date.month > 12 || date.day < 1) return false;
  const leap = date.year === undefined || (date.year % 4 === 0 && (date.year % 100 !== 0 || date.year % 400 === 0));
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][date.month - 1] ?? 0;
  return date.day <= days;
}

/** ISO text of a date that has its year, so that dates compare as text. */
export function isoOf(date: WrittenDate): string | undefined {
  if (date.year === undefined) return undefined;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${date.year}-${two(date.month)}-${two(date.day)}`;
}

/** `2016-09-08` → `8/9/2016`. */
export function italianDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** How a cell is written, whatever it means: enough to say that two cells are not written in the same unit. */
interface CellShape {
  readonly kind: 'empty' | 'number' | 'percent' | 'change' | 'date' | 'words';
  readonly operator: '' | '<' | '<=' | '>' | '>=' | 'by';
}

/** The shape of a target or result cell. LaTeX remains (`$\geq 90\%$`) are read through. */
export function shapeOf(cell: string): CellShape {
  const text = cell
    .replace(/\\geq?/g, '≥')
    .replace(/\\leq?/g, '≤')
    .replace(/[$\\]/g, '')
    .trim();
  if (text === '') return { kind: 'empty', operator: '' };
  const operator = operatorOf(text);
  if (datesIn(text).length > 0) return { kind: 'date', operator };
  if (/^[+\-–−]\s?\d/.test(text)) return { kind: 'change', operator };
  if (/\d\s?%/.test(text)) return { kind: 'percent', operator };
  return { kind: /\d/.test(text) ? 'number' : 'words', operator };
}

function operatorOf(text: string): CellShape['operator'] {
  if (/≥|>\s?=|=\s?>|\balmeno\b|\bnon (inferiore|meno)\b|\bminimo\b/i.test(text)) return '>=';
  if (/≤|<\s?=|=\s?<|\bal massimo\b|\bnon (superiore|oltre|più)\b|\bmassimo\b/i.test(text)) return '<=';
  if (/>|\boltre\b|\bpiù di\b|\bsuperiore\b/i.test(text)) return '>';
  if (/<|\bmeno di\b|\binferiore\b/i.test(text)) return '<';
  return /\bentro\b/i.test(text) ? 'by' : '';
}

/** Words that any plan uses of anything. */
const COMMON = new Set(
  'azione azioni attivita programma progetto piano ente comune servizi servizio sviluppo gestione promozione iniziative iniziativa interventi intervento realizzazione partecipazione accordo locale locali numero anno della delle degli dello dalla dalle nella nelle negli sulla sulle presso altre altri tramite anche'.split(
    ' ',
  ),
);

/** The words by which a title is told from others, without their last letter, so that singular and plural are one. */
export function distinctWords(text: string): ReadonlySet<string> {
  return new Set(
    sayingOf(text)
      .split(' ')
      .filter((word) => word.length >= 5 && !COMMON.has(word))
      .map((word) => word.slice(0, Math.max(4, word.length - 1))),
  );
}
