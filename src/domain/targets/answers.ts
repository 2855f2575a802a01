import { certain, type Draft, doubtful } from './draft.js';
import { nameHints } from './name.js';
import { excerpt } from './phrases.js';
import { hasWords } from './prose.js';
import { reason } from './reasons.js';
import type { Token } from './tokens.js';
import type { Reading } from './types.js';
import type { Work } from './work.js';

const DONE =
  'fatt|realizzat|completat|attivat|approvat|effettuat|eseguit|raggiunt|conseguit|pubblicat|adottat|avviat|conclus|attuat|redatt|predispost|stipulat|sottoscritt|aggiornat|trasmess|presentat|elaborat|inviat|svolt|costituit|istituit|implementat|installat|collaudat';
const DONE_WORD = new RegExp(`^(${DONE})[oaie]$`);

/** Nouns of a result that is there or is not. */
const RESULT_NOUN =
  /^([a-z]{3,}(zione|zioni|sione|sioni)|affidamento|aggiornamento|completamento|adeguamento|inserimento|svolgimento|espletamento|adempimento|collaudo|avvio|stesura|rilascio|invio|stipula|firma|nomina|apertura|chiusura|delibera|determina|relazione|documento|protocollo|regolamento|convenzione|report|pubblicazione)$/;

/** Nouns that describe an intent, not a result anybody can check. */
const VAGUE =
  /^(migliorament|ottimizzazion|potenziament|rafforzament|svilupp|promozion|valorizzazion|consolidament|sensibilizzazion|incentivazion|efficientament|razionalizzazion|support|coordinament|gestion|collaborazion|partecipazion|attenzion|funzion|condizion|situazion|popolazion|frazion|informazion|questi|direzion|sezion|posizion|tension|pension|razion|stazion|nazion|selezion|opzion|nozion|comunicazion|assistenz|diminuzion|riduzion|variazion|soddisfazion|percezion|valutazion|osservazion|proporzion|dimension|version|occasion)/;

/** Reads a target made of words alone: `SI`, `realizzato`, `approvazione del documento`. */
export function answer(work: Work): Draft {
  const draft = words(work);
  const { counter, percent, holdsFor } = nameHints(work.context.name);
  // `SI` for `N. incontri`: the name asks how many.
  const quantity = counter || percent || holdsFor === 'time';
  return quantity && draft.readings.length > 0
    ? { ...draft, doubts: [...draft.doubts, reason('answer-against-name')] }
    : draft;
}

function words(work: Work): Draft {
  const spoken = work.tokens.filter((t) => t.kind === 'word');
  const [first, second] = spoken;
  const whole: readonly [number, number] = [0, work.tokens.length];
  const what = excerpt(work.text, work.tokens, 0, work.tokens.length);
  if (first === undefined) return doubtful([reason('not-understood', work.text)]);
  if (isChoice(spoken)) return doubtful([reason('yes-or-no')], [yes()]);
  const onlyPunctuation = work.tokens.every(
    (t) => t.kind === 'word' || (t.kind === 'symbol' && /^[.,;:!()"']$/.test(t.text)),
  );
  if (spoken.length === 1 && onlyPunctuation) {
    if (/^(si|si'|yes|on|ok)$/.test(first.text) || DONE_WORD.test(first.text)) return certain(yes());
    if (/^(no|off)$/.test(first.text)) return certain({ kind: 'yes-no', expected: false });
  }
  if (
    /^(entro|nei|nel|secondo)$/.test(first.text) &&
    spoken.some((w) => /^(termini|termine|tempi|scadenz|data)/.test(w.text))
  ) {
    return doubtful([reason('deadline-elsewhere')]);
  }
  if (work.offending(whole) !== undefined || what.length > 240) return doubtful([reason('not-understood', what)]);
  if (/^si'?$/.test(first.text) && second !== undefined) return afterYes(work, first);
  const result = RESULT_NOUN.test(first.text) && !VAGUE.test(first.text);
  const done = spoken.length >= 2 && DONE_WORD.test(spoken.at(-1)?.text ?? '');
  if (result || done || (DONE_WORD.test(first.text) && spoken.length >= 2)) return certain(yes(what));
  return spoken.length >= 2
    ? doubtful([reason('vague', what)], [yes(what)])
    : doubtful([reason('not-understood', what)]);
}

const yes = (what = ''): Reading => ({ kind: 'yes-no', expected: true, ...(what === '' ? {} : { what }) });

/** `SI/NO`, `on/off`, `sì o no`: the answers allowed, not the one expected. */
function isChoice(words: readonly Token[]): boolean {
  const texts = words.map((w) => w.text.replace("'", ''));
  return (
    texts.length <= 4 &&
    ((texts.includes('si') && texts.includes('no')) ||
      (texts.includes('on') && texts.includes('off')) ||
      (texts.includes('s') && texts.includes('n')))
  );
}

/** `Sì, approvazione del regolamento`: the words after the answer are its object. */
function afterYes(work: Work, first: Token): Draft {
  const from = work.tokens.indexOf(first) + 1;
  if (!hasWords(work.tokens, from, work.tokens.length)) return certain(yes());
  return certain(yes(excerpt(work.text, work.tokens, from, work.tokens.length).replace(/^\((.*)\)$/, '$1')));
}
