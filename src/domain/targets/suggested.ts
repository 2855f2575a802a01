import { civilDate } from '../calendar/civil-date.js';
import { excerpt, isWord, matchPhrase, phrases, skipArticles, unlessEmpty } from './phrases.js';
import type { Operator, Reading, Unit } from './types.js';
import type { Work } from './work.js';

/** A floor that the words suggest and nobody wrote: a candidate, never a reading. */
export const atLeast = (
  value: string,
  unit: Unit = { kind: 'number' },
  operator: Extract<Operator, '>=' | '>'> = '>=',
): Extract<Reading, { kind: 'threshold' }> => ({
  kind: 'threshold',
  operator,
  value,
  unit,
  direction: 'more-is-better',
});

/** `livello 3`, `fase 2`: one more of a row of steps. */
export function levelNamed(work: Work): readonly Reading[] {
  const step = /^(?:livello|grado|fase|stadio|step|classe|punteggio) ([0-9]{1,2})$/i.exec(work.text)?.[1];
  return step === undefined ? [] : [atLeast(step, work.hints.unit)];
}

const SHARES = phrases<readonly [Extract<Operator, '>=' | '>'>, string]>([
  ['tutti', ['>=', '100']],
  ['tutte', ['>=', '100']],
  ['tutto', ['>=', '100']],
  ['tutta', ['>=', '100']],
  ['ogni', ['>=', '100']],
  ['ciascun', ['>=', '100']],
  ['ciascuna', ['>=', '100']],
  ['totalita', ['>=', '100']],
  ['la totalita', ['>=', '100']],
  ['maggior parte', ['>', '50']],
  ['la maggior parte', ['>', '50']],
  ['maggioranza', ['>', '50']],
  ['la maggioranza', ['>', '50']],
]);

/** `tutti i docenti` is all of them; `la maggior parte dei sentieri` more than half. */
export function everyone({ text, tokens }: Work): Reading | undefined {
  const found = matchPhrase(SHARES, tokens, 0);
  if (found === undefined) return undefined;
  const [operator, value] = found.value;
  const what = excerpt(text, tokens, skipArticles(tokens, found.next), tokens.length);
  return { ...atLeast(value, { kind: 'percent' }, operator), what: unlessEmpty(what) };
}

const SCHOOL_YEAR = /^entro .*?(a\. ?[as]\.?|anno (?:scolastico|accademico|educativo|formativo)) ?((?:19|20)[0-9]{2})/i;

/** `entro l'inizio dell'a.a. 2019/2020`: a school year begins and ends in September, an academic one in October. */
export function schoolTerm({ text, tokens }: Work): Reading | undefined {
  const [, kind, year] = SCHOOL_YEAR.exec(text) ?? [];
  if (kind === undefined || year === undefined) return undefined;
  const begins = tokens.some((t) => isWord(t, 'inizio', 'avvio', 'apertura'));
  const academic = /a\. ?a|accademico/i.test(kind);
  const [month, day] = academic ? [9, 30] : [8, 31];
  return { kind: 'by-date', by: civilDate(Number(year) + (begins ? 0 : 1), month, day), strict: false };
}
