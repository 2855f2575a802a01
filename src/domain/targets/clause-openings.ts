import { CONNECTORS, MEASURES, YEAR_CONNECTORS } from './baselines.js';
import { MARKERS } from './date-clauses.js';
import { WEEKDAYS } from './dates.js';
import { PREFIXES } from './operators.js';
import { ORDINALS } from './ordinals.js';
import { AFTER, COMING } from './other-year.js';
import { WHOLE } from './periods.js';
import { GLUE, skipArticles } from './phrases.js';
import type { Token } from './tokens.js';
import { UNITS } from './units.js';
import { beginsNumber } from './value.js';
import { MONTHS_AS_WRITTEN } from './written-date.js';

/** Words that may open a clause, other than numbers in words. */
const OPENINGS: ReadonlySet<string> = new Set([
  ...GLUE,
  // amounts, comparisons and intervals
  ...PREFIXES.keys(),
  ...UNITS.keys(),
  ...'piu meno n nr nro num numero compreso compresa compresi comprese range intervallo come'.split(' '),
  // dates, periods and years
  ...MARKERS.keys(),
  ...WHOLE.keys(),
  ...WEEKDAYS,
  ...MONTHS_AS_WRITTEN.keys(),
  ...ORDINALS.keys(),
  ...COMING,
  ...AFTER,
  ..."tra fra da dal dall' dai dalle primo mese mesi meta fine termine scorso dopo appresso triennio biennio p u".split(
    ' ',
  ),
  ..."anno esercizio target nel nell' per".split(' '),
  // what a change is measured against, and trends beside a level
  ...CONNECTORS.keys(),
  ...YEAR_CONNECTORS.keys(),
  ...'valore valori dato dati risultato risultati livello livelli standard e ed ma con purche'.split(' '),
]);

/** Whether a rule could read a clause from a token on. Most words only describe, and no rule is tried on them. */
export function mayOpen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return token?.kind === 'number' || token?.kind === 'symbol';
  if (!ARTICLES.has(token.text)) return opens(token.text);
  // An article opens what the word after it does: `dell'80%`, `al 30 giugno`, `del valore 2015`; `delle pratiche` nothing.
  const next = tokens[skipArticles(tokens, at + 1)];
  return next?.kind !== 'word' || MEASURES.has(next.text) || opens(next.text);
}

/** Articles, and prepositions that are nothing else: `a`, `i` and `il` may be spelt in an abbreviation. */
const ARTICLES: ReadonlySet<string> = new Set(
  "allo alla agli alle di d' dello della degli delle l' la lo gli le del dell' dei".split(' '),
);

const opens = (word: string): boolean => OPENINGS.has(word) || beginsNumber(word);
