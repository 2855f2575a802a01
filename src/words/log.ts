import { plainText } from '../domain/plain-text.js';
import { never } from '../domain/result.js';
import type { LogChannel } from '../domain/via.js';
import { logSentences } from './log-sentences.js';

/** What the log's actions are called after what they were done to, where it is not their sentence without its capital. */
export const logActions: Readonly<Record<string, string>> = {
  'cycle-opened': 'ciclo avviato',
  'step-opened': 'aperta',
  'step-late': 'in ritardo',
  'step-completed': 'conclusa',
  'step-extended': 'prorogata',
  'step-dated-again': 'ha un altro termine per il differimento del bilancio',
  'counted-from-act': 'ha il termine contato dall’atto di cui è il seguito',
  'budget-postponed': 'differimento dichiarato',
  'budget-postponement-withdrawn': 'differimento ritirato',
  'step-reopened': 'riaperta',
  'indicator-delegated': 'indicatore delegato',
  'delegation-ended': 'delega conclusa',
  'step-reminded': 'sollecitata dal controllo di gestione',
  'step-resubmitted': 'ritrasmessa all’organo',
  'step-transmitted': 'trasmessa all’organo',
  'section-written': 'sezione scritta',
  'outline-adopted': 'struttura del documento adottata',
  'section-ready': 'sezione dichiarata pronta',
  'section-back-to-draft': 'sezione riportata in bozza',
  'section-remarked': 'osservazione su una sezione',
  'remark-answered': 'risposta a un’osservazione',
  'remark-closed': 'osservazione chiusa',
  'figure-added': 'figura allegata',
  'stand-in-put': 'documento dell’ente al posto delle sezioni',
  'stand-in-withdrawn': 'documento dell’ente ritirato',
  'earlier-step-recorded': 'registrata come fatta prima di Ciclo',
  'earlier-step-withdrawn': 'registrazione di ciò che era già fatto ritirata',
  'step-done-earlier': 'conclusa prima di Ciclo',
  'step-remark-replied': 'replica a un’osservazione',
  'step-remark-closed': 'osservazione chiusa',
  'step-cancelled': 'annullata',
  'step-failed': 'interrotta da un guasto',
  'step-stuck': 'ferma per un guasto',
  'step-unstuck': 'ripresa dopo un guasto',
  'step-resumed': 'riavviata',
  'checkpoint-closed': 'chiuso dal controllo di gestione',
  'report-remarked': 'osservazione sul rapporto',
  'report-answered': 'risposta a un’osservazione',
  'decision-approved': 'approvato',
  'decision-noted': 'preso atto',
  'decision-rejected': 'respinto con osservazioni',
  'decision-deferred': 'rinviato',
  'validation-approved': 'validata',
  'validation-noted': 'preso atto',
  'validation-rejected': 'non validata',
  'opinion-noted': 'preso atto',
  'amendment-prepared': 'aggiornamento del Piano preparato',
  'plan-drafted': 'bozza del Piano',
  'plan-imported': 'Piano importato in una bozza',
  'measurements-submitted': 'valori inviati',
  'value-returned': 'valore restituito',
  'assessment-failed': 'calcolo non riuscito: si riprova',
  'process-start': 'riavviato secondo il registro',
  'process-rebuild': 'rimesso in Temporal secondo il registro',
  'process-end': 'chiuso in Temporal: nel registro non è in corso',
  'retention-applied': 'cancellato oltre il termine di conservazione',
  'file-erased': 'file cancellato con un atto',
  'person-erased': 'dati di una persona cancellati con un atto',
  'token-requested': 'gettone richiesto',
  'token-issued': 'gettone emesso',
  'token-used': 'gettone usato',
  'token-revoked': 'gettone revocato',
  'session-ended': 'sessione chiusa da chi amministra',
};

/** The action in words, after what it was done to; one that has none yet is shown as it is. */
export function logAction(action: string): string {
  const sentence = logSentences[action];
  return (
    logActions[action] ??
    (sentence === undefined ? action : `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}`)
  );
}

/** The action as a sentence of its own, for pages and files. */
export function logSentence(action: string): string {
  const after = logActions[action];
  return logSentences[action] ?? (after === undefined ? action : `${after.slice(0, 1).toUpperCase()}${after.slice(1)}`);
}

/** The actions whose words have this one in them. @param word as `wordsIn` leaves it */
export function logActionsSaying(word: string): readonly string[] {
  const actions = new Set([...Object.keys(logActions), ...Object.keys(logSentences)]);
  return [...actions].filter((action) => plainText(`${logSentence(action)} ${logAction(action)}`).includes(word));
}

/** By which way something was asked. @param token reference of the token, where there is one */
export function logVia(channel: LogChannel, token: string): string {
  switch (channel) {
    case 'page':
      return 'pagina';
    case 'mail-link':
      return 'collegamento della posta';
    case 'token':
      return `gettone ${token}`;
    case 'command-line':
      return 'riga di comando';
    case 'system':
      return 'sistema';
    case 'unrecorded':
      return '';
    default:
      return never(channel);
  }
}
