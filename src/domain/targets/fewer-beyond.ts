import type { Amount, Solid } from './clause.js';
import { type Draft, doubtful } from './draft.js';
import { excerpt, isWord, skipArticles, tidy, unlessEmpty } from './phrases.js';
import { reason } from './reasons.js';
import { hasWords } from './roles.js';
import { threshold } from './threshold.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

/** Words by which a target asks for less of something. */
const LESS_OF =
  /^(?:riduzion[ei]|ridurre|diminuzion[ei]|diminuire|abbattiment[oi]|abbattere|conteniment[oi]|contenere|decrement[oi]|calo|taglio)$/;

/**
 * `abbattimento delle code superiori a 20 minuti`, `drastica riduzione dei ritardi oltre 10 giorni`: fewer of what lies beyond a
 * limit. How many fewer nobody says, and the limit is no goal to pass: it is asked, the limit or none of them.
 */
export function fewerBeyond(work: Work, solids: readonly Solid[]): Draft | undefined {
  const [amount, another] = solids[0]?.kind === 'change' ? solids.slice(1) : solids;
  if (amount?.kind !== 'amount' || another !== undefined || !saysBeyond(work, amount)) return undefined;
  const from = skipArticles(work.tokens, opening(work));
  if (from === 0 || !hasWords(work.tokens, from, amount.from)) return undefined;
  const limit = threshold(work, { amount: { ...amount, operator: '<=' }, at: [amount.from, amount.to] });
  const what = tidy(excerpt(work.text, work.tokens, from, work.tokens.length));
  const none: Reading = {
    kind: 'threshold',
    operator: '<=',
    value: '0',
    unit: { kind: 'number' },
    direction: 'less-is-better',
    what: unlessEmpty(what),
  };
  const most = limit.readings.slice(0, 1);
  // Where the name counts, they are counted; elsewhere the limit is likelier what is measured.
  return doubtful([reason('fewer-beyond', what)], work.hints.counter ? [none, ...most] : [...most, none]);
}

/** How many tokens ask for less, an adjective before them included; 0 when the text does not begin so. */
function opening({ tokens }: Work): number {
  const at = tokens.slice(0, 2).findIndex((t) => LESS_OF.test(t.text));
  return at + 1;
}

/**
 * What lies beyond a limit is spoken of in the plural: `riduzione dei costi superiore al 5%` is a reduction by more than that, and
 * so are one `di oltre 10 giorni` and one `oltre il 10%`.
 */
const saysBeyond = ({ tokens }: Work, { from, operator, unit }: Amount): boolean =>
  (operator === '>' || operator === '>=') &&
  unit?.kind !== 'percent' &&
  isWord(tokens[from], 'superiori', 'maggiori', 'eccedenti', 'oltre', 'sopra') &&
  !isWord(tokens[from - 1], 'di', 'del', "dell'", 'pari');
