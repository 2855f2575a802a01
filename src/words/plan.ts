import type { AddressFault } from '../domain/mail-address.js';
import { count, plural } from './plural.js';

/** What is wrong with an address, after the address itself. */
const ADDRESS_FAULTS: Readonly<Record<AddressFault, string>> = {
  shape: '',
  mailbox: ': prima di @ vanno lettere senza accenti, cifre e segni, con punti singoli fra l’una e l’altra parte',
  domain: ': dopo @ va il nome di un dominio, per esempio ente.it',
};

/** What is said about a plan's data files and about the plan commands. */
export const planWords = {
  fields: {
    missing: (expected: string) => `manca: atteso ${expected}`,
    wrong: (expected: string, found: string) => `atteso ${expected}, trovato ${found}`,
    unknown: (keys: readonly string[]) =>
      `${plural(keys.length, 'campo non previsto', 'campi non previsti')}: ${keys.join(', ')}`,
    email: 'un indirizzo di posta elettronica',
    mailAddress: (found: string, fault: AddressFault) =>
      `atteso un indirizzo di posta elettronica, trovato ${found}${ADDRESS_FAULTS[fault]}`,
    text: 'un testo',
    quoted: 'un testo (tra virgolette, se comincia con una cifra o un segno)',
    year: 'un anno di quattro cifre, per esempio 2016',
    flag: 'true o false',
    code: (example: string) => `un codice tra virgolette, per esempio "${example}"`,
    id: 'un identificativo in minuscole e trattini, per esempio ufficio-promozione',
    percent: 'una percentuale all’italiana, per esempio 6,00%',
    amount: 'un importo all’italiana con i centesimi, per esempio 1.250,00',
    date: 'una data nella forma AAAA-MM-GG, per esempio 2016-01-31',
    missione: 'missione e programma come nel bilancio dell’ente, tra virgolette: per esempio "032/002" o "01.07"',
    list: 'un elenco',
    nonEmptyList: 'un elenco con almeno una voce',
    object: 'un gruppo di campi',
    oneOf: (values: readonly string[]) => `uno fra ${values.join(', ')}`,
    yearTexts: 'per ogni anno un testo tra virgolette, per esempio { 2016: "almeno 25" }',
    decimal: 'un numero all’italiana tra virgolette, per esempio "0,01"',
    reference: 'una riga nella forma tabella/riga oppure tabella/riga@soggetto',
    value: 'un testo tra virgolette, come scritto nel documento',
  },
  found: {
    nothing: 'niente',
    text: (text: string) => `«${text}»`,
    number: (value: string) => `il numero ${value}`,
    flag: (value: string) => `il valore ${value}`,
    list: 'un elenco',
    object: 'un gruppo di campi',
  },
  load: {
    notFound: 'file o cartella inesistente',
    noHeader: 'manca il file plan.yaml con ente, esercizio, titolo e prospettive',
    noAreas: 'il piano non ha aree strategiche: atteso l’elenco areas, qui o nel file scorecard.yaml accanto',
    twice: (section: string, other: string) => `la sezione ${section} è già in ${other}`,
    duplicateCode: (code: string) => `il codice ${code} è già usato: ogni codice deve essere unico nel piano`,
    unknownPerspective: (id: string, known: readonly string[]) =>
      `prospettiva sconosciuta «${id}»: attesa una fra ${known.join(', ')}`,
    unknownIndicator: (code: string) => `«${code}» non è il codice di un indicatore del cruscotto`,
    unknownObjective: (code: string) => `«${code}» non è il codice di un obiettivo strategico`,
    unknownProgramme: (code: string) => `«${code}» non è il codice di un programma`,
    cells: (columns: number, cells: number) => `attese ${columns} celle, una per colonna, trovate ${cells}`,
    noBenchmark: (subject: string) => `nessuna colonna è di «${subject}», con cui la tabella si confronta`,
    unknownRow: (reference: string) => `«${reference}» non è una riga delle tabelle lette`,
  },
  cli: {
    group: 'legge e controlla un Piano della Performance',
    check: 'cerca le contraddizioni di un Piano e dice come si leggono i suoi target',
    show: 'mostra l’albero del Piano: pesi, indicatori, target, schede, obiettivi individuali, budget',
    target: 'file YAML del piano, oppure cartella con i suoi file',
    json: 'risponde in JSON',
    targets: 'elenca la lettura di ogni target',
  },
  check: {
    heading: (title: string, entity: string, exercise: number) => `${title} (ente ${entity}, esercizio ${exercise})`,
    counted: (scorecard: number, sheets: number, individual: number) =>
      `${count(scorecard, 'un indicatore', 'indicatori')} nel cruscotto, ${sheets} nelle schede, ${individual} negli obiettivi individuali`,
    severity: {
      error: (n: number) => count(n, '1 errore', 'errori'),
      warning: (n: number) => count(n, '1 avvertenza', 'avvertenze'),
      info: (n: number) => count(n, '1 cosa da sapere', 'cose da sapere'),
    },
    nothing: 'Nessuna contraddizione trovata.',
    notBeside: {
      entity: 'uffici e attività (manca entity.yaml)',
      series: 'serie storiche (manca la cartella series)',
      transparency: 'obblighi di trasparenza (manca transparency.yaml)',
    },
    notChecked: (what: readonly string[]) => `Non confrontato con: ${what.join(', ')}.`,
    readings: (year: number) => `Lettura dei target ${year}`,
    outcome: {
      parsed: 'letti',
      proposed: 'da confermare',
      ambiguous: 'da chiarire',
      'not-measurable': 'non misurabili',
    },
    outcomeOfOne: {
      parsed: 'letto',
      proposed: 'da confermare',
      ambiguous: 'da chiarire',
      'not-measurable': 'non misurabile',
    },
    list: { scorecard: 'cruscotto', sheet: 'schede', individual: 'individuali' },
    proposed: (sentence: string) => `proposta: ${sentence}`,
    seeTargets: 'Con --targets si vede la lettura di ogni target.',
  },
  show: {
    area: (code: string, title: string) => `AREA ${code}  ${title}`,
    objective: (code: string, title: string) => `  OBIETTIVO ${code}  ${title}`,
    programme: (code: string, title: string, weight: string) => `    PROGRAMMA ${code}  ${title}${weight}`,
    indicator: (code: string, weight: string, name: string) => `      ${code}${weight}  ${name}`,
    targets: (texts: string, office: string) => `          ${texts}  [${office}]`,
    noTarget: 'nessun target',
    sheets: 'SCHEDE DI PROGRAMMAZIONE',
    sheet: (code: string, title: string, amount: string) => `  ${code}  ${title}: ${amount}`,
    individual: 'OBIETTIVI INDIVIDUALI',
    budget: 'PROGRAMMAZIONE ECONOMICA',
    budgetTotal: (of: string, title: string, amount: string) => `  ${of}  ${title}: ${amount}`,
    weight: (percent: string) => ` (peso ${percent})`,
  },
} as const;
