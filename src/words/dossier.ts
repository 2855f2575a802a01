import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';
import { count, plural } from './plural.js';

const CONFORMITY = 'Conformità';
const RELIABILITY = 'Attendibilità';
const CLARITY = 'Comprensibilità';

/** The check-list of the OIV's dossier: criteria and questions, and what the register answers. */
export const dossierWords = {
  none: 'non risulta',
  planOnTime: {
    criterion: CONFORMITY,
    question: 'Il Piano è stato approvato entro il termine?',
    evidence: (on: CivilDate, due: CivilDate): string =>
      `approvato ${withArticle('il', italianDay(on))}, termine ${italianDay(due)}`,
  },
  planPublished: {
    criterion: CONFORMITY,
    question: 'Il Piano è pubblicato in Amministrazione trasparente?',
    evidence: (on: CivilDate): string => `pubblicato ${withArticle('il', italianDay(on))}`,
    toVerify: (since: CivilDate): string => `in pubblicazione ${withArticle('dal', italianDay(since))}, da verificare`,
  },
  amendments: {
    criterion: CONFORMITY,
    question: 'Le modifiche del Piano in corso d’esercizio sono approvate con un atto?',
    evidence: (versions: number): string =>
      versions === 0 ? 'nessuna modifica in corso d’esercizio' : `modifiche approvate: ${versions}`,
    without: (versions: string): string => `senza atto: versione ${versions}`,
  },
  report: {
    criterion: CONFORMITY,
    question: 'La Relazione è stata approvata dall’organo di indirizzo?',
    evidence: (board: string, number: string | null, on: CivilDate | null): string =>
      `${board}${number === null ? '' : `, atto ${actNumbered(number)}`}${on === null ? '' : ` ${withArticle('del', italianDay(on))}`}`,
  },
  sameBytes: {
    criterion: CONFORMITY,
    question: 'La Relazione all’esame è quella approvata, senza modifiche?',
    evidence: (hash: string): string => `impronta ${hash}`,
    changed: 'dopo l’approvazione ne è stata depositata un’altra versione',
  },
  closed: {
    criterion: RELIABILITY,
    question: 'Tutti i monitoraggi sono chiusi e calcolati?',
    evidence: (done: number, all: number): string => `${done} su ${all}`,
  },
  coverage: {
    criterion: RELIABILITY,
    question: 'All’ultimo monitoraggio ogni indicatore ha un valore?',
    evidence: (measured: number, all: number, individual: number): string =>
      `${count(measured, 'un valore', 'valori')} su ${count(all, 'un indicatore', 'indicatori')}${
        individual === 0
          ? ''
          : `, compresi ${plural(individual, 'quello', withArticle('i', String(individual)))} degli obiettivi individuali`
      }`,
  },
  byHand: {
    criterion: RELIABILITY,
    question: 'Nessun monitoraggio è stato chiuso a mano con valori mancanti?',
    evidence: (titles: string): string => `chiusi a mano: ${titles}`,
    none: 'nessuno',
  },
  overrides: {
    criterion: RELIABILITY,
    question: 'I risultati contano come calcolati, senza forzature?',
    evidence: (count: number): string => (count === 0 ? 'nessuna forzatura' : `forzature disposte con atto: ${count}`),
  },
  real: {
    criterion: RELIABILITY,
    question: 'I valori misurati sono reali?',
    simulated: 'prova generale: i valori sono simulati',
    evidence: 'valori trasmessi dagli uffici o raccolti dalle fonti',
  },
  sources: {
    criterion: RELIABILITY,
    question: 'I valori trovano riscontro nelle fonti dichiarate (controllo a campione)?',
  },
  trace: {
    criterion: CLARITY,
    question: 'Ogni risultato porta la spiegazione del suo calcolo?',
    evidence: (explained: number, all: number): string =>
      `${explained} su ${count(all, 'un indicatore', 'indicatori')}`,
  },
  personal: {
    criterion: CLARITY,
    question: 'La Relazione non contiene risultati di singole persone?',
    evidence: 'nessun indicatore individuale nelle tabelle',
    found: (codes: string): string => `contiene: ${codes}`,
  },
  deviations: { criterion: CLARITY, question: 'Gli scostamenti fra risultati e target sono spiegati?' },
  plain: { criterion: CLARITY, question: 'La Relazione è comprensibile per cittadini e imprese?' },
} as const;
