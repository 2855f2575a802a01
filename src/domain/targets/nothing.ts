import type { Reason } from './outcome.js';
import { reason } from './reasons.js';
import { fold } from './tokens.js';

/** Cells that stand for an absent target, folded and without points, spaces and quotes around. */
const PLACEHOLDERS = new Set(
  (
    'nd|na|np|nr|nc|nv|n/d|n/a|n d|n a|n c|tbd|tba|xx|xxx|kpi non definito|non definito|non definita|non definibile|non previsto|non prevista|non previsti|non applicabile|' +
    'non disponibile|non disponibili|non pertinente|non rilevabile|non rilevato|non rilevante|non misurabile|non valorizzato|non presente|' +
    'da definire|da definirsi|da individuare|da stabilire|da determinare|da determinarsi|da quantificare|da concordare|da precisare|da valutare|da completare|da compilare|da inserire|da assegnare|da rilevare|da fissare|' +
    "target da definire|in corso di definizione|in definizione|in via di definizione|in fase di definizione|in attesa|in attesa di definizione|da definire in corso d'anno|" +
    'nessun target|nessun valore|nessun indicatore|target non definito|indicatore non definito|vuoto|dato non disponibile|valore non disponibile|valore da definire|' +
    '#n/d|#n/a|#rif!|#ref!|#div/0!|#valore!|#value!|#nome?|null|none|nan|undefined'
  ).split('|'),
);

const LONGEST_PLACEHOLDER = 60;

/** Most targets open with a comparison or a number, as no placeholder does but a spreadsheet's first day. */
const VALUE_FIRST = /^(?:[<>=+2-9]|1(?![ /.-]))/;

/** Why a cell says nothing, or nothing when it says something. */
export function saysNothing(text: string): Reason | undefined {
  if (text === '') return reason('empty');
  if (text.length > LONGEST_PLACEHOLDER || VALUE_FIRST.test(text)) return undefined;
  if (EMPTY_DAY.test(text)) return reason('excel-zero', text);
  if (SAYS_PROMISE.test(text)) return undefined;
  const bare = fold(text)
    .replace(/[.\s]+/gu, ' ')
    .trim()
    .replace(/^["'([]+|["')\]]+$/g, '');
  const initials = bare.replace(/ /g, '');
  if (!/[\p{L}\p{N}%<>=+√✓✔]/u.test(text)) return reason('placeholder', text);
  if (PLACEHOLDERS.has(bare) || (initials.length <= 3 && PLACEHOLDERS.has(initials)))
    return reason('placeholder', text);
  if (isPending(bare)) return reason('placeholder', text);
  if (sendsElsewhere(bare)) return reason('stated-elsewhere', text);
  if (ONLY_ACTIVITY.test(bare)) return reason('only-activity', text);
  return undefined;
}

/** `00/01/1900`, `entro il 01/01/1900`: what a spreadsheet shows of an empty cell. */
const EMPTY_DAY = /^0?0[/.-]0?[01][/.-](1900|00)( 0?0:00(:00)?)?$|^(entro (il )?)?0?[01][/.-]0?1[/.-]1900$/;

/** A comparison, a share or a term: no cell that says nothing holds one, wherever the reader is sent. */
const SAYS_PROMISE = /[%<>=+]|\b(?:entro|almeno|massimo|minimo|max|oltre|prima)\b/i;

const UNSETTLED =
  'defini|individua|stabili|determina|quantifica|concorda|precisa|valorizza|fissa|specifica|comunica|assegna|inseri|compila|rileva|misura|calcola|valuta|aggiorna';

/** `da definire in corso d'anno`, `target non ancora disponibile`, `in attesa di quantificazione`, `n.d. (dato non rilevato)`. */
const PENDING = new RegExp(
  '^(?:(?:n ?d|n ?a|n ?p|nr) ?[-:(,]* ?)?(?:il |la )?(?:(?:target|valore|dato|baseline|kpi|indicatore|obiettivo|soglia|risultato)(?: atteso| target)? ?[:-]? ?)?(?:(?:e|ancora|e ancora) )?' +
    `(?:(?:in (?:corso|fase|via|attesa) di |in attesa della |in )(?:definizione|quantificazione|determinazione|individuazione|rilevazione|valorizzazione|fissazione|assegnazione|elaborazione)|da (?:${UNSETTLED})r[ei]?(?:si)?|da (?:definir|stabilir|inserir)(?:e|si)|` +
    `non (?:ancora |piu )?(?:disponibil[ei]|defini(?:t[oaie]|bile)|rileva(?:t[oaie]|bile)|misura(?:t[oaie]|bile)|applicabile|pertinente|previst[oaie]|quantifica(?:t[oaie]|bile)|determina(?:t[oaie]|bile)|fissat[oaie]|assegnat[oaie]|valorizzat[oaie]|pervenut[oaie]))` +
    // What follows says when, where or by whom, and promises nothing.
    "(?: ?[,;)]*| (?:in|nel|nella|nell'|con|a|al|alla|ad|da|dal|dalla|dopo|successivamente|sulla|su|d'intesa|ancora|per) ?.*)$",
  'u',
);
/** A number, a comparison or a date is a promise, whatever stands before it. */
const PROMISES = /[0-9%<>=+]|\b(?:entro|almeno|massimo|minimo|max|oltre|prima)\b/;

/** `in attesa di indicazioni della Regione`: whoever is waited for, nothing is promised yet. */
const WAITING = /^in attesa (?:di|del|dei|della|delle|degli|dell') ?[a-z]/;

const isPending = (bare: string): boolean => (PENDING.test(bare) || WAITING.test(bare)) && !PROMISES.test(bare);

const PLACE =
  /\b(?:allegat[oi]|all|sched[ae]|tabell[ae]|tab|pagin[ae]|pag|p|punto|paragrafo|par|sezione|sez|capitolo|cap|obiettivo|ob|appendice|nota|n|nr|art|foglio|riga|anno|piao|piano|dup|peg) ?(?:n ?|° ?)?[0-9]+(?:[ ./-]{1,3}[0-9]+)*/g;
const ELSEWHERE =
  /^\(?(?:si (?:veda|vedano|rinvia|rimanda)|veda|vedasi|vedere|vedi|cfr|rinvio|rimando|idem|come sopra)(?:$|[ :,])|^\(?(?:v|vd|cf) [a-z]/;

/** `si veda la relazione`, `v. allegato 2`, `cfr. scheda obiettivo`: the numbers are those of the place. */
const sendsElsewhere = (bare: string): boolean => ELSEWHERE.test(bare) && !PROMISES.test(bare.replace(PLACE, ''));

/** Work that goes on by itself, alone in its cell. */
const ONLY_ACTIVITY =
  /^(?:(?:regolare |normale |ordinari[ao] )?(?:monitoraggio|supporto|assistenza|presidio|coordinamento|gestione|vigilanza|collaborazione|funzionamento|controllo)(?: continu[oa]| costante| ordinari[oa])?|(?:attivita|gestione) (?:ordinari[ae]|corrent[ei]|istituzional[ei]|di routine|continuativ[ae])|ordinaria (?:attivita|gestione|amministrazione)|routine|prosecuzione(?: dell'attivita| attivita)?|attivita in corso|in corso)$/;
