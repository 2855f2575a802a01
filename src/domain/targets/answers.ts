import { narrowed } from './complements.js';
import { certain, type Draft, doubtful } from './draft.js';
import { nothingLeft } from './elimination.js';
import { multiple } from './multiples.js';
import { excerpt } from './phrases.js';
import { reason } from './reasons.js';
import { rhythmIn } from './rhythm.js';
import { isDone, isInfinitive } from './role-words.js';
import { divided } from './single-result.js';
import { atLeast, everyone, levelNamed, schoolTerm } from './suggested.js';
import { fold } from './tokens.js';
import { byYearEnd, vagueTimeIn } from './vague-times.js';
import type { Work } from './work.js';
import { afterYes, answerNo, choice, yes } from './yes-or-no.js';

/** Nouns of a result that is there or is not. */
const RESULT_NOUN =
  /^([a-z]{3,}(zione|zioni|sione|sioni)|affidamento|aggiornamento|completamento|adeguamento|inserimento|svolgimento|espletamento|adempimento|collaudo|avvio|stesura|rilascio|invio|stipula|firma|nomina|apertura|chiusura|delibera|determina|relazione|documento|protocollo|regolamento|convenzione|report|pubblicazione)$/;

/** Nouns that describe an intent, not a result anybody can check. */
const VAGUE =
  /^(migliorar|ottimizzar|potenziar|rafforzar|sviluppar|promuover|valorizzar|consolidar|sensibilizzar|favorir|garantir|assicurar|supportar|coordinar|gestir|collaborar|partecipar|ridurre|aumentar|incrementar|mantener|essere|avere|dare|fare|migliorament|ottimizzazion|potenziament|rafforzament|svilupp|promozion|valorizzazion|consolidament|sensibilizzazion|incentivazion|efficientament|razionalizzazion|support|coordinament|gestion|collaborazion|partecipazion|attenzion|funzion|condizion|situazion|popolazion|frazion|informazion|questi|direzion|sezion|posizion|tension|pension|razion|stazion|nazion|selezion|opzion|nozion|comunicazion|assistenz|diminuzion|riduzion|variazion|soddisfazion|percezion|valutazion|osservazion|proporzion|dimension|version|occasion)/;

/** Reads a target made of words alone: `SI`, `realizzato`, `approvazione del documento`. */
export function answer(work: Work): Draft {
  const draft = words(work);
  const { counter, percent, holdsFor } = work.hints;
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
  if (/^[√✓✔xX]$/u.test(work.text)) return doubtful([reason('not-understood', work.text)], [yes()]);
  if (first === undefined) return doubtful([reason('not-understood', work.text)], levelNamed(work));
  const among = choice(work);
  if (among !== undefined) return among;
  const onlyPunctuation = work.tokens.every(
    (t) => t.kind === 'word' || (t.kind === 'symbol' && /^[.,;:!()"']$/.test(t.text)),
  );
  if (spoken.length === 1 && onlyPunctuation) {
    // `avviato` is a beginning: whether that is enough, nobody says.
    if (/^avviat/.test(first.text)) return doubtful([reason('not-understood', what)], [yes(what)]);
    if (/^(si|si'|yes|on|ok)$/.test(first.text) || isDone(first.text)) return certain(yes());
    if (/^(no|off)$/.test(first.text)) return answerNo();
    if (ACTION.test(first.text)) return certain(yes(what));
  }
  if (
    /^(entro|nei|nel|secondo)$/.test(first.text) &&
    spoken.some((w) => /^(termini|termine|tempi|scadenz|data)/.test(w.text))
  ) {
    return doubtful([reason('deadline-elsewhere')]);
  }
  if (ELSEWHERE.test(fold(work.text))) return doubtful([reason('stated-elsewhere', what)]);
  const named = ACTION.test(first.text) || isInfinitive(first.text) || RESULT_NOUN.test(first.text);
  const sometime = vagueTimeIn(work.tokens);
  if (sometime !== undefined)
    return doubtful(
      [reason('vague-time', work.show(sometime.span))],
      [...byYearEnd(work, sometime), ...(named && !VAGUE.test(first.text) ? [yes(what)] : [])],
    );
  const none = nothingLeft(work);
  if (none.length > 0) return doubtful([reason('negated', what)], [...none, yes(what)]);
  const term = schoolTerm(work);
  if (term !== undefined) return doubtful([reason('not-understood', what), reason('counted-date', what)], [term]);
  const rhythm = rhythmIn(work.tokens, ...whole);
  if (rhythm !== undefined)
    return doubtful(
      [reason('periodic', work.show([rhythm.from, rhythm.to]))],
      [atLeast(String(rhythm.times)), yes(what)],
    );
  const all = everyone(work);
  if (all !== undefined) return doubtful([reason('everyone', what)], [all, yes(what)]);
  if (what.length > LONGEST_RESULT) return doubtful([reason('not-understood', what)]);
  if (spoken.some((w) => NEGATION.test(w.text)) || STOPPING.test(first.text))
    return doubtful([reason('negated', what)], [yes(what), { kind: 'yes-no', expected: false, what }]);
  if (work.offending(whole) !== undefined)
    return doubtful(
      [reason('not-understood', what), ...divided(work).doubts],
      [...multiple(work, undefined), ...(named && !VAGUE.test(first.text) ? [yes(what)] : [])],
    );
  const [opening] = work.tokens;
  const ends = isDone(spoken.at(-1)?.text ?? '');
  // `PTPCT 2024-2026 approvato` is a document, and done.
  const titled = ends && opening?.kind === 'reference' && opening.text === '#title';
  const { doubts, notes } = divided(work);
  if (doubts.length > 0)
    return doubtful(doubts, [...multiple(work, undefined), ...(named || titled ? [yes(what)] : [])]);
  if (/^si'?$/.test(first.text) && second !== undefined) return afterYes(work, first, notes);
  // `3° report`: one of a row, of which nothing is said.
  if (opening?.kind === 'reference' && !titled) return doubtful([reason('not-understood', what)], [yes(what)]);
  const result = named && !VAGUE.test(first.text);
  const done = titled || (spoken.length >= 2 && ends);
  // `realizzato tramite portale`: whether done otherwise would be done, nobody says.
  const narrow = isDone(first.text) && narrowed(work.tokens, ...whole) ? [reason('words-around', what)] : [];
  if (result || done || (isDone(first.text) && spoken.length >= 2)) return certain(yes(what), [...notes, ...narrow]);
  return spoken.length >= 2
    ? doubtful([reason('vague', what)], [...multiple(work, undefined), yes(what)])
    : doubtful(
        [reason('not-understood', what)],
        // `Rinnovo ISO 14001`: what is to be found has a name.
        [...multiple(work, undefined), ...(work.tokens.some((t) => t.kind === 'reference') ? [yes(what)] : [])],
      );
}

const ELSEWHERE =
  /^(?:come (?:da|dal|dalla|dai|previsto|indicato|riportato|definito|sopra)|secondo (?:quanto|il|la|le|i)|vedi|cfr)\b|^secondo (?:indicazion|direttiv|disposizion|istruzion|cronoprogramm|calendari|normativ|norme|legge|linee|programmazion|pianificazion|standard|esigenz|necessita|richiest)/;

/** In characters. */
const LONGEST_RESULT = 240;

/** Work that a single word names, and somebody can see whether it was done. */
const ACTION = /^(verifica|collaudo|consegna|avvio|stesura|invio|stipula|firma|attivazione|adozione|approvazione)$/;

const NEGATION = /^(?:non|no|mancat[oaie]|mancanza|assenza|senza|nessun[oa]?|mai)$/;

/** Ends something: the result may be that it stops, or the word may be what happens when all goes wrong. */
const STOPPING =
  /^(?:sospension|cessazion|interruzion|soppression|annullament|revoc|abrogazion|recess|disdett|dismission|rinunci|decadenz|scioglimento|riduzion|sospendere|cessare)/;
