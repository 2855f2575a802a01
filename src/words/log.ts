import { plainText } from '../domain/plain-text.js';
import { never } from '../domain/result.js';
import type { LogChannel } from '../domain/via.js';
import { logSentences } from './log-sentences.js';

/** What the log's actions are called on pages and in the terminal. */
export const logActions: Readonly<Record<string, string>> = {
  'cycle-opened': 'ciclo avviato',
  'cycle-closed': 'ciclo concluso',
  'cycle-cancelled': 'ciclo annullato',
  'step-opened': 'aperta',
  'step-late': 'in ritardo',
  'step-completed': 'conclusa',
  'step-extended': 'prorogata',
  'step-dated-again': 'ha un altro termine per il differimento del bilancio',
  'counted-from-act': 'ha il termine contato dall’atto di cui è il seguito',
  'budget-postponed': 'differimento dichiarato',
  'budget-postponement-withdrawn': 'differimento ritirato',
  'step-reopening': 'riapertura disposta',
  'step-reopened': 'riaperta',
  'substitution-recorded': 'sostituzione registrata',
  'substitution-ended': 'sostituzione chiusa in anticipo',
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
  'step-noted': 'fatto nuovo',
  'earlier-step-recorded': 'registrata come fatta prima di Ciclo',
  'earlier-step-withdrawn': 'registrazione di ciò che era già fatto ritirata',
  'step-done-earlier': 'conclusa prima di Ciclo',
  'step-remarked': 'osservazione fra colleghi',
  'step-remark-replied': 'replica a un’osservazione',
  'step-remark-closed': 'osservazione chiusa',
  'act-attached': 'testo dell’atto allegato',
  'act-corrected': 'numero o data dell’atto rettificati',
  'act-given-up': 'richiesta non registrata ritirata',
  'step-cancelled': 'annullata',
  'step-failed': 'interrotta da un guasto',
  'step-stuck': 'ferma per un guasto',
  'step-unstuck': 'ripresa dopo un guasto',
  'step-restarting': 'riavvio disposto',
  'step-resumed': 'riavviata',
  'checkpoint-closed': 'chiuso dal controllo di gestione',
  'document-frozen': 'documento depositato',
  'document-published': 'documento messo in pubblicazione',
  'publication-verified': 'pubblicazione verificata',
  'delay-notice-written': 'comunicazione di ritardo predisposta',
  'report-remarked': 'osservazione sul rapporto',
  'report-answered': 'risposta a un’osservazione',
  'delay-notice-signed': 'comunicazione di ritardo firmata',
  'delay-notice-sent': 'comunicazione di ritardo inviata',
  'delay-reason-added': 'motivo del ritardo indicato',
  'decision-approved': 'approvato',
  'decision-noted': 'preso atto',
  'decision-rejected': 'respinto con osservazioni',
  'decision-deferred': 'rinviato',
  'validation-approved': 'validata',
  'validation-noted': 'preso atto',
  'validation-rejected': 'non validata',
  'validation-deferred': 'validazione rinviata',
  'opinion-approved': 'parere favorevole',
  'opinion-noted': 'preso atto',
  'opinion-rejected': 'parere contrario',
  'opinion-deferred': 'parere rinviato',
  'amendment-prepared': 'aggiornamento del Piano preparato',
  'amendment-started': 'bozza di aggiornamento del Piano iniziata',
  'amendment-discarded': 'bozza di aggiornamento del Piano scartata',
  'amendment-proposed': 'aggiornamento del Piano proposto',
  'amendment-withdrawn': 'proposta di aggiornamento del Piano ritirata',
  'plan-drafted': 'bozza del Piano',
  'plan-imported': 'Piano importato in una bozza',
  'targets-confirmed': 'letture dei target confermate',
  'targets-corrected': 'lettura di un target corretta in bozza',
  'readings-confirmed': 'letture dei target confermate a Piano in vigore',
  'readings-corrected': 'lettura di un target corretta a Piano in vigore',
  'readings-withdrawn': 'conferma di una lettura ritirata a Piano in vigore',
  'measurements-submitted': 'valori inviati',
  'values-collected': 'fonti automatiche lette',
  'value-returned': 'valore restituito',
  'corrective-action-proposed': 'azione correttiva proposta',
  'indicator-surveyed': 'indicatore misurato da un’indagine',
  communicated: 'comunicazione registrata',
  'assessment-computed': 'grado di realizzazione calcolato',
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
