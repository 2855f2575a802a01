import type { Sense, Trust } from './roles.js';
import { nounAt, treatmentOf } from './vocabulary.js';

/** Which way a time should go, and the word that says so. */
export interface TimeSense {
  readonly sense: Sense;
  readonly trust: Trust;
  /** The noun of time. */
  readonly head: string;
  readonly shown: string;
  readonly why: 'elapsed' | 'supplied' | 'bad' | 'failed';
}

/** Services and activities that are worth the time they last. */
const SUPPLIED =
  /^(?:apertur|formazion|formativ|permanenz|alternanz|docenz|lezion|insegnament|volontariat|assistenz|presidi|tirocin|stage|disponibil|funzionament|autonomi|conservazion|garanzia|reperibil|laborator|vigilanz|ascolto|tutor|consulenz|programmazion|aggiornament|didattic|minim[oa]$|servizi|addestrament|attivita$|controll|pattugliament|orientament|sostegno|laboratorial|sorveglianz|utilizz|erogazion|corsi$|corso$|stud[io]|ricerca|registrazion|trasmissione$|navigazion|frequenza|spettacol|mostr|affissione|pubblicazion|animazion|allattament|anticip)/;
/** `Apertura`, `Reperibilità`: the more time of it, the better. */
export const offersTime = (noun: string): boolean => SUPPLIED.test(noun);

/** What a span of time is worth having of, when it is the time of a whole process. */
const KEPT_UP =
  /^(?:permanenz|dedicat|minim[oa]$|autonomi|garanzia|disponibil|apertur|formazion|conservazion|funzionament|buon)/;
/** Where one stays only to wait: `permanenza in pronto soccorso`. */
const WAITING = /^(?:ps|pronto|obi|triage|coda|barella)$/;
/** `ore di formazione` are worth having; `ore di permanenza in pronto soccorso` are not. */
export const isOffered = (words: readonly string[]): boolean => words.some(offersTime) && !words.some(isWaiting);
const isWaiting = (word: string): boolean => WAITING.test(word);
const PROCESS =
  /^(?:procediment|procedur|istruttor|lavorazion|cause|causa$|gara|gare|process|pratic|pagament|rilasci|liquidazion|attes|degenz|conclusion|evasion|rispost|ripristin|iter$|trattazion|definizion|giudiz|mediazion|sospension|interruzion|fermo|assenz|esam|giacenz)/;
const BEFORE_EVENT = /^(?:per|tra|fra|da|dal|dalla|dall'|necessari[oe]?|impiegat[oi])$/;

/**
 * Which way a time should go. What passes until something happens (`tempo di`, `giorni per`) should be short; what is
 * given to somebody (`ore di formazione`, `durata della pubblicazione`) should be long.
 * @param thing the words from the noun of time on
 */
export function timeSense(thing: readonly string[]): TimeSense {
  const [head = '', ...rest] = thing;
  const longest = rest.slice(0, 8);
  const failed = rest.find((w, i) => rest[i - 1] === 'non' && treatmentOf(w) !== undefined);
  const waits = rest.some(isWaiting);
  const supplied = waits ? undefined : rest.find((w) => (spans(head) ? SUPPLIED : KEPT_UP).test(w));
  const bad = longest.findIndex((_, i) => ['bad', 'cost'].includes(nounAt(longest, i)));
  const done = longest.find((w) => treatmentOf(w) === 'done');
  const found = (sense: Sense, trust: Trust, shown: string, why: TimeSense['why']): TimeSense => ({
    sense,
    trust,
    head,
    shown,
    why,
  });
  if (failed !== undefined) return found('less', 'any', `non ${failed}`, 'failed');
  if (/^(?:attes|degenz|latenz)/.test(head)) return found('less', 'any', head, 'elapsed');
  const [link = ''] = rest.filter((w) => !/^(?:medi[oae]?|massim[oai]|complessiv[oie]|effettiv[oie])$/.test(w));
  if (counts(head)) {
    if (BEFORE_EVENT.test(link)) return found('less', 'any', `${head} ${link}`, 'elapsed');
    if (bad >= 0) return found('less', 'any', longest[bad] ?? '', 'bad');
    if (longest.some((w) => /^(?:attes|degenz|malatti|scioper|fermo|sospension|chiusur|blocc|disserviz)/.test(w)))
      return found('less', 'any', head, 'elapsed');
    if (supplied !== undefined) return found('more', 'any', supplied, 'supplied');
    if (longest.some((w) => PROCESS.test(w))) return found('less', 'any', head, 'elapsed');
    const given = /^or[ae]$/.test(head) || done !== undefined;
    // `3 giornate` are days of something held.
    if (/^giornat/.test(head)) return found('more', 'weak', head, 'supplied');
    return found(given ? 'more' : 'less', 'weak', head, given ? 'supplied' : 'elapsed');
  }
  if (supplied !== undefined && !longest.slice(0, longest.indexOf(supplied)).some((w) => PROCESS.test(w)))
    return found('more', /^durat/.test(head) ? 'any' : 'weak', supplied, 'supplied');
  const sure = !/^durat/.test(head) || longest.some((w) => PROCESS.test(w));
  return found('less', sure ? 'any' : 'weak', head, 'elapsed');
}

/** `Ore di …`, `Giorni di …`: so many of them are counted. */
const counts = (head: string): boolean =>
  /^(?:giorn[oi]|giornat[ae]|gg|second[oi]|or[ae]|minut[oi]|mes[ei]|settiman[ae])$/.test(head);
const spans = (head: string): boolean => counts(head) || /^durat/.test(head);
