import type { StepKind } from '../domain/calendar/types.js';
import { italianNumber } from '../words/format.js';

/** What is wrong with what was written in a field. */
export const fieldWords = {
  missing: 'manca',
  tooLong: (n: number, most: number) => `il testo ha ${n} caratteri: al massimo ${most}`,
  tooShort: (least: number) => `servono almeno ${least} caratteri`,
  oneLine: 'il testo va scritto su una sola riga',
  notADay: (text: string) => `«${text}» non è una data: serve giorno, mese e anno`,
  notAYear: (text: string) => `«${text}» non è un anno, per esempio 2017`,
  notWhole: (text: string, most: number) => `«${text}» non è un numero intero da 0 a ${italianNumber(String(most))}`,
  tooFine: (text: string, decimals: number) => `«${text}» ha troppi decimali: al massimo ${decimals}`,
  outside: (text: string, least: number | undefined, most: number | undefined) =>
    most === undefined
      ? `«${text}» è meno di ${italianNumber(String(least ?? 0))}`
      : `«${text}» non è tra ${italianNumber(String(least ?? 0))} e ${italianNumber(String(most))}`,
  notAnAmount: (why: string) => `${why}: serve un importo in euro, per esempio 12.500,00`,
  notOneOf: (text: string, known: readonly string[]) =>
    known.length === 0
      ? `«${text}» non è fra le scelte possibili`
      : `«${text}» non va bene: si attende uno fra ${known.join(', ')}`,
  notAWeight: (text: string) => `«${text}» non è un peso: serve un numero da 0 a 100, per esempio 2,50`,
  notNamed: (text: string) => `«${text}» va scritto come codice=valore`,
  namedTwice: (name: string) => `«${name}» è scritto due volte`,
  notYesNo: (text: string) => `«${text}» non è sì o no`,
  notAHash: (text: string) => `«${text}» non è un’impronta SHA-256, né il suo inizio: servono cifre esadecimali`,
  notCounts: (text: string, labels: readonly string[]) =>
    `«${text}» non si legge: si attendono ${labels.length} numeri (${labels.join(', ').toLowerCase()})`,
  countsTogether: (label: string) => `i numeri si indicano tutti: manca ${label.toLowerCase()}`,
  notACount: (label: string, text: string, most: number) =>
    `${label}: «${text}» non è un numero intero di persone, per esempio 7 (al massimo ${most})`,
  wrongType: (name: string) => `«${name}» non è di un tipo che qui si allega`,
  notAFigure: (text: string) => `«${text}» non si legge: serve riga=valore`,
  twice: (row: string) => `la riga «${row}» è scritta due volte`,
  tooManyFiles: (most: number) => `i file sono troppi: al massimo ${most}`,
};

/** A step of a kind, within a sentence. */
const KINDS: Readonly<Record<StepKind, string>> = {
  task: 'un adempimento',
  approval: 'un’approvazione',
  checkpoint: 'un monitoraggio',
  publication: 'una pubblicazione',
  amendment: 'un aggiornamento del Piano',
};

/** What is said of an act, whatever it is. */
export const actWords = {
  notEntitled: (person: string, actingFor: string | undefined, roles: readonly string[]) =>
    `${actingFor === undefined ? person : `${person} per ${actingFor}`} non ricopre oggi nessuno dei ruoli che possono farlo: ${roles.join(', ')}`,
  otherKind: (title: string, kind: StepKind, kinds: readonly StepKind[]) =>
    `«${title}» è ${KINDS[kind]}: questo si fa soltanto con ${kinds.map((one) => KINDS[one]).join(' o ')}`,
  changed: (now: string) =>
    `Mentre questa pagina era aperta è cambiato qualcosa. ${now} Se va bene lo stesso, inviare di nuovo.`,
};

/** What pages say around the forms of acts. */
export const pageWords = {
  notKept: 'Ciò che era stato scritto non è registrato; eccolo, per riprenderlo altrove se occorre:',
  choose: 'Scegliere',
  nothingDone: 'Non è stato registrato nulla. Da correggere:',
  check: {
    title: 'Controllare prima di confermare',
    change: 'Modifica',
    yes: 'sì',
    kept: (names: readonly string[]) =>
      names.length === 1
        ? `«${names[0]}» è già caricato: scegliere un file soltanto per sostituirlo.`
        : `${names.map((name) => `«${name}»`).join(', ')} sono già caricati: scegliere altri file soltanto per sostituirli.`,
  },
};
